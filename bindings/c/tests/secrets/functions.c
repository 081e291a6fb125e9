/* What is freed leaves no certificate behind, and no error repeats one. */
#include <dynakey.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

static const char* const id = "970CA35de60c44645bbae8a215061b33";

static void what_is_freed_leaves_nothing_behind(void) {
    char text[DIGITS + 1];
    dynakey_app* app = NULL;
    char* token = NULL;
    write_certificate(text);
    check(dynakey_app_new(id, text, text, &app, NULL) == DYNAKEY_OK, "an app");
    wipe(text);
    check(dynakey_app_rtc_token_with_uid(app, "room", 1, 1, 60, "007", &token, NULL) == DYNAKEY_OK,
          "a token");
    dynakey_string_free(token);
    check(copies() >= 2, "the search does not find the two that the app keeps");
    dynakey_app_free(app);
    check(copies() == 0, "the certificate is left after dynakey_app_free");

    write_certificate(text);
    check(dynakey_rtc2_build_token_with_uid(id, text, "room", 1, 1, 60, 60, &token, NULL) ==
              DYNAKEY_OK, "a builder");
    dynakey_string_free(token);
    check(dynakey_rtc_build_token_with_uid(id, text, "", 1, 1, 0, &token, NULL) ==
              DYNAKEY_INVALID_CHANNEL_NAME, "a builder's mistake");
    wipe(text);
    check(copies() == 0, "the certificate is left after a builder");
}

/* With a certificate that is too short, and one with a wrong letter at each place. */
static void no_error_repeats_a_certificate(void) {
    char text[DIGITS + 1];
    for (size_t wrong = 0; wrong <= DIGITS; ++wrong) {
        write_certificate(text);
        text[wrong < DIGITS ? wrong : DIGITS - 1] = wrong < DIGITS ? 'g' : '\0';
        dynakey_app* app = NULL;
        dynakey_error* error = NULL;
        check(dynakey_app_new(id, text, NULL, &app, &error) == DYNAKEY_INVALID_APP_CERTIFICATE,
              "a mistaken certificate");
        const char* message = dynakey_error_message(error);
        const char* hint = dynakey_error_hint(error);
        for (size_t at = 0; at + 8 <= strlen(text); ++at) {
            char part[9] = "";
            memcpy(part, text + at, 8);
            check(strstr(message, part) == NULL && strstr(hint, part) == NULL, message);
        }
        dynakey_error_free(error);
        wipe(text);
    }
    check(copies() == 0, "an error keeps the certificate");
}

int main(void) {
    choose_certificate();
    what_is_freed_leaves_nothing_behind();
    no_error_repeats_a_certificate();
    printf("secrets: no certificate is left in memory by functions\n");
    return EXIT_SUCCESS;
}
