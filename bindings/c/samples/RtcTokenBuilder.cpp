// Makes RTC tokens by the names of Agora's sample code.
#include <dynakey/RtcTokenBuilder.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

using namespace agora::tools;

static std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

int main() {
    const std::string appId = variable("AGORA_APP_ID");
    const std::string appCertificate = variable("AGORA_APP_CERTIFICATE");
    const auto now = static_cast<std::uint32_t>(std::time(nullptr));
    try {
        std::cout << "publisher, known by a number: "
                  << RtcTokenBuilder::buildTokenWithUid(appId, appCertificate, "room", 2882341273u,
                                                        UserRole::Role_Publisher, now + 3600)
                  << "\nsubscriber, known by a text: "
                  << RtcTokenBuilder::buildTokenWithUserAccount(
                         appId, appCertificate, "room", "ann", Role_Subscriber, now + 3600)
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
