// The app API of dynakey for C++17: Agora tokens (dynamic keys), built, read and verified.
//
//     dynakey::App app(app_id, app_certificate);
//     std::string token = app.rtc_token("room", 42);
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
#include "dynakey/Build.h"
#include "dynakey/Error.h"
#include "dynakey/Integer.h"
#include "dynakey/Permissions.h"

namespace dynakey {

namespace detail {

/// A user for C: which kind, the uid and the account.
struct CUser {
    std::int32_t kind;
    std::int64_t uid;
    const char* account;
};

class CGrants;

}  // namespace detail

/// The word for a token that any user may join with.
struct AnyUser {};
inline constexpr AnyUser ANY_USER{};

/// The word for a token with which its user may join any channel.
struct AnyChannel {};
inline constexpr AnyChannel ANY_CHANNEL{};

/// The word for a channel or user that a check leaves out.
struct Unchecked {};
inline constexpr Unchecked UNCHECKED{};

/// What a user may do in an RTC channel.
enum class Role : std::int32_t {
    publisher = 1,
    subscriber = 2,
};

/// A channel: a name, or any.
class Channel {
public:
    Channel(std::string name) : value_(std::move(name)) {}
    Channel(const char* name) : value_(std::string(name)) {}
    Channel(std::nullptr_t) = delete;
    /// Any channel.
    Channel(AnyChannel any) : value_(any) {}

    /// The channel for C, as long as this object lives.
    const char* c_text() const {
        const auto* name = std::get_if<std::string>(&value_);
        return name == nullptr ? dynakey_any_channel() : detail::c_text(*name);
    }

private:
    std::variant<std::string, AnyChannel> value_;
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

    /// The user for C, as long as this object lives.
    detail::CUser c_user() const {
        if (const auto* uid = std::get_if<std::int64_t>(&value_)) {
            return {DYNAKEY_USER_UID, *uid, nullptr};
        }
        if (const auto* account = std::get_if<std::string>(&value_)) {
            return {DYNAKEY_USER_ACCOUNT, 0, detail::c_text(*account)};
        }
        return {DYNAKEY_USER_ANY, 0, nullptr};
    }

private:
    std::variant<std::int64_t, std::string, AnyUser> value_;
};

/// A user that is expected, or none.
using ExpectedUser = std::variant<Unchecked, User>;
/// A privilege by its name, such as "publish_audio", or by its number.
using Privilege = std::variant<std::string, std::int64_t>;
/// A channel that is expected, or none.
using ExpectedChannel = std::variant<Unchecked, Channel>;

/// What an RTC token may say besides its channel and user: it is of version 007 unless said.
struct RtcOptions {
    Role role = Role::publisher;
    std::chrono::seconds ttl = std::chrono::hours(1);
    std::optional<std::string> version;
};

/// What an RTM token may say besides its user: it is of version 007 unless said.
struct RtmOptions {
    std::chrono::seconds ttl = std::chrono::hours(1);
    std::optional<std::string> version;
};

/// What a token that only version 007 has may say besides whom it is for.
struct TokenOptions {
    std::chrono::seconds ttl = std::chrono::hours(1);
};

/// A service that a token grants.
class Grant {
public:
    /// RTC: the user may join the channel, as a publisher unless the role is said.
    static Grant rtc(Channel channel, User user) {
        return {DYNAKEY_GRANT_RTC, std::move(channel), std::move(user), Role::publisher};
    }
    /// RTM: the user, a text of 1 to 64 bytes, may log in.
    static Grant rtm(std::string user) { return {DYNAKEY_GRANT_RTM, {}, std::move(user)}; }
    /// RTM with permissions on single resources.
    static Grant rtm2(std::string user, Permissions permissions) {
        Grant grant(DYNAKEY_GRANT_RTM2, {}, std::move(user));
        grant.permissions_ = std::move(permissions);
        return grant;
    }
    /// Streaming: the user may publish mixed and raw streams of the channel.
    static Grant streaming(Channel channel, User user) {
        return {DYNAKEY_GRANT_STREAMING, std::move(channel), std::move(user)};
    }
    /// The fusion CDN: the user may publish and play the channel; only play it as a subscriber.
    static Grant fcdn(Channel channel, User user) {
        return {DYNAKEY_GRANT_FCDN, std::move(channel), std::move(user), Role::publisher};
    }
    /// Chat as a user, any text but an empty one.
    static Grant chat_user(std::string user) {
        return {DYNAKEY_GRANT_CHAT_USER, {}, std::move(user)};
    }
    /// Chat as the app.
    static Grant chat_app() { return DYNAKEY_GRANT_CHAT_APP; }
    /// Full-path acceleration.
    static Grant fpa() { return DYNAKEY_GRANT_FPA; }
    /// APaaS in a room, without the RTM and Chat of App::apaas_room_token.
    static Grant apaas_room(std::string room, std::string user, Integer role) {
        return {DYNAKEY_GRANT_APAAS_ROOM, std::move(room), std::move(user), role};
    }
    /// APaaS as a user outside of any room.
    static Grant apaas_user(std::string user) {
        return {DYNAKEY_GRANT_APAAS_USER, {}, std::move(user)};
    }
    /// APaaS as the app.
    static Grant apaas_app() { return DYNAKEY_GRANT_APAAS_APP; }
    /// Conversational AI, beside RTC and RTM.
    static Grant convo_ai() { return DYNAKEY_GRANT_CONVO_AI; }
    /// Speech to text, beside RTC and RTM.
    static Grant stt() { return DYNAKEY_GRANT_STT; }

