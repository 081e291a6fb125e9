// Makes RTC tokens of version 007 by the names of Agora's sample code.
#include <dynakey/RtcTokenBuilder2.h>

#include <cstdlib>
#include <iostream>
#include <string>

using namespace agora::tools;

static std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

int main() {
    const std::string app_id = variable("AGORA_APP_ID");
    const std::string app_certificate = variable("AGORA_APP_CERTIFICATE");
    try {
        std::cout << "publisher, known by a number: "
                  << RtcTokenBuilder2::BuildTokenWithUid(app_id, app_certificate, "room",
                                                         2882341273u, UserRole::kRolePublisher,
                                                         3600, 3600)
                  << "\nsubscriber, known by a text: "
                  << RtcTokenBuilder2::BuildTokenWithUserAccount(app_id, app_certificate, "room",
                                                                 "ann", UserRole::kRoleSubscriber,
                                                                 3600, 3600)
                  << "\njoins for an hour, speaks for ten minutes, shows for five: "
                  << RtcTokenBuilder2::BuildTokenWithUid(app_id, app_certificate, "room", 42, 3600,
                                                         3600, 600, 300, 300)
                  << "\ncalls and messages: "
                  << RtcTokenBuilder2::BuildTokenWithRtm(app_id, app_certificate, "room", "ann",
                                                         UserRole::kRolePublisher, 3600, 3600)
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
