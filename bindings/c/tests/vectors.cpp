// The tokens on which independent implementations agreed, and the mistakes of the shared table.
#include <dynakey.hpp>
#include <dynakey/AccessToken.h>
#include <dynakey/RtcTokenBuilder.h>
#include <dynakey/RtmTokenBuilder.h>

#include <map>
#include <string>

#include "check.h"

using namespace agora::tools;
using Privileges = std::map<std::uint16_t, std::uint32_t>;

static const std::string certificate = "5CFd2fd1755d40ecb72977518be15d3b";
static const std::string app_id = "970CA35de60c44645bbae8a215061b33";

static void token(const std::string& id, const std::string& app, const std::string& secret,
                  const std::string& channel, const std::string& user, std::uint32_t salt,
                  std::uint32_t ts, const Privileges& privileges, const std::string& expected,
                  bool has_nul) {
    AccessToken object(app, secret, channel, user);
    object.message_.salt = salt;
    object.SetTokenExpiredTs(ts);
    object.message_.messages = privileges;
    if (has_nul) {
        const dynakey::Error error = thrown_by([&] { object.Build(); }, id);
        check_that(error.code() == "invalid_text", id, __LINE__);
        return;
    }
    check_that(object.Build() == expected, id, __LINE__);

    AccessToken read;
    check_that(read.FromString(expected), id, __LINE__);
    check_that(read.app_id_ == app && read.message_.salt == salt && read.message_.ts == ts, id,
               __LINE__);
    check_that(read.message_.messages == privileges && read.signature_.size() == 32, id, __LINE__);
}

static std::string build(const std::string& op, const std::string& app, const std::string& secret,
                         const std::string& channel, const std::string& user, std::uint32_t uid,
                         int role, long long expires) {
    char* built = nullptr;
    dynakey_error* error = nullptr;
    dynakey_status status = DYNAKEY_OK;
    if (op == "rtc_uid") {
        status = dynakey_rtc_build_token_with_uid(app.c_str(), secret.c_str(), channel.c_str(), uid,
                                                  role, expires, &built, &error);
    } else if (op == "rtc_account") {
        status = dynakey_rtc_build_token_with_user_account(app.c_str(), secret.c_str(),
                                                           channel.c_str(), user.c_str(), role,
                                                           expires, &built, &error);
    } else {
        status = dynakey_rtm_build_token(app.c_str(), secret.c_str(), user.c_str(), role, expires,
                                         &built, &error);
    }
    dynakey::detail::succeed(status, error);
    return dynakey::detail::take(built);
}

static void builder(const std::string& id, const std::string& op, const std::string& app,
                    const std::string& secret, const std::string& third, const std::string& fourth,
                    std::uint32_t uid, int role, long long expires, std::uint32_t now,
                    std::uint32_t salt, const std::string& expected, const std::string& rejected) {
    const bool rtm = op == "rtm";
    const std::string user = rtm ? third : fourth;
    if (!rejected.empty()) {
        const dynakey::Error error = thrown_by(
            [&] { build(op, app, secret, third, user, uid, role, expires); }, id);
        check_that(error.code() == rejected, id, __LINE__);
        return;
    }
    AccessToken built;
    check_that(built.FromString(build(op, app, secret, third, user, uid, role, expires)), id,
               __LINE__);
    AccessToken again(app, secret, third, rtm || fourth == "0" ? "" : fourth);
    if (op == "rtc_account") {
        again.uid_ = fourth;
    }
    again.message_.messages = built.message_.messages;
    again.message_.salt = salt;
    again.message_.ts = now + 86400;
    check_that(again.Build() == expected, id, __LINE__);
}

static void bad(const std::string& id, const std::string& call, const std::string& a,
                const std::string& b, const std::string& c, const std::string& d, std::uint32_t uid,
                long long role, long long expires, const std::string& code,
                const std::string& argument) {
    const dynakey::Error error = thrown_by(
        [&] {
            if (call == "app") {
                dynakey::App(a, b);
            } else if (call == "inspect") {
                dynakey::inspect(a);
            } else if (call == "access_token") {
                AccessToken object(a, b, c, d);
                object.message_.salt = uid;
                object.message_.ts = static_cast<std::uint32_t>(expires);
                object.Build();
            } else if (call == "app_rtm") {
                dynakey::RtmOptions options;
                options.ttl = std::chrono::seconds(expires);
                options.version = c == "\1" ? "" : c;
                dynakey::App(app_id, certificate).rtm_token(a, options);
            } else if (call == "verify") {
                const dynakey::App app(app_id, certificate);
                dynakey::Expectation expected;
                expected.channel = b;
                expected.user = d == "a" ? dynakey::ExpectedUser(c) : dynakey::ExpectedUser(uid);
                if (role == 0) {
                    expected.leeway = std::chrono::seconds(expires);
                } else if (role == 1) {
                    expected.min_remaining = std::chrono::seconds(expires);
                } else {
                    expected.at = std::chrono::system_clock::time_point(
                        std::chrono::seconds(expires));
                }
                app.verify(a, expected);
            } else if (call == "app_rtc") {
                const dynakey::App app(app_id, certificate);
                dynakey::RtcOptions options;
                options.role = static_cast<dynakey::Role>(role);
                options.ttl = std::chrono::seconds(expires);
                options.version = c == "\1" ? "" : c;
                const dynakey::User user = d == "a" ? dynakey::User(b) : dynakey::User(uid);
                app.rtc_token(a, user, options);
            } else {
                build(call, a, b, c, d, uid, static_cast<int>(role), expires);
            }
        },
        id);
    check_that(error.code() == code, id + ": " + error.what(), __LINE__);
    check_that(error.argument() == argument, id + ": " + error.what(), __LINE__);
    check_that(!error.hint().empty() && error.what() == code + std::string(error.what()).substr(code.size()),
               id, __LINE__);
    check_that(std::string(error.what()).find(certificate) == std::string::npos, id, __LINE__);
}

int main() {
    int tokens = 0;
    int builders = 0;
    int mistakes = 0;
#define TOKEN(...) token(__VA_ARGS__), ++tokens;
#define BUILDER(...) builder(__VA_ARGS__), ++builders;
#define BAD(...) bad(__VA_ARGS__), ++mistakes;
#include "table.inc"
    CHECK(tokens == 123);
    CHECK(builders == 26);
    CHECK(mistakes >= 240);
    std::cout << "vectors: " << tokens << " tokens, " << builders << " builder calls, " << mistakes
              << " mistakes passed" << std::endl;
}
