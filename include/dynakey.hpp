// The app API of dynakey for C++17: Agora tokens (dynamic keys), built, read and verified.
//
//     dynakey::App app(app_id, app_certificate);
//     std::string token = app.rtc_token("room", 42u, {.. version = "006"});
//
// Every mistake throws dynakey::Error.
#ifndef DYNAKEY_HPP
#define DYNAKEY_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "dynakey.h"
#include "dynakey/Error.h"
#include "dynakey/Integer.h"

namespace dynakey {

namespace detail {
class CExpectation;
}

/// The word for a token that any user may join with.
struct AnyUser {};
inline constexpr AnyUser ANY_USER{};

/// The word for a channel or user that a check leaves out.
struct Unchecked {};
inline constexpr Unchecked UNCHECKED{};

/// What a user may do in an RTC channel.
enum class Role : std::int32_t {
    publisher = 1,
    subscriber = 2,
};

/// A user: a uid from 1 to 4294967295, an account, or anyone.
class User {
public:
    /// The user of this uid. What is out of range is refused when the user is used, never cut.
    template <class Uid, class = detail::IfNumbers<Uid>>
    User(Uid uid) : value_(detail::integer(uid)) {}
    /// The user of this account; "0" is an account like any other.
    User(std::string account) : value_(std::move(account)) {}
    User(const char* account) : value_(std::string(account)) {}
    User(std::nullptr_t) = delete;
    /// Any user.
    User(AnyUser any) : value_(any) {}

private:
    friend class App;
    friend class detail::CExpectation;
    std::variant<std::int64_t, std::string, AnyUser> value_;
};

/// A user that is expected, or none.
using ExpectedUser = std::variant<Unchecked, User>;
/// A privilege by its name, such as "publish_audio", or by its number.
using Privilege = std::variant<std::string, std::int64_t>;
/// A channel that is expected, or none.
using ExpectedChannel = std::variant<std::string, Unchecked>;

/// What an RTC token may say besides its channel and user. The version must be said.
struct RtcOptions {
    Role role = Role::publisher;
    std::chrono::seconds ttl = std::chrono::hours(1);
    std::string version;
};

/// What an RTM token may say besides its user. The version must be said.
struct RtmOptions {
    std::chrono::seconds ttl = std::chrono::hours(1);
    std::string version;
};

/// What a token is expected to be good for.
struct Expectation {
    ExpectedChannel channel = UNCHECKED;
    ExpectedUser user = UNCHECKED;
    /// "rtc" or "rtm"; the token's own unless said.
    std::optional<std::string> service;
    /// What the token must grant besides joining.
    std::vector<Privilege> privileges;
    std::chrono::seconds leeway{0};
    std::chrono::seconds min_remaining{0};
    /// The time of the check; now unless said.
    std::optional<std::chrono::system_clock::time_point> at;
};

/// One thing that a check found. For operators, not for the callers of a public service.
struct Finding {
    std::string code;
    /// "error" or "warning".
    std::string level;
    std::string message;
    std::string hint;
};

/// The outcome of checking a token without a certificate: a forged one can be consistent.
struct Consistency {
    /// Whether no finding is an error.
    bool consistent;
    /// When the token effectively ends, in Unix seconds; 0 if it can't be read.
    std::int64_t expires_at;
    /// When to renew the token: 30 seconds before that; 0 if it can't be read.
    std::int64_t renew_after;
    /// Everything that was found, errors and warnings.
    std::vector<Finding> findings;

    /// Takes over a report of C.
    explicit Consistency(dynakey_report* report)
        : consistent(dynakey_report_consistent(report)),
          expires_at(dynakey_report_expires_at(report)),
          renew_after(dynakey_report_renew_after(report)),
          report_(report, dynakey_report_free) {
        using detail::text_or_empty;
        for (std::size_t i = 0; i < dynakey_report_finding_count(report); ++i) {
            findings.push_back(Finding{text_or_empty(dynakey_report_finding_code(report, i)),
                                       text_or_empty(dynakey_report_finding_level(report, i)),
                                       text_or_empty(dynakey_report_finding_message(report, i)),
                                       text_or_empty(dynakey_report_finding_hint(report, i))});
        }
    }

