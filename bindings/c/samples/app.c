// Makes a token and verifies it, then one of two services.
#include <dynakey.h>
#include <stdio.h>
#include <stdlib.h>

static int fail(dynakey_error *error) {
    fprintf(stderr, "%s\nhint: %s\n", dynakey_error_message(error), dynakey_error_hint(error));
    dynakey_error_free(error);
    return EXIT_FAILURE;
}

int main(void) {
    dynakey_error *error = NULL;
    dynakey_app *app = NULL;
    if (dynakey_app_new(getenv("AGORA_APP_ID"), getenv("AGORA_APP_CERTIFICATE"), NULL, &app,
                        &error) != DYNAKEY_OK) {
        return fail(error);
    }

    char *token = NULL;
    if (dynakey_app_rtc_token_with_uid(app, "room", 42, 1, 3600, NULL, &token, &error) !=
        DYNAKEY_OK) {
        dynakey_app_free(app);
        return fail(error);
    }
    printf("%s\n", token);

    dynakey_expectation expectation = {0};
    expectation.channel = "room";
    expectation.user_kind = DYNAKEY_USER_UID;
    expectation.uid = 42;
    dynakey_report *report = NULL;
    int outcome = EXIT_FAILURE;
    if (dynakey_app_verify(app, token, &expectation, &report, &error) != DYNAKEY_OK) {
        fail(error);
    } else {
        for (size_t i = 0; i < dynakey_report_finding_count(report); i++) {
            printf("%s: %s\n", dynakey_report_finding_code(report, i),
                   dynakey_report_finding_hint(report, i));
        }
        outcome = dynakey_report_ok(report) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    dynakey_report_free(report);
    dynakey_string_free(token);

    dynakey_grant grants[2] = {{0}};
    grants[0].kind = DYNAKEY_GRANT_RTC;
    grants[0].channel = "room";
    grants[0].user_kind = DYNAKEY_USER_ACCOUNT;
    grants[0].user_account = "ann";
    grants[0].role = 2;
    grants[1].kind = DYNAKEY_GRANT_RTM;
    grants[1].user_kind = DYNAKEY_USER_ACCOUNT;
    grants[1].user_account = "ann";
    if (dynakey_app_token(app, grants, 2, 600, &token, &error) != DYNAKEY_OK) {
        dynakey_app_free(app);
        return fail(error);
    }
    printf("%s\n", token);
    dynakey_string_free(token);
    dynakey_app_free(app);
    return outcome;
}
