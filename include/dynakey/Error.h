// The error that the C++ layers of dynakey throw. C++11.
#ifndef DYNAKEY_ERROR_H
#define DYNAKEY_ERROR_H

#include <cstddef>
#include <cstdint>
#include <cstring>
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

/// Throws the error of a failed call, and frees its object.
[[noreturn]] inline void fail(dynakey_status status, dynakey_error* error) {
    struct Owner {
        dynakey_error* error;
        ~Owner() { dynakey_error_free(error); }
    } owner{error};
    throw Error(status, text_or_empty(dynakey_error_code(error)),
                text_or_empty(dynakey_error_message(error)),
                text_or_empty(dynakey_error_argument(error)),
                text_or_empty(dynakey_error_hint(error)), dynakey_error_index(error));
}

/// Makes a call that takes a place for its error, and throws that if it fails.
template <class Call>
void succeed(Call call) {
    dynakey_error* error = nullptr;
    const dynakey_status status = call(&error);
    if (status != DYNAKEY_OK) {
        fail(status, error);
    }
}

/// Makes a call that gives a text, and frees that.
template <class Call>
std::string text_of(Call call) {
    struct Owner {
        char* text;
        ~Owner() { dynakey_string_free(text); }
    } owner{nullptr};
    succeed([&](dynakey_error** error) { return call(&owner.text, error); });
    return text_or_empty(owner.text);
}

/// A text for C. One with a NUL inside would be cut, so C gets an ill-formed one in its place,
/// which it refuses with `invalid_text`, in the order of the arguments.
inline const char* c_text(const char* text, std::size_t length) {
    return std::strlen(text) == length ? text : "\xff";
}

inline const char* c_text(const std::string& text) { return c_text(text.c_str(), text.size()); }

}  // namespace detail
}  // namespace dynakey

#endif  // DYNAKEY_ERROR_H
