// How the C++ layers of dynakey call the builders of C. C++11.
#ifndef DYNAKEY_BUILD_H
#define DYNAKEY_BUILD_H

#include <string>

#include "Error.h"
#include "Integer.h"

namespace dynakey {

namespace detail {

/// What C takes for an argument.
inline const char* c_argument(const std::string& text) { return c_text(text); }
inline std::int64_t c_argument(Integer number) { return number; }

/// Calls a function of C that gives a token, after its arguments, and has a place for its error.
template <class Function, class... Arguments>
std::string build(Function function, const Arguments&... arguments) {
    return text_of([&](char** token, dynakey_error** error) {
        return function(c_argument(arguments)..., token, error);
    });
}

}  // namespace detail

}  // namespace dynakey

#endif  // DYNAKEY_BUILD_H
