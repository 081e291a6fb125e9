// Every mistake of the shared table that C's or C++'s types can make has its code and argument.
#include <dynakey.hpp>
#include <dynakey/AccessToken.h>
#include <dynakey/RtcTokenBuilder.h>
#include <dynakey/RtmTokenBuilder.h>

#include <string>
#include <vector>

#include "check.h"
#include "table.h"

using namespace agora::tools;
using dynakey::detail::succeed;

static const char* const app_id = "970CA35de60c44645bbae8a215061b33";
static const char* const certificate = "5CFd2fd1755d40ecb72977518be15d3b";

namespace {

/// A result of C that is freed, if it came after all.
template <class Object, void (*release)(Object*)>
struct Owner {
    Object* object = nullptr;
    ~Owner() { release(object); }
};
using OwnApp = Owner<dynakey_app, dynakey_app_free>;
using OwnReport = Owner<dynakey_report, dynakey_report_free>;
using OwnText = Owner<char, dynakey_string_free>;
using OwnTokens = Owner<dynakey_tokens, dynakey_tokens_free>;

void make(OwnApp& app) {
    succeed([&](dynakey_error** error) {
        return dynakey_app_new(app_id, certificate, nullptr, &app.object, error);
    });
}

dynakey_status verify_in_c(const bad_input& row, dynakey_error** error) {
    OwnApp app;
    make(app);
    std::vector<const char*> names;
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < row.privileges_count; ++i) {
        const value& privilege = row.privileges[i];
        privilege.kind == TEXT ? names.push_back(privilege.text)
                               : numbers.push_back(privilege.number);
    }
    dynakey_expectation expected = {};
    expected.channel = row.channel.text;
    expected.user_kind = row.user.kind == TEXT ? DYNAKEY_USER_ACCOUNT : DYNAKEY_USER_UID;
    expected.uid = row.user.number;
    expected.user_account = row.user.text;
    expected.service = row.service.text;
    expected.privileges = names.data();
    expected.privilege_count = names.size();
    expected.privilege_numbers = numbers.data();
    expected.privilege_number_count = numbers.size();
    expected.leeway = row.leeway.number;
    expected.min_remaining = row.min_remaining.number;
    expected.at = row.at.number;
    OwnReport report;
    return dynakey_app_verify(app.object, row.token.text, &expected, &report.object, error);
}

dynakey_status access_token_in_c(const bad_input& row, char** token, dynakey_error** error) {
    const std::string user =
        row.user.kind == TEXT ? row.user.text : std::to_string(row.user.number);
    std::vector<dynakey_privilege> privileges;
    for (std::size_t i = 0; i < row.messages_count; ++i) {
        privileges.push_back({row.messages[i].number, row.messages[i].expires});
    }
    return dynakey_access_token_build(row.app_id.text, row.app_certificate.text, row.channel.text,
                                      user.c_str(), row.salt.number, row.ts.number,
                                      privileges.data(), privileges.size(), token, error);
}

dynakey_status call_in_c(const bad_input& row, dynakey_error** error) {
    const char* const id = row.app_id.text;
    const char* const secret = row.app_certificate.text;
    const char* const channel = row.channel.text;
    const char* const user = row.user.text;
    const char* const version = row.version.text;
    const std::int64_t role = row.role.number;
    const std::int64_t expiry = row.expiry.number;
    OwnApp app;
    OwnText text;
    OwnTokens tokens;
    switch (row.call) {
        case RTC_UID:
            return dynakey_rtc_build_token_with_uid(id, secret, channel, row.user.number, role,
                                                    expiry, &text.object, error);
        case RTC_ACCOUNT:
            return dynakey_rtc_build_token_with_user_account(id, secret, channel, user, role,
                                                             expiry, &text.object, error);
        case RTM:
            return dynakey_rtm_build_token(id, secret, user, role, expiry, &text.object, error);
        case ACCESS_TOKEN: return access_token_in_c(row, &text.object, error);
        case APP: return dynakey_app_new(id, secret, nullptr, &app.object, error);
        case APP_RTC:
            make(app);
            if (row.user.kind == TEXT) {
                return dynakey_app_rtc_token_with_user_account(app.object, channel, user, role,
                                                               expiry, version, &text.object,
                                                               error);
            }
            return dynakey_app_rtc_token_with_uid(app.object, channel, row.user.number, role,
                                                  expiry, version, &text.object, error);
        case APP_RTCS:
            make(app);
            return dynakey_app_rtc_tokens_with_uids(app.object, channel, row.users,
                                                    row.users_count, role, expiry, version,
                                                    &tokens.object, error);
        case APP_RTM:
            make(app);
            return dynakey_app_rtm_token(app.object, user, expiry, version, &text.object, error);
        case INSPECT: return dynakey_inspect(row.token.text, &text.object, error);
        case VERIFY: return verify_in_c(row, error);
    }
    return DYNAKEY_INTERNAL;
}

std::string text_of(const value& text) { return std::string(text.text, text.length); }

dynakey::User user_of(const value& user) {
    return user.kind == TEXT ? dynakey::User(text_of(user)) : dynakey::User(user.number);
}

template <class Options>
Options options_of(const bad_input& row) {
    Options options;
    options.ttl = std::chrono::seconds(row.expiry.number);
    if (row.version.kind == TEXT) {
        options.version = text_of(row.version);
    }
    return options;
}

