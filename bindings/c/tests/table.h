/* testdata/ as C and C++ read it; table.py writes the rows. */
#ifndef DYNAKEY_TESTS_TABLE_H
#define DYNAKEY_TESTS_TABLE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum call {
    RTC_UID,
    RTC_ACCOUNT,
    RTM,
    ACCESS_TOKEN,
    APP,
    APP_RTC,
    APP_RTCS,
    APP_RTM,
    INSPECT,
    VERIFY,
};

/* An argument; one that is ABSENT is not passed. */
enum kind { ABSENT, TEXT, NUMBER };
struct value {
    enum kind kind;
    const char* text;
    size_t length;
    int64_t number;
};

struct pair {
    int64_t number;
    int64_t expires;
};

/* A token on which independent implementations agreed. */
struct vector {
    const char* id;
    enum call call;
    const char* token;
    struct value app_id, app_certificate, channel, user;
    int role;
    int64_t expiry;
    uint32_t salt, ts;
    struct pair privileges[8];
    size_t privileges_count;
    /* The code with which the builders refuse what the reference would build, or NULL. */
    const char* rejected;
};

/* A call that must fail. */
struct bad_input {
    const char* id;
    enum call call;
    const char* code;
    const char* argument;
    int64_t index;
    struct value app_id, app_certificate, channel, user, role, expiry, version;
    struct value salt, ts, token, service, leeway, min_remaining, at;
    int64_t users[4];
    size_t users_count;
    struct pair messages[2];
    size_t messages_count;
    struct value privileges[2];
    size_t privileges_count;
};

/* A token that may come: `head`, then `unit` so many `times`. */
struct hostile_token {
    const char* id;
    const char* head;
    size_t head_length;
    const char* unit;
    size_t times;
    /* The code of the error of reading it, or NULL. */
    const char* error;
    /* The codes of the findings, with a space behind each. */
    const char* findings;
    int ok;
};

extern const struct vector vectors[];
extern const size_t vectors_count;
extern const struct bad_input bad_inputs[];
extern const size_t bad_inputs_count;
extern const struct hostile_token hostile_tokens[];
extern const size_t hostile_tokens_count;

#ifdef __cplusplus
}
#endif

#endif
