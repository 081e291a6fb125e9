// The error that the C++ layers of dynakey throw. C++11.
#ifndef DYNAKEY_ERROR_H
#define DYNAKEY_ERROR_H

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "../dynakey.h"

namespace dynakey {

/// What was wrong with a call. `what()` is one sentence that begins with the code; neither it nor
/// any other text ever holds a certificate.
class Error : public std::runtime_error {
public:
    Error(dynakey_status status, std::string code, const std::string& message,
          std::string argument, std::string hint, std::int64_t index = -1)
        : std::runtime_error(message),
          status_(status),
          code_(std::move(code)),
          argument_(std::move(argument)),
          hint_(std::move(hint)),
          index_(index) {}

    /// The number of the error, one of the DYNAKEY_ constants.
    dynakey_status status() const noexcept { return status_; }
    /// The stable code, such as "invalid_uid", the same in every language.
    const std::string& code() const noexcept { return code_; }
    /// The argument at fault; empty if none is.
    const std::string& argument() const noexcept { return argument_; }
    /// What usually mends it.
    const std::string& hint() const noexcept { return hint_; }
    /// Which user of a batch is at fault, counted from 0; -1 outside a batch.
    std::int64_t index() const noexcept { return index_; }

private:
    dynakey_status status_;
    std::string code_;
    std::string argument_;
    std::string hint_;
    std::int64_t index_;
};

namespace detail {

inline std::string text_or_empty(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

/// Throws the error of a failed call, and frees its object. `error` is a reference, as it is read
/// after the call that stands in the place of `status` has set it.
inline void succeed(dynakey_status status, dynakey_error*& error) {
    if (status == DYNAKEY_OK) {
        return;
    }
    struct Owner {
        dynakey_error* error;
        ~Owner() { dynakey_error_free(error); }
    } owner{error};
    throw Error(status, text_or_empty(dynakey_error_code(error)),
                text_or_empty(dynakey_error_message(error)),
                text_or_empty(dynakey_error_argument(error)),
                text_or_empty(dynakey_error_hint(error)), dynakey_error_index(error));
}

/// A text that C can take whole: one with a NUL inside would be cut, so it is refused.
inline const char* c_text(const std::string& text, const char* argument) {
    if (text.find('\0') != std::string::npos) {
        throw Error(DYNAKEY_INVALID_TEXT, "invalid_text",
                    std::string("invalid_text: ") + argument + " has a NUL inside", argument,
                    "Pass a text without a NUL.");
    }
    return text.c_str();
}

/// A text of the library as a string, and freed.
inline std::string take(char* text) {
    struct Owner {
        char* text;
        ~Owner() { dynakey_string_free(text); }
    } owner{text};
    return text_or_empty(text);
}

}  // namespace detail
}  // namespace dynakey

#endif  // DYNAKEY_ERROR_H
