// Makes a token of chosen services and privileges through the token object, and reads it.
#include <dynakey/AccessToken2.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

using namespace agora::tools;

static std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

int main() {
    const std::string app_id = variable("AGORA_APP_ID");
    const std::string app_certificate = variable("AGORA_APP_CERTIFICATE");
    try {
        AccessToken2 token(app_id, app_certificate, 0, 3600);

        std::unique_ptr<Service> rtc(new ServiceRtc("room", 42));
        rtc->AddPrivilege(ServiceRtc::kPrivilegeJoinChannel, 3600);
        rtc->AddPrivilege(ServiceRtc::kPrivilegePublishAudioStream, 600);
        token.AddService(std::move(rtc));

        std::unique_ptr<Service> rtm(new ServiceRtm("ann"));
        rtm->AddPrivilege(ServiceRtm::kPrivilegeLogin, 3600);
        token.AddService(std::move(rtm));

        const std::string text = token.Build();
        std::cout << "joins for an hour, speaks for ten minutes, messages: " << text << std::endl;

        AccessToken2 read;
        if (!read.FromString(text) || !read.VerifySignature(app_certificate)) {
            std::cerr << "the token can't be read, or is not ours" << std::endl;
            return EXIT_FAILURE;
        }
        std::cout << read.services_.size() << " services for " << read.expire_ << " seconds"
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
