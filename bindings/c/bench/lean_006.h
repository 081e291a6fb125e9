// Version 006 with OpenSSL and zlib: the least that a careful C++ program does.
#ifndef DYNAKEY_BENCH_LEAN_006_H
#define DYNAKEY_BENCH_LEAN_006_H

#include "lean.h"

namespace lean_006 {

inline std::uint32_t crc(const std::string& text) {
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

inline std::string signature(const std::string& user, const std::string& message) {
    return hmac(certificate, id + channel + user + message);
}

/// A salt from the system, one HMAC, two checksums.
inline std::string build(std::uint32_t expires) {
    const std::string user = std::to_string(uid);
    std::string message;
    put(message, random_salt(), 4);
    put(message, static_cast<std::uint32_t>(std::time(nullptr)) + 86400, 4);
    put(message, 4, 2);
    for (std::uint32_t privilege = 1; privilege <= 4; ++privilege) {
        put(message, privilege, 2);
        put(message, expires, 4);
    }
    std::string content;
    put(content, 32, 2);
    content += signature(user, message);
    put(content, crc(channel), 4);
    put(content, crc(user), 4);
    put(content, static_cast<std::uint32_t>(message.size()), 2);
    content += message;
    return "006" + id +
           base64(reinterpret_cast<const unsigned char*>(content.data()), content.size());
}

/// A token's parts, and the checksums that its channel and user must have. Whether the signature is
/// checked too is to be said.
inline bool read(const std::string& token, bool verify) {
    const std::string content = from_base64(token.substr(35));
    if (content.empty()) {
        return false;
    }
    const std::string app_id = token.substr(3, 32);
    const std::string signed_with = content.substr(2, number(content, 0, 2));
    const std::string message = content.substr(44, number(content, 42, 2));
    std::map<std::uint32_t, std::uint32_t> privileges;
    for (std::uint32_t i = 0; i < number(content, 52, 2); ++i) {
        privileges[number(content, 54 + 6 * i, 2)] = number(content, 56 + 6 * i, 4);
    }
    const std::string user = std::to_string(uid);
    if (app_id != id || signed_with.size() != 32 || privileges.size() != 4 ||
        number(content, 34, 4) != crc(channel) || number(content, 38, 4) != crc(user)) {
        return false;
    }
    return !verify || CRYPTO_memcmp(signed_with.data(), signature(user, message).data(), 32) == 0;
}

}  // namespace lean_006

#endif  // DYNAKEY_BENCH_LEAN_006_H
