// How the C++ layers of dynakey keep a certificate: wiped when it is let go. C++11.
#ifndef DYNAKEY_SECRET_H
#define DYNAKEY_SECRET_H

#include <cstddef>
#include <string>
#include <vector>

#include "Error.h"

namespace dynakey {
namespace detail {

/// A text whose bytes are overwritten before their memory is freed. They are in a vector, because
/// one that is moved hands over its memory, where a string may leave a copy behind.
class Secret {
public:
    explicit Secret(const std::string& text)
        : bytes_(text.c_str(), text.c_str() + text.size() + 1) {}
    Secret(const Secret& other) = default;
    Secret(Secret&& other) noexcept { bytes_.swap(other.bytes_); }
    Secret& operator=(Secret other) noexcept {
        bytes_.swap(other.bytes_);
        return *this;
    }
    ~Secret() {
        // The writes are volatile, or a compiler would leave them out as dead.
        volatile char* bytes = bytes_.data();
        for (std::size_t i = 0; i < bytes_.size(); ++i) {
            bytes[i] = '\0';
        }
    }

    /// The text for C, as `c_text` of a string; "" when it was moved from.
    const char* c_text() const noexcept {
        return bytes_.empty() ? "" : detail::c_text(bytes_.data(), bytes_.size() - 1);
    }

private:
    /// The text and a NUL; nothing when it was moved from.
    std::vector<char> bytes_;
};

}  // namespace detail
}  // namespace dynakey

#endif  // DYNAKEY_SECRET_H
