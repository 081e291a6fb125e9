// Makes RTM tokens of version 007 by the names of Agora's sample code.
#include <dynakey/RtmTokenBuilder2.h>

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
        std::cout << "messaging: "
                  << RtmTokenBuilder2::BuildToken(app_id, app_certificate, "ann", 3600)
                  << std::endl;

        ServiceRtm2::Permissions permissions;
        permissions.add(ServiceRtm2::Permissions::kMessageChannels, ServiceRtm2::Permissions::kRead,
                        {"news", "sport"});
        permissions.add(ServiceRtm2::Permissions::kUsers, ServiceRtm2::Permissions::kWrite,
                        {"bob"});
        std::cout << "reads two channels, writes to bob: "
                  << RtmTokenBuilder2::BuildToken(app_id, app_certificate, "ann", permissions, 3600)
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
