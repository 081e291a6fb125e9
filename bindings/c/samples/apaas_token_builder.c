// Makes APaaS tokens, which education has too, by the names of Agora's sample code.
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
    const int teacher = 1;
    dynakey_status status = dynakey_apaas_build_room_user_token(id, certificate, "room", "ann",
                                                                teacher, 3600, &token, &error);
    int outcome = print("user of a room", status, token, error);

    status = dynakey_apaas_build_user_token(id, certificate, "ann", 3600, &token, &error);
    outcome |= print("user", status, token, error);

    status = dynakey_apaas_build_app_token(id, certificate, 3600, &token, &error);
    outcome |= print("the app itself", status, token, error);
    return outcome;
}
