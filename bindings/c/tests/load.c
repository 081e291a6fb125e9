/* Many threads, and children of a fork, make many tokens at once: every one is good, salts repeat no
 * more often than chance has it, and memory does not grow. DYNAKEY_LOAD multiplies how many. */
#define _GNU_SOURCE
#include <dynakey.h>

#include <malloc.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 16, CHILDREN = 8, TOKENS = 10000 };

static dynakey_app* app;

static void check(int holds, const char* what) {
    if (!holds) {
        fprintf(stderr, "load: %s\n", what);
        _exit(EXIT_FAILURE);
    }
}

static size_t times(size_t count) {
    const char* factor = getenv("DYNAKEY_LOAD");
    return factor == NULL ? count : count * strtoul(factor, NULL, 10);
}

struct part {
    uint32_t* salts;
    size_t count;
};

static void verify(const char* token) {
    dynakey_expectation expected = {0};
    expected.channel = "room";
    expected.user_kind = DYNAKEY_USER_UID;
    expected.uid = 42;
    dynakey_report* report = NULL;
    check(dynakey_app_verify(app, token, &expected, &report, NULL) == DYNAKEY_OK, "verify");
    check(dynakey_report_ok(report), "a token is not good");
    dynakey_report_free(report);
}

static uint32_t salt_of(const char* token) {
    dynakey_access_token2* read = NULL;
    check(dynakey_access_token2_read(token, &read, NULL) == DYNAKEY_OK, "read");
    const uint32_t salt = dynakey_access_token2_salt(read);
    dynakey_access_token2_free(read);
    return salt;
}

static void* make(void* argument) {
    const struct part* part = argument;
    for (size_t i = 0; i < part->count; ++i) {
        char* token = NULL;
        dynakey_error* error = NULL;
        check(dynakey_app_rtc_token_with_uid(app, "room", 42, 1, 3600, "007", &token, &error) ==
                  DYNAKEY_OK, "make");
        part->salts[i] = salt_of(token);
        if (i % 16 == 0) {
            verify(token);
            char* none = NULL;
            check(dynakey_app_rtc_token_with_uid(app, "", 42, 1, 3600, "007", &none, &error) ==
                      DYNAKEY_INVALID_CHANNEL_NAME, "a wrong channel");
            dynakey_error_free(error);
        }
        dynakey_string_free(token);
    }
    return NULL;
}

static void in_threads(uint32_t* salts, size_t each) {
    pthread_t threads[THREADS];
    struct part parts[THREADS];
    for (size_t i = 0; i < THREADS; ++i) {
        parts[i] = (struct part){salts + i * each, each};
        check(pthread_create(&threads[i], NULL, make, &parts[i]) == 0, "a thread");
    }
    for (size_t i = 0; i < THREADS; ++i) {
        pthread_join(threads[i], NULL);
    }
}

/* Children of a parent that has salts in store, each with threads of its own; the parent goes on. */
static void in_children(uint32_t* salts, size_t each) {
    for (size_t i = 0; i < CHILDREN; ++i) {
        struct part part = {salts + i * (each + 1), 1};
        make(&part);
        const pid_t child = fork();
        check(child >= 0, "a child");
        if (child == 0) {
            part = (struct part){salts + i * (each + 1) + 1, each};
            make(&part);
            _exit(EXIT_SUCCESS);
        }
    }
    for (int i = 0; i < CHILDREN; ++i) {
        int status = 0;
        check(wait(&status) > 0 && status == 0, "a child failed");
    }
}

static int ascending(const void* left, const void* right) {
    const uint32_t a = *(const uint32_t*)left;
    const uint32_t b = *(const uint32_t*)right;
    return (a > b) - (a < b);
}

/* Pairs that meet are Poisson distributed: six deviations and six more are never reached. */
static void are_by_chance(uint32_t* salts, size_t count) {
    qsort(salts, count, sizeof *salts, ascending);
    size_t repeated = 0;
    for (size_t i = 1; i < count; ++i) {
        repeated += salts[i] == salts[i - 1];
    }
    const double expected = (double)count * (double)(count - 1) / 2 / 4294967296.0;
    check(salts[0] != 0, "0 is no salt");
    check((double)repeated <= expected + 6 * sqrt(expected) + 6, "salts are repeated");
}

static long resident_kib(void) {
    malloc_trim(0); /* What is free does not count, such as where qsort sorted. */
    long pages = 0;
    FILE* file = fopen("/proc/self/statm", "r");
    check(file != NULL && fscanf(file, "%*d %ld", &pages) == 1, "statm");
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

int main(void) {
    check(dynakey_app_new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b",
                          NULL, &app, NULL) == DYNAKEY_OK, "an app");
    const size_t each = times(TOKENS);
    const size_t most = THREADS * (each + 1) * sizeof(uint32_t);
    /* Shared with the children. */
    uint32_t* salts =
        mmap(NULL, most, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    check(salts != MAP_FAILED, "memory");
    memset(salts, 1, most);

    in_threads(salts, each);
    are_by_chance(salts, THREADS * each);
    const long before = resident_kib();
    in_threads(salts, each);
    are_by_chance(salts, THREADS * each);
    const long after = resident_kib();
    in_children(salts, each);
    are_by_chance(salts, CHILDREN * (each + 1));
    printf("load: %zu tokens from %d threads, %zu from %d children; %ld KiB after warming up, "
           "%ld KiB in the end\n",
           2 * THREADS * each, THREADS, CHILDREN * each, CHILDREN, before, after);
    fflush(stdout);
    check(after < before + 4096, "memory grows");
    dynakey_app_free(app);
    return EXIT_SUCCESS;
}