dynakey::RtcOptions rtc_options_of(const bad_input& row) {
    auto options = options_of<dynakey::RtcOptions>(row);
    options.role = static_cast<dynakey::Role>(row.role.number);
    return options;
}

void verify_in_cpp(const bad_input& row) {
    dynakey::Expectation expected;
    expected.channel = text_of(row.channel);
    expected.user = user_of(row.user);
    if (row.service.kind == TEXT) {
        expected.service = text_of(row.service);
    }
    for (std::size_t i = 0; i < row.privileges_count; ++i) {
        const value& privilege = row.privileges[i];
        expected.privileges.push_back(privilege.kind == TEXT
                                          ? dynakey::Privilege(text_of(privilege))
                                          : dynakey::Privilege(privilege.number));
    }
    expected.leeway = std::chrono::seconds(row.leeway.number);
    expected.min_remaining = std::chrono::seconds(row.min_remaining.number);
    if (row.at.kind == NUMBER) {
        expected.at = std::chrono::system_clock::time_point(std::chrono::seconds(row.at.number));
    }
    dynakey::App(app_id, certificate).verify(text_of(row.token), expected);
}

void access_token_in_cpp(const bad_input& row) {
    const std::string id = text_of(row.app_id);
    const std::string secret = text_of(row.app_certificate);
    const std::string channel = text_of(row.channel);
    AccessToken token = row.user.kind == TEXT
                            ? AccessToken(id, secret, channel, text_of(row.user))
                            : AccessToken(id, secret, channel, row.user.number);
    token.SetTokenExpiredTs(row.ts.number);
    for (std::size_t i = 0; i < row.messages_count; ++i) {
        token.AddPrivilege(static_cast<AccessToken::Privileges>(row.messages[i].number),
                           row.messages[i].expires);
    }
    token.Build();
}

void call_in_cpp(const bad_input& row) {
    const auto id = [&] { return text_of(row.app_id); };
    const auto secret = [&] { return text_of(row.app_certificate); };
    const auto channel = [&] { return text_of(row.channel); };
    const auto role = static_cast<UserRole>(row.role.number);
    const std::int64_t expiry = row.expiry.number;
    const auto app = [] { return dynakey::App(app_id, certificate); };
    switch (row.call) {
        case RTC_UID:
            RtcTokenBuilder::buildTokenWithUid(id(), secret(), channel(), row.user.number, role,
                                               expiry);
            break;
        case RTC_ACCOUNT:
            RtcTokenBuilder::buildTokenWithUserAccount(id(), secret(), channel(),
                                                       text_of(row.user), role, expiry);
            break;
        case RTM:
            RtmTokenBuilder::buildToken(id(), secret(), text_of(row.user),
                                        static_cast<RtmUserRole>(row.role.number), expiry);
            break;
        case ACCESS_TOKEN: access_token_in_cpp(row); break;
        case APP: dynakey::App(id(), secret()); break;
        case APP_RTC: app().rtc_token(channel(), user_of(row.user), rtc_options_of(row)); break;
        case APP_RTCS:
            app().rtc_tokens(channel(),
                             std::vector<std::int64_t>(row.users, row.users + row.users_count),
                             rtc_options_of(row));
            break;
        case APP_RTM:
            app().rtm_token(text_of(row.user), options_of<dynakey::RtmOptions>(row));
            break;
        case INSPECT: dynakey::inspect(text_of(row.token)); break;
        case VERIFY: verify_in_cpp(row); break;
    }
}

/// The token object of C takes its user as text only.
bool in_c(const bad_input& row) {
    return row.call != ACCESS_TOKEN || row.user.kind == TEXT || row.user.number == 42;
}

/// The sample API's enums hold no number of more bits than their members have, and the token
/// object's fields no number out of range.
bool in_cpp(const bad_input& row) {
    if (row.call == ACCESS_TOKEN) {
        const bool known = row.messages_count == 0 || row.messages[0].number == 1;
        return known && row.salt.number == 1;
    }
    const std::int64_t largest = row.call == RTM ? 1 : 127;
    const bool sample = row.call == RTC_UID || row.call == RTC_ACCOUNT || row.call == RTM;
    return !sample || (row.role.number >= 0 && row.role.number <= largest);
}

void is_expected(const bad_input& row, const dynakey::Error& error) {
    const std::string message = error.what();
    const std::string row_and_error = std::string(row.id) + ": " + message;
    const auto holds = [&](bool held) { check_that(held, row_and_error, __LINE__); };
    holds(error.code() == row.code);
    holds(error.argument() == row.argument);
    holds(error.index() == row.index);
    holds(message.compare(0, error.code().size(), error.code()) == 0 && !error.hint().empty());
    holds(message.find(certificate) == std::string::npos);
}

}  // namespace

void every_mistake_has_its_code_and_argument() {
    int c = 0;
    int cpp = 0;
    for (std::size_t i = 0; i < bad_inputs_count; ++i) {
        const bad_input& row = bad_inputs[i];
        if (in_c(row)) {
            const auto call = [&](dynakey_error** error) { return call_in_c(row, error); };
            is_expected(row, thrown_by([&] { succeed(call); }, row.id));
            ++c;
        }
        if (in_cpp(row)) {
            is_expected(row, thrown_by([&] { call_in_cpp(row); }, row.id));
            ++cpp;
        }
    }
    std::cout << "mistakes: " << c << " in C, " << cpp << " in C++" << std::endl;
    CHECK(c >= 349 && cpp >= 332);
}
