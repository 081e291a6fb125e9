// Makes a token with chosen privileges through the token object.
#include <dynakey/AccessToken.h>

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
        AccessToken token(appId, appCertificate, "room", 42);
        token.AddPrivilege(AccessToken::Privileges::kJoinChannel, now + 3600);
        token.AddPrivilege(AccessToken::Privileges::kPublishAudioStream, now + 600);
        std::cout << "joins for an hour, speaks for ten minutes: " << token.Build() << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