    /// The role in RTC or the fusion CDN.
    Grant& role(Role role) {
        role_ = role;
        return *this;
    }
    /// How long the service's privileges last; as long as the token unless said.
    Grant& ttl(std::chrono::seconds ttl) {
        ttl_ = ttl;
        return *this;
    }
    /// Grants one privilege for a lifetime of its own.
    Grant& privilege(Privilege privilege, std::chrono::seconds ttl) {
        privileges_.emplace_back(std::move(privilege), ttl);
        return *this;
    }

private:
    friend class detail::CGrants;

    Grant(std::int32_t kind, std::optional<Channel> channel = {}, std::optional<User> user = {},
          std::optional<Integer> role = {})
        : kind_(kind), channel_(std::move(channel)), user_(std::move(user)), role_(role) {}

    std::int32_t kind_;
    std::optional<Channel> channel_;
    std::optional<User> user_;
    std::optional<Integer> role_;
    std::optional<std::chrono::seconds> ttl_;
    std::vector<std::pair<Privilege, std::chrono::seconds>> privileges_;
    Permissions permissions_;
};

/// What a token is expected to be good for. An APaaS room stands in the channel's place.
struct Expectation {
    ExpectedChannel channel = UNCHECKED;
    ExpectedUser user = UNCHECKED;
    /// A service such as "rtc", "rtm" or "chat"; the token's own unless said.
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
        if (const auto* channel = std::get_if<Channel>(&expectation.channel)) {
            c_.channel = channel->c_text();
        }
        if (const auto* user = std::get_if<User>(&expectation.user)) {
            const CUser c = user->c_user();
            c_.user_kind = c.kind;
            c_.uid = c.uid;
            c_.user_account = c.account;
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
    dynakey_expectation c_{};
    std::vector<const char*> names_;
    std::vector<std::int64_t> numbers_;
};

/// Grants for C. The texts stay the caller's.
class CGrants {
public:
    explicit CGrants(const std::vector<Grant>& grants) {
        for (const Grant& grant : grants) {
            add(grant);
        }
    }

    const dynakey_grant* data() const { return grants_.data(); }
    std::size_t size() const { return grants_.size(); }

private:
    void add(const Grant& grant) {
        dynakey_grant c{};
        c.kind = grant.kind_;
        c.channel = grant.channel_ ? grant.channel_->c_text() : nullptr;
        const CUser user = grant.user_ ? grant.user_->c_user() : CUser{};
        c.user_kind = user.kind;
        c.uid = user.uid;
        c.user_account = user.account;
        c.role = grant.role_.value_or(0);
        c.has_ttl = grant.ttl_.has_value();
        c.ttl = grant.ttl_.value_or(std::chrono::seconds(0)).count();
        std::vector<dynakey_privilege_grant>& privileges = privileges_.emplace_back();
        for (const auto& [privilege, ttl] : grant.privileges_) {
            const auto* name = std::get_if<std::string>(&privilege);
            const auto* number = std::get_if<std::int64_t>(&privilege);
            privileges.push_back({name == nullptr ? nullptr : c_text(*name),
                                  number == nullptr ? 0 : *number, ttl.count()});
        }
        c.privileges = privileges.data();
        c.privilege_count = privileges.size();
        const CPermissions& permissions = permissions_.emplace_back(grant.permissions_);
        c.permissions = permissions.data();
        c.permission_count = permissions.size();
        grants_.push_back(c);
    }

