// The C interface of dynakey: Agora tokens (dynamic keys), built, read and verified.
//
// Functions that can fail return a status, DYNAKEY_OK or the number of an error. Their results come
// last, through pointers that are set to NULL first; `error`, the very last, may be NULL if only
// the status matters. What a function gives is the caller's to free, with the function that the
// documentation of the type names; freeing NULL does nothing. Texts that go in are NUL-terminated
// UTF-8, are only read during the call, and must not be NULL unless said. Texts that an accessor
// gives belong to the object. Objects never change after they were made, so any number of threads
// may use one at the same time, as long as none frees it. No call aborts the program.
//
// Numbers go in as 64-bit integers, also where only a few are allowed, so that a number that is out
// of range is refused and never cut to another one.

#ifndef DYNAKEY_H
#define DYNAKEY_H

// Made by `cargo xtask header` from bindings/c/src: never edit it.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The version of this header; `dynakey_version` gives the library's.
#define DYNAKEY_VERSION_MAJOR 0
#define DYNAKEY_VERSION_MINOR 1
#define DYNAKEY_VERSION_PATCH 0
#define DYNAKEY_VERSION "0.1.0"

// The user is not checked; a version 006 signature can't be checked then either.
#define DYNAKEY_USER_UNCHECKED 0

// The user is the one of `uid`.
#define DYNAKEY_USER_UID 1

// The user is the one of `user_account`.
#define DYNAKEY_USER_ACCOUNT 2

// The token is for any user.
#define DYNAKEY_USER_ANY 3

// A version 006 token that was read. Freed with `dynakey_access_token_free`; what it points to
// lives as long as it does.
typedef struct dynakey_access_token dynakey_access_token;

// An Agora project: an App ID and its App Certificate, checked once. Any number of threads may
// use it at the same time. Freed with `dynakey_app_free`, which wipes the certificate.
typedef struct dynakey_app dynakey_app;

// What was wrong with a call. Freed with `dynakey_error_free`; its texts live as long as it does.
typedef struct dynakey_error dynakey_error;

// The outcome of verifying or checking a token. Freed with `dynakey_report_free`; its texts live
// as long as it does.
typedef struct dynakey_report dynakey_report;

// The tokens of a batch. Freed with `dynakey_tokens_free`; its texts live as long as it does.
typedef struct dynakey_tokens dynakey_tokens;

// The outcome of a call: `DYNAKEY_OK`, or the number of an error. Numbers are never re-used.
typedef int32_t dynakey_status;

// A privilege of a version 006 token.
typedef struct {
    // Its number: 1 joins the channel, 2, 3 and 4 publish audio, video and data, 1000 logs in to
    // RTM.
    int64_t number;
    // When it ends, in Unix seconds; 0 is as long as the token.
    int64_t expires;
} dynakey_privilege;

// What a token is expected to be good for. All zero, which `{0}` gives, expects nothing, now.
typedef struct {
    // The channel; NULL leaves it unchecked.
    const char *channel;
    // Which of the next two says who the user is: one of the `DYNAKEY_USER_` numbers.
    int32_t user_kind;
    // The uid, 1 to 4294967295, for `DYNAKEY_USER_UID`.
    int64_t uid;
    // The account, for `DYNAKEY_USER_ACCOUNT`.
    const char *user_account;
    // The service, "rtc" or "rtm"; NULL is the token's own.
    const char *service;
    // Names of privileges that the token must grant besides joining, such as "publish_audio".
    const char *const *privileges;
    // How many those are.
    size_t privilege_count;
    // More of them, by number.
    const int64_t *privilege_numbers;
    // How many those are.
    size_t privilege_number_count;
    // How far clocks may differ, in seconds.
    int64_t leeway;
    // How long the token must still last, in seconds.
    int64_t min_remaining;
    // The time of the check in Unix seconds; 0 is now.
    int64_t at;
} dynakey_expectation;

// The call did what it should.
#define DYNAKEY_OK 0

// The App ID is not 32 hexadecimal digits.
#define DYNAKEY_INVALID_APP_ID 100

// The App Certificate is not 32 hexadecimal digits.
#define DYNAKEY_INVALID_APP_CERTIFICATE 101

// The channel's name is not 1 to 63 bytes of the allowed characters.
#define DYNAKEY_INVALID_CHANNEL_NAME 102

