// What version 007 promises beyond its tables: what is read, verified, warned of, and refused.
#include <dynakey.hpp>
#include <dynakey/AccessToken.h>
#include <dynakey/AccessToken2.h>
#include <dynakey/ApaasTokenBuilder.h>
#include <dynakey/ChatTokenBuilder2.h>
#include <dynakey/ConvoAITokenBuilder.h>
#include <dynakey/EducationTokenBuilder2.h>
#include <dynakey/FpaTokenBuilder.h>
#include <dynakey/RtcTokenBuilder.h>
#include <dynakey/RtcTokenBuilder2.h>
#include <dynakey/RtmTokenBuilder.h>
#include <dynakey/RtmTokenBuilder2.h>
#include <dynakey/SttTokenBuilder.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <zlib.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "check.h"

using namespace agora::tools;

static const char* const id = "970CA35de60c44645bbae8a215061b33";
static const char* const certificate = "5CFd2fd1755d40ecb72977518be15d3b";

namespace {

std::string little_endian(std::uint32_t number) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) {
        bytes.push_back(static_cast<char>(number >> (8 * i) & 0xff));
    }
    return bytes;
}

std::string hmac(const std::string& key, const std::string& data) {
    unsigned char digest[32];
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(data.data()), data.size(), digest, &length);
    return std::string(reinterpret_cast<const char*>(digest), length);
}

/// The payload of a token, by OpenSSL and zlib alone.
std::string payload_of(const std::string& token) {
    const std::string text = token.substr(3);
    std::string compressed(text.size(), '\0');
    CHECK(EVP_DecodeBlock(reinterpret_cast<unsigned char*>(&compressed[0]),
                          reinterpret_cast<const unsigned char*>(text.data()),
                          static_cast<int>(text.size())) > 0);
    std::string payload(4096, '\0');
    uLongf length = payload.size();
    CHECK(uncompress(reinterpret_cast<Bytef*>(&payload[0]), &length,
                     reinterpret_cast<const Bytef*>(compressed.data()), compressed.size()) == Z_OK);
    payload.resize(length);
    return payload;
}

/// A token of signed bytes, whatever they are.
std::string token_of(const std::string& signed_part, std::uint32_t issue_ts, std::uint32_t salt) {
    const std::string key = hmac(little_endian(salt), hmac(little_endian(issue_ts), certificate));
    const std::string payload = std::string("\x20\0", 2) + hmac(key, signed_part) + signed_part;
    uLongf length = compressBound(payload.size());
    std::vector<unsigned char> compressed(length);
    CHECK(compress(compressed.data(), &length, reinterpret_cast<const Bytef*>(payload.data()),
                   payload.size()) == Z_OK);
    std::vector<unsigned char> text(2 * length + 8);
    EVP_EncodeBlock(text.data(), compressed.data(), static_cast<int>(length));
    return std::string("007") + reinterpret_cast<const char*>(text.data());
}

/// Reads a token, whose signature is recomputed here.
AccessToken2 read(const std::string& token) {
    AccessToken2 object;
    CHECK(object.FromString(token) && object.VerifySignature(certificate));
    const std::string key =
        hmac(little_endian(object.salt_), hmac(little_endian(object.issue_ts_), certificate));
    const std::string payload = payload_of(token);
    CHECK(payload.substr(2, 32) == object.signature_);
    CHECK(hmac(key, payload.substr(34)) == object.signature_);
    const auto now = static_cast<std::uint32_t>(std::time(nullptr));
    CHECK(now - object.issue_ts_ <= 5);
    return object;
}

using Privileges = std::map<std::uint16_t, std::uint32_t>;

template <class Kind>
const Kind& service_of(const AccessToken2& token, std::size_t place) {
    CHECK(token.services_.at(place)->ServiceType() == Kind::kServiceType);
    const auto* service = dynamic_cast<const Kind*>(token.services_[place].get());
    CHECK(service != nullptr);
    return *service;
}

dynakey::Expectation expect(const dynakey::ExpectedChannel& channel,
                            const dynakey::ExpectedUser& user) {
    dynakey::Expectation expectation;
    expectation.channel = channel;
    expectation.user = user;
    return expectation;
}

bool has(const dynakey::Consistency& report, const std::string& code) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const dynakey::Finding& finding) { return finding.code == code; });
}

