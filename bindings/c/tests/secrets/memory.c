#define _GNU_SOURCE
#include "memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { HALF = DIGITS / 2, MASK = 0x5a, BLOCK = 1 << 16 };

/* Only masked, so that the search does not find itself. */
static unsigned char masked[DIGITS];

void check(int holds, const char* what) {
    if (!holds) {
        fprintf(stderr, "secrets: %s\n", what);
        exit(EXIT_FAILURE);
    }
}

/* Its halves differ, so that a whole one counts once. */
void choose_certificate(void) {
    for (size_t i = 0; i < DIGITS; ++i) {
        masked[i] = (unsigned char)("0123456789abcdef"[(i * 7 + i / HALF + 3) % 16] ^ MASK);
    }
}

void write_certificate(volatile char* text) {
    for (size_t i = 0; i < DIGITS; ++i) {
        text[i] = (char)(masked[i] ^ MASK);
    }
    text[DIGITS] = '\0';
}

void wipe(volatile char* text) {
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

size_t copies(void) {
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