// The uid is none that a user can have.
#define DYNAKEY_INVALID_UID 103

// The account is not 1 to 255 bytes (RTM: 64) of the allowed characters.
#define DYNAKEY_INVALID_USER_ACCOUNT 104

// The role is not one of the roles.
#define DYNAKEY_INVALID_ROLE 105

// An expiry is not a point in time in Unix seconds.
#define DYNAKEY_EXPIRY_NOT_A_TIMESTAMP 106

// A version 007 expiry is not a duration in seconds.
#define DYNAKEY_EXPIRY_NOT_A_DURATION 107

// The lifetime is not 1 second to 24 hours.
#define DYNAKEY_TTL_OUT_OF_RANGE 108

// A version 007 token would open no service.
#define DYNAKEY_NO_SERVICES 110

// A text is over 65535 bytes, or a list has too many entries.
#define DYNAKEY_FIELD_TOO_LONG 111

// A text is not UTF-8.
#define DYNAKEY_INVALID_TEXT 112

// What a check was asked to expect can't be expected.
#define DYNAKEY_INVALID_EXPECTATION 120

// A number of a token object does not fit its field.
#define DYNAKEY_NUMBER_OUT_OF_RANGE 121

// The call itself is not one that can be made; C's types leave no room for it.
#define DYNAKEY_INVALID_CALL 122

// The text is not a token that can be read.
#define DYNAKEY_MALFORMED_TOKEN 200

// The token's version is not supported.
#define DYNAKEY_UNSUPPORTED_VERSION 201

// The token is larger than any real one.
#define DYNAKEY_TOKEN_TOO_LARGE 202

// The operating system gave no random bytes.
#define DYNAKEY_ENTROPY_UNAVAILABLE 400

// The clock reads a time that a token can't hold.
#define DYNAKEY_CLOCK_OUT_OF_RANGE 401

// A pointer that must not be NULL is.
#define DYNAKEY_NULL_POINTER 900

// An unexpected failure inside the library.
#define DYNAKEY_INTERNAL 999

// A token was verified and is not good: no call fails with it, but the C++ layer throws it.
#define DYNAKEY_VERIFICATION_FAILED 300

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Makes a version 006 token of any parts: the channel, the user as text (empty is anyone), the
// salt, the token's end in Unix seconds and the privileges are taken as they are.
//
// Of a repeated privilege the last counts. `privileges` may be NULL if there are none. The token
// is freed with `dynakey_string_free`. `error` may be NULL.
dynakey_status dynakey_access_token_build(const char *app_id,
                                          const char *app_certificate,
                                          const char *channel_name,
                                          const char *uid,
                                          int64_t salt,
                                          int64_t ts,
                                          const dynakey_privilege *privileges,
                                          size_t privilege_count,
                                          char **token,
                                          dynakey_error **error);

// Reads a token of version 006. Nothing is proven. `error` may be NULL.
dynakey_status dynakey_access_token_read(const char *token,
                                         dynakey_access_token **read,
                                         dynakey_error **error);

// The App ID; NULL for NULL.
const char *dynakey_access_token_app_id(const dynakey_access_token *token);

// The salt; 0 for NULL.
uint32_t dynakey_access_token_salt(const dynakey_access_token *token);

// When the token as a whole ends, in Unix seconds; 0 for NULL.
uint32_t dynakey_access_token_ts(const dynakey_access_token *token);

// The CRC-32 of the channel's name; 0 for NULL.
uint32_t dynakey_access_token_crc_channel_name(const dynakey_access_token *token);

// The CRC-32 of the user as text; 0 for NULL.
uint32_t dynakey_access_token_crc_uid(const dynakey_access_token *token);

// The 32 bytes of the signature; NULL for NULL.
const uint8_t *dynakey_access_token_signature(const dynakey_access_token *token);

// The privileges, ascending by number, `dynakey_access_token_privilege_count` of them; NULL for
// NULL.
const dynakey_privilege *dynakey_access_token_privileges(const dynakey_access_token *token);

// How many privileges there are; 0 for NULL.
size_t dynakey_access_token_privilege_count(const dynakey_access_token *token);

// Frees a token that was read; NULL is left alone.
void dynakey_access_token_free(dynakey_access_token *token);

// A random salt and the end 24 hours from now, as a new token object has them. `error` may be
// NULL.
dynakey_status dynakey_access_token_defaults(uint32_t *salt, uint32_t *ts, dynakey_error **error);

