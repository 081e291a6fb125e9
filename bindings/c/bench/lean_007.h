// Version 007 with OpenSSL and zlib: the least that a careful C++ program does.
#ifndef DYNAKEY_BENCH_LEAN_007_H
#define DYNAKEY_BENCH_LEAN_007_H

#include "lean.h"

namespace lean_007 {

inline void put_text(std::string& out, const std::string& text) {
    put(out, static_cast<std::uint32_t>(text.size()), 2);
    out += text;
}

inline std::string signature(std::uint32_t issue_ts, std::uint32_t salt,
                             const std::string& signed_part) {
    std::string issued;
    put(issued, issue_ts, 4);
    std::string salted;
    put(salted, salt, 4);
    return hmac(hmac(salted, hmac(issued, certificate)), signed_part);
}

/// A salt from the system, three HMACs, one zlib stream.
inline std::string build(std::uint32_t expire) {
    const auto issue_ts = static_cast<std::uint32_t>(std::time(nullptr));
    const std::uint32_t salt = random_salt();
    std::string signed_part;
    put_text(signed_part, id);
    put(signed_part, issue_ts, 4);
    put(signed_part, expire, 4);
    put(signed_part, salt, 4);
    put(signed_part, 1, 2);
    put(signed_part, 1, 2);
    put(signed_part, 4, 2);
    for (std::uint32_t privilege = 1; privilege <= 4; ++privilege) {
        put(signed_part, privilege, 2);
        put(signed_part, expire, 4);
    }
    put_text(signed_part, channel);
    put_text(signed_part, std::to_string(uid));
    std::string payload;
    put_text(payload, signature(issue_ts, salt, signed_part));
    payload += signed_part;
    uLongf length = compressBound(payload.size());
    std::vector<unsigned char> compressed(length);
    if (compress(compressed.data(), &length, reinterpret_cast<const Bytef*>(payload.data()),
                 payload.size()) != Z_OK) {
        std::exit(EXIT_FAILURE);
    }
    return "007" + base64(compressed.data(), length);
}

/// A token's parts, and the channel and user that it must have. Whether the signature is checked
/// too is to be said.
inline bool read(const std::string& token, bool verify) {
    const std::string compressed = from_base64(token.substr(3));
    std::string payload(1024, '\0');
    uLongf length = payload.size();
    if (uncompress(reinterpret_cast<Bytef*>(&payload[0]), &length,
                   reinterpret_cast<const Bytef*>(compressed.data()), compressed.size()) != Z_OK) {
        return false;
    }
    payload.resize(length);
    std::size_t place = 0;
    const auto take = [&](int bytes) {
        place += static_cast<std::size_t>(bytes);
        return number(payload, place - static_cast<std::size_t>(bytes), bytes);
    };
    const auto take_text = [&] {
        const std::size_t size = take(2);
        place += size;
        return payload.substr(place - size, size);
    };
    const std::string signed_with = take_text();
    const std::string signed_part = payload.substr(place);
    const std::string app_id = take_text();
    const std::uint32_t issue_ts = take(4);
    const std::uint32_t expire = take(4);
    const std::uint32_t salt = take(4);
    const std::uint32_t services = take(2);
    const std::uint32_t type = take(2);
    std::map<std::uint32_t, std::uint32_t> privileges;
    for (std::uint32_t left = take(2); left > 0; --left) {
        const std::uint32_t privilege = take(2);
        privileges[privilege] = take(4);
    }
    if (app_id != id || signed_with.size() != 32 || services != 1 || type != 1 || expire == 0 ||
        privileges.size() != 4 || take_text() != channel || take_text() != std::to_string(uid)) {
        return false;
    }
    return !verify || CRYPTO_memcmp(signed_with.data(),
                                    signature(issue_ts, salt, signed_part).data(), 32) == 0;
}

}  // namespace lean_007

#endif  // DYNAKEY_BENCH_LEAN_007_H
