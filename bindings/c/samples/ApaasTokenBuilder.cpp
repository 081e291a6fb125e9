// Makes APaaS tokens by the names of Agora's sample code.
#include <dynakey/ApaasTokenBuilder.h>

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
        const int teacher = 1;
        std::cout << "user of a room: "
                  << ApaasTokenBuilder::BuildRoomUserToken(app_id, app_certificate, "room", "ann",
                                                           teacher, 3600)
                  << "\nuser: "
                  << ApaasTokenBuilder::BuildUserToken(app_id, app_certificate, "ann", 3600)
                  << "\nthe app itself: "
                  << ApaasTokenBuilder::BuildAppToken(app_id, app_certificate, 3600) << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