void the_names_of_the_sample_code_are_there() {
    CHECK(UserRole::kRolePublisher == Role_Publisher && kRoleSubscriber == Role_Subscriber);
    CHECK(UserRole::Role_Publisher == 1 && UserRole::kRoleSubscriber == 2);
    CHECK(ServiceRtc::kServiceType == 1 && ServiceRtc::kPrivilegeJoinChannel == 1);
    CHECK(ServiceRtc::kPrivilegePublishAudioStream == 2);
    CHECK(ServiceRtc::kPrivilegePublishVideoStream == 3);
    CHECK(ServiceRtc::kPrivilegePublishDataStream == 4);
    CHECK(ServiceRtm::kServiceType == 2 && ServiceRtm::kPrivilegeLogin == 1);
    CHECK(ServiceStreaming::kServiceType == 3 && ServiceStreaming::kPrivilegePublishMixStream == 1);
    CHECK(ServiceStreaming::kPrivilegePublishRawStream == 2);
    CHECK(ServiceFpa::kServiceType == 4 && ServiceFpa::kPrivilegeLogin == 1);
    CHECK(ServiceChat::kServiceType == 5 && ServiceChat::kPrivilegeUser == 1);
    CHECK(ServiceChat::kPrivilegeApp == 2 && ServiceFCdn::kServiceType == 6);
    CHECK(ServiceFCdn::kPrivilegePublish == 1 && ServiceFCdn::kPrivilegePlay == 2);
    CHECK(ServiceApaas::kServiceType == 7 && ServiceApaas::kPrivilegeRoomUser == 1);
    CHECK(ServiceApaas::kPrivilegeUser == 2 && ServiceApaas::kPrivilegeApp == 3);
    CHECK(ServiceRtm2::kServiceType == 8 && ServiceRtm2::kPrivilegeLogin == 1);
    CHECK(ServiceConvoAI::kServiceType == 9 && ServiceStt::kServiceType == 10);

    AccessToken2 token(id, certificate, 1111111, 600);
    CHECK(token.app_id_ == id && token.issue_ts_ == 1111111 && token.expire_ == 600);
    token.salt_ = 1;
    std::unique_ptr<Service> rtc(new ServiceRtc("room", "ann"));
    rtc->AddPrivilege(ServiceRtc::kPrivilegeJoinChannel, 600);
    token.AddService(std::move(rtc));
    CHECK(token.GetServices(ServiceRtc::kServiceType).size() == 1);
    CHECK(token.GetServices(ServiceRtm::kServiceType).empty());
    CHECK(AccessToken2().expire_ == 900 && AccessToken2(id, certificate).issue_ts_ > 1111111);
    CHECK(AccessToken2().salt_ != AccessToken2().salt_ || AccessToken2().salt_ != 0);
    CHECK(ServiceRtc("room", 0).account_.empty() && ServiceRtc("room").account_.empty());
    CHECK(ServiceRtc("room", 7).account_ == "7" && ServiceRtc("room", "0").account_ == "0");
    CHECK(ServiceApaas().role_ == -1 && ServiceApaas("room", "ann", 3).role_ == 3);
    CHECK(ServiceRtm2("ann").permissions_.permissions().empty());
    CHECK(thrown_by([&] { token.AddService(nullptr); }, "no service").code() == "null_pointer");
}

void a_room_token_has_three_services() {
    for (const std::string& token :
         {ApaasTokenBuilder::BuildRoomUserToken(id, certificate, "room", "ann", -5, 600),
          EducationTokenBuilder2::BuildRoomUserToken(id, certificate, "room", "ann", -5, 600)}) {
        const AccessToken2 object = read(token);
        CHECK(object.expire_ == 600 && object.services_.size() == 3);
        CHECK(service_of<ServiceRtm>(object, 0).user_id_ == "ann");
        // The MD5 of "ann".
        CHECK(service_of<ServiceChat>(object, 1).user_id_ == "7e0d7f8a5d96c24ffcc840f31bce72b2");
        const ServiceApaas& apaas = service_of<ServiceApaas>(object, 2);
        CHECK(apaas.room_uuid_ == "room" && apaas.user_uuid_ == "ann" && apaas.role_ == -5);
        for (const auto& service : object.services_) {
            CHECK((service->privileges_ == Privileges{{1, 600}}));
        }
    }
}

template <class Last>
void is_with_rtm(const std::string& token, const Privileges& rtc) {
    const AccessToken2 object = read(token);
    CHECK(object.expire_ == 600 && object.services_.size() == 3);
    CHECK(service_of<ServiceRtc>(object, 0).channel_name_ == "room");
    CHECK(service_of<ServiceRtc>(object, 0).account_ == "ann");
    CHECK(object.services_[0]->privileges_ == rtc);
    CHECK(service_of<ServiceRtm>(object, 1).user_id_ == "bob");
    CHECK((object.services_[1]->privileges_ == Privileges{{1, 700}}));
    CHECK(service_of<Last>(object, 2).privileges_.empty());
}

