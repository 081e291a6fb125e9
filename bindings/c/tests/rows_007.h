/* The rows of testdata/ for version 007; rows_007.py writes them. */
#ifndef DYNAKEY_TESTS_ROWS_007_H
#define DYNAKEY_TESTS_ROWS_007_H

#include <dynakey.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A token on which independent implementations agreed. */
struct vector_007 {
    const char* id;
    const char* token;
    /* The same from another zlib, or NULL. */
    const char* token_of_another_zlib;
    const char* app_id;
    const char* app_certificate;
    int64_t issue_ts, expire, salt;
    const dynakey_service* services;
    size_t service_count;
    /* The builder's call; NULL for a token by its parts. */
    dynakey_status (*build)(char** token, dynakey_error** error);
    /* The code with which the builder refuses what the reference would build, or NULL. */
    const char* rejected;
};

/* A call of C that must fail. */
struct mistake_in_c {
    const char* id;
    const char* code;
    const char* argument;
    int64_t index;
    dynakey_status (*call)(const dynakey_app* app, dynakey_error** error);
};

extern const struct vector_007 vectors_007[];
extern const size_t vectors_007_count;
extern const struct mistake_in_c mistakes_in_c[];
extern const size_t mistakes_in_c_count;

#ifdef __cplusplus
}

#include <dynakey.hpp>

#include <string>
#include <vector>

/// The call of a builder by its C++ name.
struct BuilderIn007 {
    const char* id;
    std::string (*build)();
};

/// A call of C++ that must fail.
struct MistakeInCpp {
    const char* id;
    const char* code;
    const char* argument;
    std::int64_t index;
    void (*call)(const dynakey::App& app);
};

extern const std::vector<BuilderIn007> builders_in_007;
extern const std::vector<MistakeInCpp> mistakes_in_cpp;
#endif

#endif