// Makes an app from its App ID and App Certificate. `secondary_certificate` may be NULL; tokens
// are made with the first and verified with either. `error` may be NULL.
dynakey_status dynakey_app_new(const char *app_id,
                               const char *app_certificate,
                               const char *secondary_certificate,
                               dynakey_app **app,
                               dynakey_error **error);

// Frees an app and wipes its certificate; NULL is left alone.
void dynakey_app_free(dynakey_app *app);

// Makes an RTC token for the user of a uid, 1 to 4294967295. `role` is 1 (publisher) or 2
// (subscriber), `ttl` 1 to 86400 seconds, `version` "006". The token is freed with
// `dynakey_string_free`. `error` may be NULL.
dynakey_status dynakey_app_rtc_token_with_uid(const dynakey_app *app,
                                              const char *channel,
                                              int64_t uid,
                                              int64_t role,
                                              int64_t ttl,
                                              const char *version,
                                              char **token,
                                              dynakey_error **error);

// Makes an RTC token for the user of an account, 1 to 255 bytes; the rest is as in
// `dynakey_app_rtc_token_with_uid`.
dynakey_status dynakey_app_rtc_token_with_user_account(const dynakey_app *app,
                                                       const char *channel,
                                                       const char *user_account,
                                                       int64_t role,
                                                       int64_t ttl,
                                                       const char *version,
                                                       char **token,
                                                       dynakey_error **error);

// Makes an RTC token that any user may join with; the rest is as in
// `dynakey_app_rtc_token_with_uid`.
dynakey_status dynakey_app_rtc_token_for_any_user(const dynakey_app *app,
                                                  const char *channel,
                                                  int64_t role,
                                                  int64_t ttl,
                                                  const char *version,
                                                  char **token,
                                                  dynakey_error **error);

// Makes an RTC token for each of `uid_count` uids, all or nothing; the rest is as in
// `dynakey_app_rtc_token_with_uid`. The tokens are freed with `dynakey_tokens_free`.
dynakey_status dynakey_app_rtc_tokens_with_uids(const dynakey_app *app,
                                                const char *channel,
                                                const int64_t *uids,
                                                size_t uid_count,
                                                int64_t role,
                                                int64_t ttl,
                                                const char *version,
                                                dynakey_tokens **tokens,
                                                dynakey_error **error);

// Makes an RTM token for the user of a text of 1 to 64 bytes. `ttl` is 1 to 86400 seconds,
// `version` "006". The token is freed with `dynakey_string_free`. `error` may be NULL.
dynakey_status dynakey_app_rtm_token(const dynakey_app *app,
                                     const char *user,
                                     int64_t ttl,
                                     const char *version,
                                     char **token,
                                     dynakey_error **error);

// Frees an error; NULL is left alone.
void dynakey_error_free(dynakey_error *error);

// The status that the failing call returned; `DYNAKEY_OK` for NULL.
dynakey_status dynakey_error_status(const dynakey_error *error);

// The stable code, such as `invalid_uid`, the same in every language; NULL for NULL.
const char *dynakey_error_code(const dynakey_error *error);

// The code and what was expected and what came, in one sentence; never a secret. NULL for NULL.
const char *dynakey_error_message(const dynakey_error *error);

// The argument at fault by its name; NULL if no argument is, or for NULL.
const char *dynakey_error_argument(const dynakey_error *error);

// What usually mends it; NULL for NULL.
const char *dynakey_error_hint(const dynakey_error *error);

// Which user of a batch is at fault, counted from 0; -1 outside a batch.
int64_t dynakey_error_index(const dynakey_error *error);

// What a token holds, as JSON; nothing in it is proven, and no certificate is needed. Times are
// Unix seconds. The text is freed with `dynakey_string_free`. `error` may be NULL.
dynakey_status dynakey_inspect(const char *token, char **json, dynakey_error **error);

// Verifies a token with an app's certificates. Whatever is wrong with the token is a finding of
// the report; the call fails only for arguments. The report is freed with `dynakey_report_free`.
// `error` may be NULL.
dynakey_status dynakey_app_verify(const dynakey_app *app,
                                  const char *token,
                                  const dynakey_expectation *expectation,
                                  dynakey_report **report,
                                  dynakey_error **error);