void agents_and_transcribers_stand_beside_rtc_and_rtm() {
    const auto both = [](auto role, const Privileges& rtc) {
        is_with_rtm<ServiceConvoAI>(
            ConvoAITokenBuilder::BuildToken(id, certificate, "room", "ann", role, 600, 1, 2, 3, 4,
                                            "bob", 700),
            rtc);
        is_with_rtm<ServiceStt>(SttTokenBuilder::BuildToken(id, certificate, "room", "ann", role,
                                                            600, 1, 2, 3, 4, "bob", 700),
                                rtc);
    };
    both(kRolePublisher, {{1, 1}, {2, 2}, {3, 3}, {4, 4}});
    both(kRoleSubscriber, {{1, 1}});
}

void an_unknown_service_is_read_up_to_and_warned_of() {
    const auto now = static_cast<std::uint32_t>(std::time(nullptr));
    const std::string text = std::string("\x20\0", 2) + id;
    const std::string rtc =
        std::string("\x01\0\x01\0\x01\0\x58\x02\0\0\x04\0room\x02\0", 18) + "42";
    const std::string token =
        token_of(text + little_endian(now) + little_endian(600) + little_endian(5) +
                     std::string("\x02\0", 2) + rtc + std::string("\x63\0\x01\x02\x03", 5),
                 now, 5);
    const AccessToken2 object = read(token);
    CHECK(object.services_.size() == 1 && object.services_[0]->ServiceType() == 1);
    const dynakey::Report report = dynakey::App(id, certificate).verify(token, expect("room", 42));
    CHECK(report.ok && has(report, "unknown_service"));
    CHECK(report.json().find("\"unknown_service\":99") != std::string::npos);
    CHECK(dynakey::inspect(token).find("\"unknown_service\":99") != std::string::npos);
}

/// A text with a NUL can't be given to C whole, so it is not given at all: cut, or as "", it would
/// be another user.
void a_text_that_would_be_cut_is_not_read() {
    const auto now = static_cast<std::uint32_t>(std::time(nullptr));
    const std::string token =
        token_of(std::string("\x20\0", 2) + id + little_endian(now) + little_endian(600) +
                     little_endian(5) + std::string("\x01\0\x02\0\0\0\x05\0ann\0x", 13),
                 now, 5);
    dynakey_access_token2* read = nullptr;
    CHECK(dynakey_access_token2_read(token.c_str(), &read, nullptr) == DYNAKEY_INVALID_TEXT);
    CHECK(read == nullptr && !AccessToken2().FromString(token));
    CHECK(dynakey::inspect(token).find("ann\\u0000x") != std::string::npos);
}

void any_channel_is_a_word() {
    const dynakey::App app(id, certificate);
    const std::string any = app.rtc_token(dynakey::ANY_CHANNEL, 42);
    CHECK(service_of<ServiceRtc>(read(any), 0).channel_name_ == "*");
    CHECK(app.verify(any, expect(dynakey::ANY_CHANNEL, 42)).ok);
    const dynakey::Report named = app.verify(any, expect("room", 42));
    CHECK(!named.ok && has(named, "channel_mismatch"));
    CHECK(has(app.verify(any, expect(dynakey::ANY_CHANNEL, 42)), "any_channel"));
    const std::string one = app.rtc_token("room", 42);
    CHECK(!app.verify(one, expect(dynakey::ANY_CHANNEL, 42)).ok);

    const auto code = [&](const dynakey::Channel& channel, const dynakey::User& user,
                          std::optional<std::string> version) {
        dynakey::RtcOptions options;
        options.version = version;
        return thrown_by([&] { app.rtc_token(channel, user, options); }, "any channel").code();
    };
    CHECK(code("*", 42, {}) == "invalid_channel_name");
    CHECK(code(dynakey::ANY_CHANNEL, dynakey::ANY_USER, {}) == "invalid_uid");
    CHECK(code(dynakey::ANY_CHANNEL, 42, "006") == "invalid_channel_name");
    // The word is known by its address: a copy is nothing.
    CHECK(code(std::string(dynakey_any_channel()), 42, {}) == "invalid_text");
    CHECK(dynakey_any_channel() == dynakey_any_channel());
    CHECK(RtcTokenBuilder2::BuildTokenWithUid(id, certificate, "*", 42, kRolePublisher, 60) != "");
}

