// Makes RTC tokens of version 007 by the names of Agora's sample code.
#include <dynakey.h>
#include <stdio.h>
#include <stdlib.h>

static int print(const char *what, dynakey_status status, char *token, dynakey_error *error) {
    if (status != DYNAKEY_OK) {
        fprintf(stderr, "%s: %s\n", what, dynakey_error_message(error));
        dynakey_error_free(error);
        return EXIT_FAILURE;
    }
    printf("%s: %s\n", what, token);
    dynakey_string_free(token);
    return EXIT_SUCCESS;
}

int main(void) {
    const char *id = getenv("AGORA_APP_ID");
    const char *certificate = getenv("AGORA_APP_CERTIFICATE");
    char *token = NULL;
    dynakey_error *error = NULL;
    int outcome = EXIT_SUCCESS;

    dynakey_status status = dynakey_rtc2_build_token_with_uid(id, certificate, "room", 2882341273u,
                                                              1, 3600, 3600, &token, &error);
    outcome |= print("publisher, known by a number", status, token, error);

    status = dynakey_rtc2_build_token_with_user_account(id, certificate, "room", "ann", 2, 3600,
                                                        3600, &token, &error);
    outcome |= print("subscriber, known by a text", status, token, error);

    status = dynakey_rtc2_build_token_with_rtm(id, certificate, "room", "ann", 1, 3600, 3600,
                                               &token, &error);
    outcome |= print("calls and messages", status, token, error);
    return outcome;
}
