// Makes RTC tokens by the names of Agora's sample code.
#include <dynakey.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

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
    const int64_t in_an_hour = (int64_t)time(NULL) + 3600;
    char *token = NULL;
    dynakey_error *error = NULL;
    int outcome = EXIT_SUCCESS;

    dynakey_status status = dynakey_rtc_build_token_with_uid(
        id, certificate, "room", 2882341273u, 1, in_an_hour, &token, &error);
    outcome |= print("publisher, known by a number", status, token, error);

    status = dynakey_rtc_build_token_with_user_account(id, certificate, "room", "ann", 2,
                                                       in_an_hour, &token, &error);
    outcome |= print("subscriber, known by a text", status, token, error);
    return outcome;
}
