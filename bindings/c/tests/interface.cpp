// What the C interface promises beyond its results: NULL, invalid UTF-8, ownership, threads, forks.
#include <dynakey.hpp>
#include <dynakey/AccessToken.h>
#include <dynakey/RtcTokenBuilder.h>
#include <dynakey/RtmTokenBuilder.h>

#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <string>
#include <thread>

#include "check.h"

using namespace agora::tools;

static const char* const id = "970CA35de60c44645bbae8a215061b33";
static const char* const certificate = "5CFd2fd1755d40ecb72977518be15d3b";
static const char* const other_certificate = "00112233445566778899aabbccddeeff";

static dynakey::RtcOptions version_006() {
    dynakey::RtcOptions options;
    options.version = "006";
    return options;
}

static dynakey::Expectation expect(const dynakey::ExpectedChannel& channel,
                                   const dynakey::ExpectedUser& user) {
    dynakey::Expectation expectation;
    expectation.channel = channel;
    expectation.user = user;
    return expectation;
}

static std::uint32_t salt_of(const std::string& token) {
    AccessToken read;
    CHECK(read.FromString(token));
    return read.message_.salt;
}

/// Every public name of the sample API, with the types that programs rely on.
static void the_names_of_the_sample_code_are_there() {
    using text = const std::string&;
    std::string (*by_uid)(text, text, text, std::uint32_t, UserRole, std::uint32_t) =
        &RtcTokenBuilder::buildTokenWithUid;
    std::string (*by_account)(text, text, text, text, UserRole, std::uint32_t) =
        &RtcTokenBuilder::buildTokenWithUserAccount;
    std::string (*rtm)(text, text, text, RtmUserRole, std::uint32_t) = &RtmTokenBuilder::buildToken;
    CHECK(by_uid != nullptr && by_account != nullptr && rtm != nullptr);
    CHECK(Role_Attendee == 0 && Role_Publisher == 1 && Role_Subscriber == 2 && Role_Admin == 101);
    CHECK(UserRole::Role_Admin == Role_Admin && Rtm_User == 1);
    CHECK(AccessToken::kJoinChannel == 1 && AccessToken::Privileges::kPublishAudioStream == 2);
    CHECK(AccessToken::kPublishVideoStream == 3 && AccessToken::kPublishDataStream == 4);
    CHECK(AccessToken::kRtmLogin == 1000);
    AccessToken token(id, certificate, "room", 42);
    token.SetTokenExpiredTs(7);
    token.AddPrivilege(AccessToken::kJoinChannel, 9);
    token.message_.salt = 5;
    CHECK(token.message_.ts == 7 && token.message_.messages.at(1) == 9);
    CHECK(token.app_id_ == id && token.signature_.empty() && token.crc_uid_ == 0);
}

static void versions_are_equal() {
    CHECK(std::string(dynakey_version()) == DYNAKEY_VERSION);
    const std::string parts = std::to_string(DYNAKEY_VERSION_MAJOR) + "." +
                              std::to_string(DYNAKEY_VERSION_MINOR) + "." +
                              std::to_string(DYNAKEY_VERSION_PATCH);
    CHECK(parts == DYNAKEY_VERSION);
}

static void null_is_an_error_that_names_the_argument() {
    char* token = reinterpret_cast<char*>(1);
    dynakey_error* error = nullptr;
    CHECK(dynakey_rtc_build_token_with_uid(id, nullptr, "room", 1, 1, 0, &token, &error) ==
          DYNAKEY_NULL_POINTER);
    CHECK(token == nullptr);
    CHECK(std::string(dynakey_error_code(error)) == "null_pointer");
    CHECK(std::string(dynakey_error_argument(error)) == "app_certificate");
    CHECK(dynakey_error_status(error) == DYNAKEY_NULL_POINTER && dynakey_error_index(error) == -1);
    dynakey_error_free(error);

    dynakey_app* app = nullptr;
    CHECK(dynakey_app_new(id, certificate, nullptr, &app, nullptr) == DYNAKEY_OK);
    dynakey_report* report = nullptr;
    CHECK(dynakey_check("", nullptr, &report, nullptr) == DYNAKEY_NULL_POINTER);
    dynakey_tokens* tokens = nullptr;
    CHECK(dynakey_app_rtc_tokens_with_uids(app, "room", nullptr, 1, 1, 1, "006", &tokens,
                                           nullptr) == DYNAKEY_NULL_POINTER);
    dynakey_app_free(app);
}

template <class Number>
static std::string code_of_uid(Number uid) {
    const auto build = [&] {
        RtcTokenBuilder::buildTokenWithUid(id, certificate, "r", uid, Role_Admin);
    };
    return thrown_by(build, "a uid").code();
}