void a_token_may_open_several_services() {
    using dynakey::Grant;
    using std::chrono::minutes;
    const dynakey::App app(id, certificate);
    const std::string token = app.token(
        {Grant::rtc("room", "ann")
             .role(dynakey::Role::subscriber)
             .privilege("publish_audio", minutes(1)),
         Grant::rtm("ann").ttl(minutes(2)), Grant::streaming("room", 7), Grant::fpa(),
         Grant::chat_user("ann"), Grant::chat_app(), Grant::fcdn(dynakey::ANY_CHANNEL, "ann"),
         Grant::apaas_room("room", "ann", -2), Grant::apaas_user("ann"), Grant::apaas_app(),
         Grant::rtm2("ann", dynakey::Permissions().add(0, 1, {"news", "sport"})), Grant::convo_ai(),
         Grant::stt(), Grant::rtc("other", dynakey::ANY_USER)},
        {minutes(10)});
    const AccessToken2 object = read(token);
    CHECK(object.expire_ == 600 && object.services_.size() == 14);
    CHECK((object.services_[0]->privileges_ == Privileges{{1, 600}, {2, 60}}));
    CHECK(object.GetServices(ServiceRtc::kServiceType).size() == 2);
    CHECK(service_of<ServiceRtc>(object, 1).account_.empty());
    CHECK((service_of<ServiceRtm>(object, 2).privileges_ == Privileges{{1, 120}}));
    CHECK(service_of<ServiceStreaming>(object, 3).account_ == "7");
    CHECK(service_of<ServiceFCdn>(object, 7).channel_name_ == "*");
    CHECK(service_of<ServiceApaas>(object, 8).role_ == -2);
    const auto& permissions = service_of<ServiceRtm2>(object, 11).permissions_.permissions();
    CHECK(permissions.size() == 1 && permissions[0].permission_type == 1);
    CHECK((permissions[0].names == std::vector<std::string>{"news", "sport"}));

    auto chat = expect(dynakey::UNCHECKED, "ann");
    chat.service = "chat";
    CHECK(app.verify(token, chat).ok && app.verify(token, expect("room", "ann")).ok);
    CHECK(app.verify(token, expect("other", dynakey::ANY_USER)).ok);
    CHECK(!app.verify(token, expect("other", "ann")).ok);
    const auto role_of_rtm = thrown_by(
        [&] { app.token({Grant::rtm("ann").role(dynakey::Role::publisher)}); }, "a role of RTM");
    CHECK(role_of_rtm.code() == "invalid_call" && role_of_rtm.index() == 0);

    dynakey_grant unknown = {};
    unknown.kind = 99;
    dynakey_app* c_app = nullptr;
    CHECK(dynakey_app_new(id, certificate, nullptr, &c_app, nullptr) == DYNAKEY_OK);
    char* made = nullptr;
    CHECK(dynakey_app_token(c_app, &unknown, 1, 60, &made, nullptr) == DYNAKEY_NUMBER_OUT_OF_RANGE);
    dynakey_app_free(c_app);
    dynakey_service service = {};
    CHECK(dynakey_access_token2_build(id, certificate, 1, 1, 1, &service, 1, &made, nullptr) ==
          DYNAKEY_NUMBER_OUT_OF_RANGE);
}

void every_token_of_an_app_verifies() {
    const dynakey::App app(id, certificate);
    const auto good = [&](const std::string& token, const char* service,
                          const dynakey::ExpectedChannel& channel,
                          const dynakey::ExpectedUser& user) {
        auto expected = expect(channel, user);
        expected.service = service;
        read(token);
        const dynakey::Report report = app.verify(token, expected);
        CHECK(report.ok && report.json().find(certificate) == std::string::npos);
        CHECK(dynakey::check(token, expected).consistent);
    };
    using dynakey::UNCHECKED;
    good(app.rtc_token("room", 42), "rtc", "room", 42);
    good(app.rtc_token("room", "ann"), "rtc", "room", "ann");
    good(app.rtc_token("room", dynakey::ANY_USER), "rtc", "room", dynakey::ANY_USER);
    good(app.rtc_tokens("room", {1, 2}).at(1), "rtc", "room", 2);
    good(app.rtc_tokens(dynakey::ANY_CHANNEL, {1, 2}).at(1), "rtc", dynakey::ANY_CHANNEL, 2);
    good(app.rtm_token("ann"), "rtm", UNCHECKED, "ann");
    good(app.chat_user_token("ann"), "chat", UNCHECKED, "ann");
    good(app.chat_app_token(), "chat", UNCHECKED, UNCHECKED);
    good(app.fpa_token(), "fpa", UNCHECKED, UNCHECKED);
    good(app.apaas_room_token("room", "ann", 1), "apaas", "room", "ann");
    good(app.apaas_user_token("ann"), "apaas", UNCHECKED, "ann");
    good(app.apaas_app_token(), "apaas", UNCHECKED, UNCHECKED);
    CHECK(read(app.fpa_token()).expire_ == 86400 && read(app.rtm_token("ann")).expire_ == 3600);
    dynakey::RtcOptions longest;
    longest.ttl = std::chrono::seconds(86401);
    CHECK(thrown_by([&] { app.rtc_token("room", 42, longest); }, "a day and a second").code() ==
          "ttl_out_of_range");
}

