// Makes a token for speech to text by the names of Agora's sample code.
#include <dynakey/SttTokenBuilder.h>

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
        const int hour = 3600;
        std::cout << "speech to text: "
                  << SttTokenBuilder::BuildToken(app_id, app_certificate, "room", "ann",
                                                 UserRole::kRolePublisher, hour, hour, hour, hour,
                                                 hour, "ann", hour)
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