    /// Everything, as JSON.
    std::string json() const { return detail::text_or_empty(dynakey_report_json(report_.get())); }

private:
    std::shared_ptr<const dynakey_report> report_;
};

/// The outcome of verifying a token.
struct Report : Consistency {
    /// Whether the signature was checked and fits, and no finding is an error.
    bool ok;
    /// "valid", "mismatch", "undecidable" or "unchecked".
    std::string signature;
    /// "primary" or "secondary"; empty if the signature fits neither.
    std::string certificate;

    /// Takes over a report of C.
    explicit Report(dynakey_report* report)
        : Consistency(report),
          ok(dynakey_report_ok(report)),
          signature(detail::text_or_empty(dynakey_report_signature(report))),
          certificate(detail::text_or_empty(dynakey_report_certificate(report))) {}

    /// Throws an error with the code verification_failed unless the token is good.
    void throw_if_invalid() const {
        if (ok) {
            return;
        }
        std::string codes;
        for (const Finding& finding : findings) {
            if (finding.level == "error") {
                codes += (codes.empty() ? "" : ", ") + finding.code;
            }
        }
        throw Error(DYNAKEY_VERIFICATION_FAILED, "verification_failed",
                    "verification_failed: " + codes, "",
                    "The report's findings say why, each with its own hint.");
    }
};

namespace detail {

/// Keeps the texts of an expectation alive while C reads them.
class CExpectation {
public:
    explicit CExpectation(const Expectation& expectation) {
        if (const auto* channel = std::get_if<std::string>(&expectation.channel)) {
            c_.channel = c_text(*channel);
        }
        if (const auto* user = std::get_if<User>(&expectation.user)) {
            set_user(*user);
        }
        if (expectation.service) {
            c_.service = c_text(*expectation.service);
        }
        for (const Privilege& privilege : expectation.privileges) {
            if (const auto* name = std::get_if<std::string>(&privilege)) {
                names_.push_back(c_text(*name));
            } else {
                numbers_.push_back(std::get<std::int64_t>(privilege));
            }
        }
        c_.privileges = names_.data();
        c_.privilege_count = names_.size();
        c_.privilege_numbers = numbers_.data();
        c_.privilege_number_count = numbers_.size();
        c_.leeway = expectation.leeway.count();
        c_.min_remaining = expectation.min_remaining.count();
        if (expectation.at) {
            using std::chrono::floor;
            using std::chrono::seconds;
            c_.at = floor<seconds>(expectation.at->time_since_epoch()).count();
        }
    }

    const dynakey_expectation* get() const { return &c_; }

private:
    void set_user(const User& user) {
        if (const auto* uid = std::get_if<std::int64_t>(&user.value_)) {
            c_.user_kind = DYNAKEY_USER_UID;
            c_.uid = *uid;
        } else if (const auto* account = std::get_if<std::string>(&user.value_)) {
            c_.user_kind = DYNAKEY_USER_ACCOUNT;
            c_.user_account = c_text(*account);
        } else {
            c_.user_kind = DYNAKEY_USER_ANY;
        }
    }

    dynakey_expectation c_{};
    std::vector<const char*> names_;
    std::vector<std::int64_t> numbers_;
};

struct Freer {
    void operator()(dynakey_app* app) const noexcept { dynakey_app_free(app); }
    void operator()(dynakey_tokens* tokens) const noexcept { dynakey_tokens_free(tokens); }
};

/// The C version: an empty one is not said.
inline const char* c_version(const std::string& version) {
    return version.empty() ? nullptr : c_text(version);
}

}  // namespace detail

/// An Agora project: an App ID and its App Certificate, checked once. Any number of threads may use
/// one at the same time. The certificate is wiped when the App is destroyed.
class App {
public:
    /// An app from its App ID and App Certificate. With a second certificate, tokens are made with
    /// the first and verified with either.
    App(const std::string& app_id, const std::string& app_certificate,
        const std::optional<std::string>& secondary_certificate = std::nullopt) {
        using detail::c_text;
        dynakey_app* app = nullptr;
        detail::succeed([&](dynakey_error** error) {
            const char* secondary =
                secondary_certificate ? c_text(*secondary_certificate) : nullptr;
            return dynakey_app_new(c_text(app_id), c_text(app_certificate), secondary, &app, error);
        });
        app_.reset(app);
    }