    std::vector<dynakey_grant> grants_;
    std::vector<std::vector<dynakey_privilege_grant>> privileges_;
    std::vector<CPermissions> permissions_;
};

struct Freer {
    void operator()(dynakey_app* app) const noexcept { dynakey_app_free(app); }
    void operator()(dynakey_tokens* tokens) const noexcept { dynakey_tokens_free(tokens); }
};

/// The version for C: one that is not said is the library's choice.
inline const char* c_version(const std::optional<std::string>& version) {
    return version ? c_text(*version) : nullptr;
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
    std::string rtc_token(const Channel& channel, const User& user,
                          const RtcOptions& options = {}) const {
        const char* name = channel.c_text();
        const detail::CUser who = user.c_user();
        const auto role = static_cast<std::int64_t>(options.role);
        const std::int64_t ttl = options.ttl.count();
        const char* version = detail::c_version(options.version);
        return detail::text_of([&](char** token, dynakey_error** error) {
            switch (who.kind) {
                case DYNAKEY_USER_UID:
                    return dynakey_app_rtc_token_with_uid(app_.get(), name, who.uid, role, ttl,
                                                          version, token, error);
                case DYNAKEY_USER_ACCOUNT:
                    return dynakey_app_rtc_token_with_user_account(
                        app_.get(), name, who.account, role, ttl, version, token, error);
                default:
                    return dynakey_app_rtc_token_for_any_user(app_.get(), name, role, ttl, version,
                                                              token, error);
            }
        });
    }

    /// Tokens for many uids, in their order; all or nothing.
    template <class Uid = std::int64_t>
    std::vector<std::string> rtc_tokens(const Channel& channel, const std::vector<Uid>& uids,
                                        const RtcOptions& options = {}) const {
        std::vector<std::int64_t> users;
        users.reserve(uids.size());
        for (const Uid uid : uids) {
            users.push_back(detail::integer(uid));
        }
        dynakey_tokens* made = nullptr;
        detail::succeed([&](dynakey_error** error) {
            return dynakey_app_rtc_tokens_with_uids(
                app_.get(), channel.c_text(), users.data(), users.size(),
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
    std::string rtm_token(const std::string& user, const RtmOptions& options = {}) const {
        return detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_app_rtm_token(app_.get(), detail::c_text(user), options.ttl.count(),
                                         detail::c_version(options.version), token, error);
        });
    }

    /// A token with which a user, any text but an empty one, may use Chat.
    std::string chat_user_token(const std::string& user, const TokenOptions& options = {}) const {
        return token_of(dynakey_app_chat_user_token, user, options.ttl.count());
    }

    /// A Chat token for the app itself.
    std::string chat_app_token(const TokenOptions& options = {}) const {
        return token_of(dynakey_app_chat_app_token, options.ttl.count());
    }

    /// An FPA token, which lasts for 24 hours.
    std::string fpa_token() const { return token_of(dynakey_app_fpa_token); }

    /// A token for a user of an APaaS room, any texts but empty ones, who may use RTM and Chat
    /// there. The role is -32768 to 32767.
    std::string apaas_room_token(const std::string& room, const std::string& user, Integer role,
                                 const TokenOptions& options = {}) const {
        return token_of(dynakey_app_apaas_room_token, room, user, role, options.ttl.count());
    }

    /// An APaaS token for a user outside of any room.
    std::string apaas_user_token(const std::string& user, const TokenOptions& options = {}) const {
        return token_of(dynakey_app_apaas_user_token, user, options.ttl.count());
    }

    /// An APaaS token for the app itself.
    std::string apaas_app_token(const TokenOptions& options = {}) const {
        return token_of(dynakey_app_apaas_app_token, options.ttl.count());
    }

    /// One token of several services.
    std::string token(const std::vector<Grant>& grants, const TokenOptions& options = {}) const {
        const detail::CGrants c(grants);
        return detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_app_token(app_.get(), c.data(), c.size(), options.ttl.count(), token,
                                     error);
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
    template <class Function, class... Arguments>
    std::string token_of(Function function, const Arguments&... arguments) const {
        return detail::text_of([&](char** token, dynakey_error** error) {
            return function(app_.get(), detail::c_argument(arguments)..., token, error);
        });
    }

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