template <class Number>
static std::string code_of_expiry(Number expiry) {
    const auto by_uid = thrown_by(
        [&] { RtcTokenBuilder::buildTokenWithUid(id, certificate, "r", 1, Role_Admin, expiry); },
        "an expiry by uid");
    const auto by_account = thrown_by(
        [&] {
            RtcTokenBuilder::buildTokenWithUserAccount(id, certificate, "r", "ann", Role_Admin,
                                                       expiry);
        },
        "an expiry by account");
    const auto rtm = thrown_by(
        [&] { RtmTokenBuilder::buildToken(id, certificate, "ann", Rtm_User, expiry); },
        "an expiry of RTM");
    CHECK(by_uid.code() == by_account.code() && by_uid.code() == rtm.code());
    return rtm.code();
}

static void integers_of_any_type_are_checked_not_cut() {
    const std::int64_t above = 4294967296;
    const std::int64_t uid_0_if_cut[] = {above, 2 * above, -above};
    for (const std::int64_t uid : uid_0_if_cut) {
        CHECK(code_of_uid(uid) == "invalid_uid");
        CHECK(code_of_expiry(uid) == "expiry_not_a_timestamp");
    }
    CHECK(code_of_uid(-1) == "invalid_uid" && code_of_uid(short{-1}) == "invalid_uid");
    CHECK(code_of_uid(UINT64_MAX) == "invalid_uid" && code_of_uid(INT64_MIN) == "invalid_uid");
    CHECK(code_of_uid(1ull << 63) == "invalid_uid");
    CHECK(code_of_expiry(-1) == "expiry_not_a_timestamp");
    CHECK(code_of_expiry(1700000000000ll) == "expiry_not_a_timestamp");
    CHECK(code_of_expiry(UINT64_MAX) == "expiry_not_a_timestamp");

    const auto by_number = [](auto uid) {
        return thrown_by([&] { AccessToken(id, certificate, "r", uid); }, "a token object").code();
    };
    CHECK(by_number(above) == "invalid_uid" && by_number(-1) == "invalid_uid");
    CHECK(by_number(UINT64_MAX) == "invalid_uid");
    AccessToken token(id, certificate, "r", std::int64_t{42});
    CHECK(token.uid_ == "42");
    const auto not_a_timestamp = [&](auto ts) {
        const auto end = thrown_by([&] { token.SetTokenExpiredTs(ts); }, "an end");
        const auto privilege =
            thrown_by([&] { token.AddPrivilege(AccessToken::kJoinChannel, ts); }, "a privilege");
        CHECK(end.argument() == "ts" && privilege.argument() == "messages");
        CHECK(end.code() == "expiry_not_a_timestamp" && privilege.code() == end.code());
    };
    not_a_timestamp(above);
    not_a_timestamp(-1);

    const dynakey::App app(id, certificate);
    const auto user = [&](const dynakey::User& who) {
        return thrown_by([&] { app.rtc_token("r", who, version_006()); }, "a user").code();
    };
    CHECK(user(0) == "invalid_uid" && user(-1) == "invalid_uid" && user(above) == "invalid_uid");
    CHECK(user(UINT64_MAX) == "invalid_uid");
    const auto batch = thrown_by(
        [&] { app.rtc_tokens("r", std::vector<std::uint64_t>{1, 1ull << 32}, version_006()); },
        "a batch");
    CHECK(batch.code() == "invalid_uid" && batch.index() == 1);
    CHECK(app.verify(app.rtc_token("r", 7ull, version_006()), expect("r", short{7})).ok);

    char* made = nullptr;
    CHECK(dynakey_rtc_build_token_with_uid(id, certificate, "r", 1, 1 + above, 0, &made, nullptr) ==
          DYNAKEY_INVALID_ROLE);
}

static void invalid_text_is_refused_and_never_cut() {
    const dynakey::App app(id, certificate);
    const auto options = version_006();
    const auto code = [&](const std::string& channel) {
        return thrown_by([&] { app.rtc_token(channel, 1u, options); }, channel).code();
    };
    CHECK(code("a\xff") == "invalid_text");
    CHECK(code(std::string("room\0more", 9)) == "invalid_text");
    const std::string cut(std::string(id) + '\0' + "x");
    CHECK(thrown_by([&] { dynakey::App(cut, certificate); }, "app").code() == "invalid_text");
    CHECK(thrown_by([&] { RtcTokenBuilder::buildTokenWithUid(id, cut, "r", 1, Role_Admin); }, "rtc")
              .argument() == "app_certificate");
}

