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

namespace dynakey {

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
using User = std::variant<std::uint32_t, std::string, AnyUser>;
/// A user that is expected, or none.
using ExpectedUser = std::variant<std::uint32_t, std::string, AnyUser, Unchecked>;
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
    /// "rtc" or "rtm"; empty is the token's own.
    std::string service;
    /// Names such as "publish_audio".
    std::vector<std::string> privileges;
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
    bool consistent = false;
    /// Unix seconds; 0 if the token can't be read.
    std::int64_t expires_at = 0;
    std::int64_t renew_after = 0;
    std::vector<Finding> findings;
    /// Everything, as JSON.
    std::string json;
};

/// The outcome of verifying a token.
struct Report : Consistency {
    /// Whether the signature was checked and fits, and no finding is an error.
    bool ok = false;
    /// "valid", "mismatch", "undecidable" or "unchecked".
    std::string signature;
    /// "primary" or "secondary"; empty if the signature fits neither.
    std::string certificate;

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
            c_.channel = c_text(*channel, "channel");
        }
        if (const auto* uid = std::get_if<std::uint32_t>(&expectation.user)) {
            c_.user_kind = DYNAKEY_USER_UID;
            c_.uid = *uid;
        } else if (const auto* account = std::get_if<std::string>(&expectation.user)) {
            c_.user_kind = DYNAKEY_USER_ACCOUNT;
            c_.user_account = c_text(*account, "user");
        } else if (std::holds_alternative<AnyUser>(expectation.user)) {
            c_.user_kind = DYNAKEY_USER_ANY;
        }
        if (!expectation.service.empty()) {
            c_.service = c_text(expectation.service, "service");
        }
        for (const std::string& privilege : expectation.privileges) {
            privileges_.push_back(c_text(privilege, "privileges"));
        }
        c_.privileges = privileges_.data();
        c_.privilege_count = privileges_.size();
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
    dynakey_expectation c_{};
    std::vector<const char*> privileges_;
};

struct Freer {
    void operator()(dynakey_app* app) const noexcept { dynakey_app_free(app); }
    void operator()(dynakey_report* report) const noexcept { dynakey_report_free(report); }
    void operator()(dynakey_tokens* tokens) const noexcept { dynakey_tokens_free(tokens); }
};

inline void fill(Consistency& into, const dynakey_report* report) {
    into.consistent = dynakey_report_consistent(report);
    into.expires_at = dynakey_report_expires_at(report);
    into.renew_after = dynakey_report_renew_after(report);
    into.json = text_or_empty(dynakey_report_json(report));
    const std::size_t count = dynakey_report_finding_count(report);
    for (std::size_t i = 0; i < count; ++i) {
        into.findings.push_back(Finding{text_or_empty(dynakey_report_finding_code(report, i)),
                                        text_or_empty(dynakey_report_finding_level(report, i)),
                                        text_or_empty(dynakey_report_finding_message(report, i)),
                                        text_or_empty(dynakey_report_finding_hint(report, i))});
    }
}

/// The C version: an empty one is not said.
inline const char* c_version(const std::string& version) {
    return version.empty() ? nullptr : c_text(version, "version");
}

}  // namespace detail

