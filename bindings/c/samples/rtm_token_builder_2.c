// Makes RTM tokens of version 007 by the names of Agora's sample code.
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
    dynakey_status status = dynakey_rtm2_build_token(id, certificate, "ann", 3600, &token, &error);
    int outcome = print("messaging", status, token, error);

    const char *const channels[] = {"news", "sport"};
    const dynakey_permission reads = {0, 0, channels, 2};
    status = dynakey_rtm2_build_token_with_permissions(id, certificate, "ann", &reads, 1, 3600,
                                                       &token, &error);
    outcome |= print("reads two channels", status, token, error);
    return outcome;
}
