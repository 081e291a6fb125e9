// Makes a token for conversational AI by the names of Agora's sample code.
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
    const int hour = 3600;
    const dynakey_status status =
        dynakey_convo_ai_build_token(id, certificate, "room", "ann", 1, hour, hour, hour, hour,
                                     hour, "ann", hour, &token, &error);
    return print("conversational AI", status, token, error);
}