static void tokens_verify_and_mismatches_are_named() {
    const dynakey::App app(id, certificate);
    const std::string token = app.rtc_token("room", 42u, version_006());
    const dynakey::Report good = app.verify(token, expect("room", 42u));
    CHECK(good.ok && good.findings.empty() && good.signature == "valid");
    CHECK(good.certificate == "primary" && good.renew_after == good.expires_at - 30);
    good.throw_if_invalid();

    const dynakey::Report bad = app.verify(token, expect("Room", 42u));
    CHECK(!bad.ok && bad.findings.size() == 1 && bad.findings[0].code == "channel_mismatch");
    CHECK(bad.findings[0].hint.find("differs in case") != std::string::npos);
    CHECK(bad.findings[0].level == "error");
    CHECK(bad.json().find("channel_mismatch") != std::string::npos);
    CHECK(thrown_by([&] { bad.throw_if_invalid(); }, "bad").code() == "verification_failed");

    const dynakey::App rotating(id, other_certificate, certificate);
    CHECK(rotating.verify(token, expect("room", 42u)).certificate == "secondary");

    const std::string anyone = app.rtc_token("room", dynakey::ANY_USER, version_006());
    CHECK(app.verify(anyone, expect("room", dynakey::ANY_USER)).ok);
    CHECK(!app.verify(anyone, expect("room", 42u)).ok);
    CHECK(!app.verify(anyone, expect(dynakey::UNCHECKED, dynakey::UNCHECKED)).ok);

    dynakey::RtmOptions rtm;
    rtm.version = "006";
    auto expected = expect(dynakey::UNCHECKED, "ann");
    expected.service = "rtm";
    expected.privileges = {"login"};
    CHECK(app.verify(app.rtm_token("ann", rtm), expected).ok);
    CHECK(app.verify(RtmTokenBuilder::buildToken(id, certificate, "ann", Rtm_User), expected).ok);

    auto later = expect("room", 42u);
    later.at = std::chrono::system_clock::now() + std::chrono::hours(2);
    CHECK(app.verify(token, later).findings.at(0).code == "privilege_expired");
    later.leeway = std::chrono::hours(2);
    CHECK(app.verify(token, later).ok);
}

static void a_check_never_says_ok() {
    const std::string token =
        dynakey::App(id, other_certificate).rtc_token("room", 42u, version_006());
    CHECK(dynakey::check(token, expect("room", 42u)).consistent);
    CHECK(!dynakey::App(id, certificate).verify(token, expect("room", 42u)).ok);
    CHECK(dynakey::inspect(token).find("\"version\":\"006\"") != std::string::npos);
    CHECK(thrown_by([] { dynakey::inspect("garbage"); }, "inspect").code() == "malformed_token");
}

static void a_batch_is_all_or_nothing() {
    const dynakey::App app(id, certificate);
    const auto tokens = app.rtc_tokens("room", {1, 2, 3}, version_006());
    CHECK(tokens.size() == 3 && app.verify(tokens[2], expect("room", 3u)).ok);
    const auto error =
        thrown_by([&] { app.rtc_tokens("room", {1, 0}, version_006()); }, "a batch");
    CHECK(error.code() == "invalid_uid" && error.index() == 1);
    CHECK(app.rtc_tokens("room", {}, version_006()).empty());
}

static void what_cannot_be_read_clears_the_token_object() {
    AccessToken token(id, certificate, "room", 42);
    token.AddPrivilege(AccessToken::kJoinChannel);
    CHECK(token.FromString(token.Build()) && token.crc_channel_name_ != 0 && token.crc_uid_ != 0);
    CHECK(!token.FromString("garbage") && !token.FromString(std::string("006\0", 4)));
    CHECK(token.app_id_.empty() && token.message_.messages.empty() && token.message_.ts == 0);
}

static void threads_and_children_do_not_repeat_salts() {
    const dynakey::App app(id, certificate);
    std::set<std::uint32_t> salts;
    std::vector<std::vector<std::string>> made(8);
    std::vector<std::thread> threads;
    for (auto& mine : made) {
        threads.emplace_back([&app, &mine] {
            for (int i = 0; i < 200; ++i) {
                mine.push_back(app.rtc_token("room", 42u, version_006()));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& mine : made) {
        for (const auto& token : mine) {
            salts.insert(salt_of(token));
        }
    }
    CHECK(salts.size() > 1595);

    app.rtc_token("room", 42u, version_006());
    int pipes[2];
    CHECK(pipe(pipes) == 0);
    const pid_t child = fork();
    const std::uint32_t salt = salt_of(app.rtc_token("room", 42u, version_006()));
    if (child == 0) {
        const bool written = write(pipes[1], &salt, sizeof salt) == sizeof salt;
        _exit(written ? 0 : 1);
    }
    std::uint32_t childs = 0;
    CHECK(read(pipes[0], &childs, sizeof childs) == sizeof childs);
    waitpid(child, nullptr, 0);
    CHECK(childs != salt);
}

void the_interface_keeps_its_promises() {
    the_names_of_the_sample_code_are_there();
    versions_are_equal();
    null_is_an_error_that_names_the_argument();
    integers_of_any_type_are_checked_not_cut();
    invalid_text_is_refused_and_never_cut();
    tokens_verify_and_mismatches_are_named();
    a_check_never_says_ok();
    a_batch_is_all_or_nothing();
    what_cannot_be_read_clears_the_token_object();
    threads_and_children_do_not_repeat_salts();
}
