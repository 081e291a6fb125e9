/* A certificate of the tests' own, and the search for it in the process's memory. */
#ifndef DYNAKEY_TESTS_MEMORY_H
#define DYNAKEY_TESTS_MEMORY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { DIGITS = 32 };

void check(int holds, const char* what);

/* Comes before all that follows. */
void choose_certificate(void);

/* The certificate and a NUL. */
void write_certificate(volatile char* text);
void wipe(volatile char* text);

/* Copies in all memory that this process can write, but for the stack: a value that is moved there
 * may leave a copy behind, until later calls overwrite it. */
size_t copies(void);

#ifdef __cplusplus
}
#endif

#endif
