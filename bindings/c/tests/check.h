// The smallest harness: a check that says where it failed, and a count.
#ifndef DYNAKEY_TESTS_CHECK_H
#define DYNAKEY_TESTS_CHECK_H

#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>

#include <dynakey/Error.h>

inline int& checks() {
    static int count = 0;
    return count;
}

inline void check_that(bool holds, const std::string& what, int line) {
    ++checks();
    if (!holds) {
        std::cerr << "line " << line << ": " << what << std::endl;
        std::exit(EXIT_FAILURE);
    }
}

#define CHECK(holds) check_that((holds), #holds, __LINE__)

/// The error that a call throws.
inline dynakey::Error thrown_by(const std::function<void()>& call, const std::string& what) {
    try {
        call();
    } catch (const dynakey::Error& error) {
        return error;
    }
    std::cerr << what << ": nothing was thrown" << std::endl;
    std::exit(EXIT_FAILURE);
}

#endif  // DYNAKEY_TESTS_CHECK_H
