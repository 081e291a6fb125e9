/* What is freed leaves no certificate behind, and no error repeats one. */
#define _GNU_SOURCE
#include <dynakey.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { DIGITS = 32, HALF = DIGITS / 2, MASK = 0x5a, BLOCK = 1 << 16 };

static const char* const id = "970CA35de60c44645bbae8a215061b33";
/* Only masked, so that the search does not find itself. */
static unsigned char masked[DIGITS];

static void check(int holds, const char* what) {
    if (!holds) {
        fprintf(stderr, "secrets: %s\n", what);
        exit(EXIT_FAILURE);
    }
}

static void write_certificate(volatile char* text) {
    for (size_t i = 0; i < DIGITS; ++i) {
        text[i] = (char)(masked[i] ^ MASK);
    }
    text[DIGITS] = '\0';
}

static void wipe(volatile char* text) {
    for (size_t i = 0; i <= DIGITS; ++i) {
        text[i] = '\0';
    }
}

/* Copies of the certificate's second half in `bytes`: what is freed loses its start first. */
static size_t copies_in(const unsigned char* bytes, size_t length) {
    size_t copies = 0;
    for (size_t at = 0; at + HALF <= length; ++at) {
        size_t equal = 0;
        while (equal < HALF && (bytes[at + equal] ^ MASK) == masked[HALF + equal]) {
            ++equal;
        }
        copies += equal == HALF;
    }
    return copies;
}

/* Copies in all memory that this process can write, but for the stack: a value that is moved there
 * may leave a copy behind, until later calls overwrite it. */
static size_t copies(void) {
    static unsigned char block[BLOCK];
    const int memory = open("/proc/self/mem", O_RDONLY);
    FILE* maps = fopen("/proc/self/maps", "r");
    check(memory >= 0 && maps != NULL, "the process's memory can't be read");
    size_t found = 0;
    char line[512];
    while (fgets(line, sizeof line, maps) != NULL) {
        unsigned long start = 0;
        unsigned long end = 0;
        char mode[5] = "";
        check(sscanf(line, "%lx-%lx %4s", &start, &end, mode) == 3, "a region");
        if (mode[0] != 'r' || mode[1] != 'w' || strstr(line, "[stack]") != NULL) {
            continue;
        }
        /* Blocks overlap, so that none cuts a copy in two. */
        for (unsigned long at = start; at < end; at += BLOCK - HALF) {
            const size_t length = end - at < BLOCK ? end - at : BLOCK;
            const ssize_t read = pread(memory, block, length, (off_t)at);
            found += read > 0 ? copies_in(block, (size_t)read) : 0;
        }
    }
    memset(block, 0, sizeof block);
    fclose(maps);
    close(memory);
    return found;
}

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
    for (size_t i = 0; i < DIGITS; ++i) {
        masked[i] = (unsigned char)("0123456789abcdef"[(i * 7 + 3) % 16] ^ MASK);
    }
    what_is_freed_leaves_nothing_behind();
    no_error_repeats_a_certificate();
    printf("secrets: no certificate is left in memory\n");
    return EXIT_SUCCESS;
}
