// Makes an FPA token by the names of Agora's sample code.
#include <dynakey/FpaTokenBuilder.h>

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
        std::cout << "full-path acceleration: "
                  << FpaTokenBuilder::BuildToken(app_id, app_certificate) << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