    /// A token with which the user may join the channel.
    std::string rtc_token(const std::string& channel, const User& user,
                          const RtcOptions& options) const {
        const char* name = detail::c_text(channel);
        const auto role = static_cast<std::int64_t>(options.role);
        const std::int64_t ttl = options.ttl.count();
        const char* version = detail::c_version(options.version);
        return detail::text_of([&](char** token, dynakey_error** error) {
            if (const auto* uid = std::get_if<std::int64_t>(&user.value_)) {
                return dynakey_app_rtc_token_with_uid(app_.get(), name, *uid, role, ttl, version,
                                                      token, error);
            }
            if (const auto* account = std::get_if<std::string>(&user.value_)) {
                return dynakey_app_rtc_token_with_user_account(
                    app_.get(), name, detail::c_text(*account), role, ttl, version, token, error);
            }
            return dynakey_app_rtc_token_for_any_user(app_.get(), name, role, ttl, version, token,
                                                      error);
        });
    }

    /// Tokens for many uids, in their order; all or nothing.
    template <class Uid = std::int64_t>
    std::vector<std::string> rtc_tokens(const std::string& channel, const std::vector<Uid>& uids,
                                        const RtcOptions& options) const {
        std::vector<std::int64_t> users;
        users.reserve(uids.size());
        for (const Uid uid : uids) {
            users.push_back(detail::integer(uid));
        }
        dynakey_tokens* made = nullptr;
        detail::succeed([&](dynakey_error** error) {
            return dynakey_app_rtc_tokens_with_uids(
                app_.get(), detail::c_text(channel), users.data(), users.size(),
                static_cast<std::int64_t>(options.role), options.ttl.count(),
                detail::c_version(options.version), &made, error);
        });
        const std::unique_ptr<dynakey_tokens, detail::Freer> owner(made);
        std::vector<std::string> tokens;
        tokens.reserve(users.size());
        for (std::size_t i = 0; i < dynakey_tokens_count(made); ++i) {
            tokens.emplace_back(dynakey_tokens_at(made, i));
        }
        return tokens;
    }

    /// A token with which the user may log in to RTM.
    std::string rtm_token(const std::string& user, const RtmOptions& options) const {
        return detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_app_rtm_token(app_.get(), detail::c_text(user), options.ttl.count(),
                                         detail::c_version(options.version), token, error);
        });
    }

    /// Verifies a token; whatever is wrong with it is a finding of the report.
    Report verify(const std::string& token, const Expectation& expectation) const {
        const detail::CExpectation expected(expectation);
        dynakey_report* made = nullptr;
        detail::succeed([&](dynakey_error** error) {
            return dynakey_app_verify(app_.get(), detail::c_text(token), expected.get(), &made,
                                      error);
        });
        return Report(made);
    }

private:
    std::unique_ptr<dynakey_app, detail::Freer> app_;
};

/// Checks what can be checked of a token without a certificate.
inline Consistency check(const std::string& token, const Expectation& expectation) {
    const detail::CExpectation expected(expectation);
    dynakey_report* made = nullptr;
    detail::succeed([&](dynakey_error** error) {
        return dynakey_check(detail::c_text(token), expected.get(), &made, error);
    });
    return Consistency(made);
}

/// What a token holds, as JSON; nothing in it is proven.
inline std::string inspect(const std::string& token) {
    return detail::text_of([&](char** json, dynakey_error** error) {
        return dynakey_inspect(detail::c_text(token), json, error);
    });
}

}  // namespace dynakey

#endif  // DYNAKEY_HPP