template <class Number>
void durations_are_checked_not_cut(Number expire) {
    const auto is_refused = [](const std::function<void()>& call) {
        CHECK(thrown_by(call, "an expiry").code() == "expiry_not_a_duration");
    };
    is_refused([&] {
        RtcTokenBuilder2::BuildTokenWithUid(id, certificate, "room", 1, kRolePublisher, expire);
    });
    is_refused([&] { RtmTokenBuilder2::BuildToken(id, certificate, "ann", expire); });
    is_refused([&] { ChatTokenBuilder2::BuildAppToken(id, certificate, expire); });
}

void numbers_of_any_type_are_checked_not_cut() {
    durations_are_checked_not_cut(1764000000);
    durations_are_checked_not_cut(-1);
    durations_are_checked_not_cut(std::int64_t{1} << 32);
    durations_are_checked_not_cut(UINT64_MAX);
    const std::int64_t above = std::int64_t{1} << 32;
    const auto code = [](const std::function<void()>& call) {
        return thrown_by(call, "a number").code();
    };
    CHECK(code([&] {
              RtcTokenBuilder2::BuildTokenWithUid(id, certificate, "room", above, kRolePublisher,
                                                  60);
          }) == "invalid_uid");
    CHECK(code([&] { ServiceRtc("room", above); }) == "invalid_uid");
    CHECK(code([&] { ServiceRtc("room", -1); }) == "invalid_uid");
    CHECK(code([&] { ServiceRtc().AddPrivilege(65536 + 1, 60); }) == "number_out_of_range");
    CHECK(code([&] { ServiceRtc().AddPrivilege(1, above); }) == "expiry_not_a_duration");
    CHECK(code([&] { AccessToken2(id, certificate, above); }) == "expiry_not_a_timestamp");
    CHECK(code([&] { AccessToken2(id, certificate, 1, -1); }) == "expiry_not_a_duration");
    CHECK(code([&] { ServiceApaas("room", "ann", 32768); }) == "invalid_role");
    CHECK(code([&] { FpaTokenBuilder::BuildToken(id, std::string(certificate) + '\0'); }) ==
          "invalid_text");
}

void what_cannot_be_read_clears_the_token_object() {
    const std::string good = dynakey::App(id, certificate).rtc_token("room", 42);
    AccessToken2 token(id, certificate);
    CHECK(token.FromString(good) && token.services_.size() == 1);
    dynakey::RtcOptions version_006;
    version_006.version = "006";
    for (const std::string& bad :
         {std::string("garbage"), dynakey::App(id, certificate).rtc_token("room", 42, version_006),
          std::string("007\0", 4)}) {
        CHECK(!token.FromString(bad) && token.services_.empty() && token.app_id_.empty());
        CHECK(token.salt_ == 0 && token.expire_ == 0 && token.signature_.empty());
        CHECK(!token.VerifySignature(certificate));
    }
    CHECK(token.FromString(good));
    CHECK(token.Build() == good);
    CHECK(!AccessToken().FromString(good));
}

}  // namespace

void version_007_keeps_its_promises() {
    the_names_of_the_sample_code_are_there();
    a_room_token_has_three_services();
    agents_and_transcribers_stand_beside_rtc_and_rtm();
    an_unknown_service_is_read_up_to_and_warned_of();
    a_text_that_would_be_cut_is_not_read();
    any_channel_is_a_word();
    a_token_may_open_several_services();
    every_token_of_an_app_verifies();
    numbers_of_any_type_are_checked_not_cut();
    what_cannot_be_read_clears_the_token_object();
}
