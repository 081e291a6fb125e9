// Makes a token and verifies it, then one of two services.
#include <dynakey.hpp>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

int main() {
    const char* id = std::getenv("AGORA_APP_ID");
    const char* certificate = std::getenv("AGORA_APP_CERTIFICATE");
    try {
        const dynakey::App app(id == nullptr ? "" : id, certificate == nullptr ? "" : certificate);

        const std::string token = app.rtc_token("room", 42);
        std::cout << token << std::endl;

        dynakey::Expectation expectation;
        expectation.channel = "room";
        expectation.user = 42;
        const dynakey::Report report = app.verify(token, expectation);
        for (const dynakey::Finding& finding : report.findings) {
            std::cout << finding.code << ": " << finding.hint << std::endl;
        }
        report.throw_if_invalid();

        using dynakey::Grant;
        std::cout << app.token({Grant::rtc("room", "ann").role(dynakey::Role::subscriber),
                                Grant::rtm("ann")},
                               {std::chrono::minutes(10)})
                  << std::endl;
    } catch (const dynakey::Error& error) {
        std::cerr << error.what() << "\nhint: " << error.hint() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