// Checks what can be checked of a token without a certificate. The report's `ok` is never true: a
// forged token can be consistent. The rest is as in `dynakey_app_verify`.
dynakey_status dynakey_check(const char *token,
                             const dynakey_expectation *expectation,
                             dynakey_report **report,
                             dynakey_error **error);

// Whether the signature was checked and fits, and no finding is an error; false for NULL.
bool dynakey_report_ok(const dynakey_report *report);

// Whether no finding is an error; false for NULL. A forged token can be consistent.
bool dynakey_report_consistent(const dynakey_report *report);

// "valid", "mismatch", "undecidable" or "unchecked"; NULL for NULL.
const char *dynakey_report_signature(const dynakey_report *report);

// "primary" or "secondary", the certificate that the token was made with; NULL if its signature
// fits neither, or for NULL.
const char *dynakey_report_certificate(const dynakey_report *report);

// When the token effectively ends, in Unix seconds; 0 if it can't be read, or for NULL.
int64_t dynakey_report_expires_at(const dynakey_report *report);

// When to renew the token, in Unix seconds: 30 seconds before its end; 0 if it can't be read, or
// for NULL.
int64_t dynakey_report_renew_after(const dynakey_report *report);

// How many findings there are; 0 for NULL.
size_t dynakey_report_finding_count(const dynakey_report *report);

// The stable code of a finding, such as `channel_mismatch`; NULL beyond the last.
const char *dynakey_report_finding_code(const dynakey_report *report, size_t index);

// "error" or "warning"; NULL beyond the last.
const char *dynakey_report_finding_level(const dynakey_report *report, size_t index);

// What was found, in one sentence; NULL beyond the last.
const char *dynakey_report_finding_message(const dynakey_report *report, size_t index);

// What to do about it; NULL beyond the last.
const char *dynakey_report_finding_hint(const dynakey_report *report, size_t index);

// The whole report as JSON; NULL for NULL.
const char *dynakey_report_json(const dynakey_report *report);

// Frees a report; NULL is left alone.
void dynakey_report_free(dynakey_report *report);

// Makes an RTC token of version 006 for a user known by a number.
//
// `uid` is 1 to 4294967295, or 0 for anyone. `role` is 0 (attendee), 1 (publisher), 2
// (subscriber) or 101 (admin). `privilege_expired_ts` is in Unix seconds, 0 is as long as the
// token, 24 hours. The token is freed with `dynakey_string_free`. `error` may be NULL.
dynakey_status dynakey_rtc_build_token_with_uid(const char *app_id,
                                                const char *app_certificate,
                                                const char *channel_name,
                                                int64_t uid,
                                                int64_t role,
                                                int64_t privilege_expired_ts,
                                                char **token,
                                                dynakey_error **error);

// Makes an RTC token of version 006 for a user known by a text of 1 to 255 bytes; the rest is as
// in `dynakey_rtc_build_token_with_uid`.
dynakey_status dynakey_rtc_build_token_with_user_account(const char *app_id,
                                                         const char *app_certificate,
                                                         const char *channel_name,
                                                         const char *user_account,
                                                         int64_t role,
                                                         int64_t privilege_expired_ts,
                                                         char **token,
                                                         dynakey_error **error);

// Makes an RTM token of version 006 for a user known by a text of 1 to 64 bytes. `role` is always
// 1. The rest is as in `dynakey_rtc_build_token_with_uid`.
dynakey_status dynakey_rtm_build_token(const char *app_id,
                                       const char *app_certificate,
                                       const char *user_account,
                                       int64_t role,
                                       int64_t privilege_expired_ts,
                                       char **token,
                                       dynakey_error **error);

// Frees a text that a function of this library gave; NULL is left alone.
void dynakey_string_free(char *text);

// How many tokens there are; 0 for NULL.
size_t dynakey_tokens_count(const dynakey_tokens *tokens);

// The token of a user, counted from 0 in the order of the call; NULL beyond the last.
const char *dynakey_tokens_at(const dynakey_tokens *tokens, size_t index);

// Frees the tokens of a batch; NULL is left alone.
void dynakey_tokens_free(dynakey_tokens *tokens);

// The version of the library that is linked, such as "0.1.0". It lives forever; compare it with
// `DYNAKEY_VERSION`, the version of this header.
const char *dynakey_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* DYNAKEY_H */
