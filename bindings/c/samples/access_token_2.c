// Makes a token of chosen services and privileges through the token object.
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
    uint32_t salt = 0;
    uint32_t now = 0;
    if (dynakey_access_token2_defaults(&salt, &now, &error) != DYNAKEY_OK) {
        return print("a salt and the time", dynakey_error_status(error), NULL, error);
    }

    const dynakey_privilege joins_and_speaks[] = {{1, 3600}, {2, 600}};
    const dynakey_privilege logs_in[] = {{1, 3600}};
    dynakey_service services[2] = {{0}};
    services[0].service_type = 1;
    services[0].channel = "room";
    services[0].user = "42";
    services[0].privileges = joins_and_speaks;
    services[0].privilege_count = 2;
    services[1].service_type = 2;
    services[1].user = "ann";
    services[1].privileges = logs_in;
    services[1].privilege_count = 1;

    const dynakey_status status =
        dynakey_access_token2_build(id, certificate, now, 3600, salt, services, 2, &token, &error);
    return print("joins for an hour, speaks for ten minutes, messages", status, token, error);
}