/// An Agora project: an App ID and its App Certificate, checked once. Any number of threads may use
/// one at the same time. The certificate is wiped when the App is destroyed.
class App {
public:
    App(const std::string& app_id, const std::string& app_certificate,
        const std::optional<std::string>& secondary_certificate = std::nullopt) {
        using namespace detail;
        const char* id = c_text(app_id, "app_id");
        const char* certificate = c_text(app_certificate, "app_certificate");
        const char* secondary = secondary_certificate
                                    ? c_text(*secondary_certificate, "secondary_certificate")
                                    : nullptr;
        dynakey_app* app = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_app_new(id, certificate, secondary, &app, &error), error);
        app_.reset(app);
    }

    /// A token with which the user may join the channel.
    std::string rtc_token(const std::string& channel, const User& user,
                          const RtcOptions& options) const {
        using namespace detail;
        const char* name = c_text(channel, "channel");
        const char* account =
            std::holds_alternative<std::string>(user) ? c_text(std::get<std::string>(user), "user")
                                                      : nullptr;
        const auto role = static_cast<std::int32_t>(options.role);
        const std::int64_t ttl = options.ttl.count();
        const char* version = c_version(options.version);
        char* token = nullptr;
        dynakey_error* error = nullptr;
        dynakey_status status = DYNAKEY_OK;
        if (const auto* uid = std::get_if<std::uint32_t>(&user)) {
            status = dynakey_app_rtc_token_with_uid(app_.get(), name, *uid, role, ttl, version,
                                                    &token, &error);
        } else if (account != nullptr) {
            status = dynakey_app_rtc_token_with_user_account(app_.get(), name, account, role, ttl,
                                                             version, &token, &error);
        } else {
            status = dynakey_app_rtc_token_for_any_user(app_.get(), name, role, ttl, version,
                                                        &token, &error);
        }
        succeed(status, error);
        return take(token);
    }

    /// Tokens for many uids, in their order; all or nothing.
    std::vector<std::string> rtc_tokens(const std::string& channel,
                                        const std::vector<std::uint32_t>& uids,
                                        const RtcOptions& options) const {
        using namespace detail;
        const char* name = c_text(channel, "channel");
        dynakey_tokens* made = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_app_rtc_tokens_with_uids(
                    app_.get(), name, uids.data(), uids.size(),
                    static_cast<std::int32_t>(options.role), options.ttl.count(),
                    c_version(options.version), &made, &error),
                error);
        const std::unique_ptr<dynakey_tokens, Freer> owner(made);
        std::vector<std::string> tokens;
        tokens.reserve(uids.size());
        for (std::size_t i = 0; i < dynakey_tokens_count(made); ++i) {
            tokens.emplace_back(dynakey_tokens_at(made, i));
        }
        return tokens;
    }

    /// A token with which the user may log in to RTM.
    std::string rtm_token(const std::string& user, const RtmOptions& options) const {
        using namespace detail;
        char* token = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_app_rtm_token(app_.get(), c_text(user, "user"), options.ttl.count(),
                                      c_version(options.version), &token, &error),
                error);
        return take(token);
    }

    /// Verifies a token; whatever is wrong with it is a finding of the report.
    Report verify(const std::string& token, const Expectation& expectation) const {
        using namespace detail;
        const CExpectation expected(expectation);
        dynakey_report* made = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_app_verify(app_.get(), c_text(token, "token"), expected.get(), &made,
                                   &error),
                error);
        const std::unique_ptr<dynakey_report, Freer> owner(made);
        Report report;
        fill(report, made);
        report.ok = dynakey_report_ok(made);
        report.signature = text_or_empty(dynakey_report_signature(made));
        report.certificate = text_or_empty(dynakey_report_certificate(made));
        return report;
    }

private:
    std::unique_ptr<dynakey_app, detail::Freer> app_;
};

/// Checks what can be checked of a token without a certificate.
inline Consistency check(const std::string& token, const Expectation& expectation) {
    using namespace detail;
    const CExpectation expected(expectation);
    dynakey_report* made = nullptr;
    dynakey_error* error = nullptr;
    succeed(dynakey_check(c_text(token, "token"), expected.get(), &made, &error), error);
    const std::unique_ptr<dynakey_report, Freer> owner(made);
    Consistency consistency;
    fill(consistency, made);
    return consistency;
}

/// What a token holds, as JSON; nothing in it is proven.
inline std::string inspect(const std::string& token) {
    using namespace detail;
    char* json = nullptr;
    dynakey_error* error = nullptr;
    succeed(dynakey_inspect(c_text(token, "token"), &json, &error), error);
    return take(json);
}

}  // namespace dynakey

#endif  // DYNAKEY_HPP
