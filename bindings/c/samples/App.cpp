// Makes a token and verifies it.
#include <dynakey.hpp>

#include <cstdlib>
#include <iostream>

int main() {
    const char* id = std::getenv("AGORA_APP_ID");
    const char* certificate = std::getenv("AGORA_APP_CERTIFICATE");
    try {
        const dynakey::App app(id == nullptr ? "" : id, certificate == nullptr ? "" : certificate);

        dynakey::RtcOptions options;
        options.version = "006";
        const std::string token = app.rtc_token("room", 42u, options);
        std::cout << token << std::endl;

        dynakey::Expectation expectation;
        expectation.channel = "room";
        expectation.user = 42u;
        const dynakey::Report report = app.verify(token, expectation);
        for (const dynakey::Finding& finding : report.findings) {
            std::cout << finding.code << ": " << finding.hint << std::endl;
        }
        report.throw_if_invalid();
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
