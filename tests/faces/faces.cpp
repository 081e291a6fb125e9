// Makes tokens in C++, or verifies those that any face made.
#include <dynakey.hpp>
#include <dynakey/RtcTokenBuilder.h>
#include <dynakey/RtcTokenBuilder2.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

namespace {

constexpr std::uint32_t user = 2882341273u;

void make(const std::string& id, const std::string& certificate, const dynakey::App& app) {
    const auto in_an_hour = static_cast<std::uint32_t>(std::time(nullptr) + 3600);
    using namespace agora::tools;
    std::cout << RtcTokenBuilder::buildTokenWithUid(id, certificate, "room", user,
                                                    UserRole::Role_Publisher, in_an_hour)
              << '\n'
              << RtcTokenBuilder2::BuildTokenWithUid(id, certificate, "room", user,
                                                     UserRole::kRolePublisher, 3600, 3600)
              << '\n';
    for (const char* version : {"006", "007"}) {
        dynakey::RtcOptions options;
        options.version = version;
        std::cout << app.rtc_token("room", user, options) << '\n';
    }
}

void verify(const dynakey::App& app) {
    dynakey::Expectation expectation;
    expectation.channel = "room";
    expectation.user = user;
    std::string token;
    while (std::cin >> token) {
        app.verify(token, expectation).throw_if_invalid();
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string id = std::getenv("AGORA_APP_ID");
    const std::string certificate = std::getenv("AGORA_APP_CERTIFICATE");
    try {
        const dynakey::App app(id, certificate);
        if (count == 2 && arguments[1] == std::string("make")) {
            make(id, certificate, app);
        } else {
            verify(app);
        }
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
