// What the lean recipes share: the public sample project, a user, and integers in token order.
#ifndef DYNAKEY_BENCH_LEAN_H
#define DYNAKEY_BENCH_LEAN_H

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>
#include <zlib.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <vector>

inline const std::string id = "970CA35de60c44645bbae8a215061b33";
inline const std::string certificate = "5CFd2fd1755d40ecb72977518be15d3b";
inline const std::string channel = "7d72365eb983485397e3e3f9d460bdda";
inline const std::uint32_t uid = 2882341273u;

inline void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>(value >> (8 * i) & 0xff));
    }
}

inline std::uint32_t number(const std::string& from, std::size_t place, int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) {
        const auto byte = static_cast<unsigned char>(from.at(place + static_cast<std::size_t>(i)));
        value |= static_cast<std::uint32_t>(byte) << (8 * i);
    }
    return value;
}

inline std::uint32_t random_salt() {
    std::uint32_t salt = 0;
    if (getrandom(&salt, sizeof salt, 0) != sizeof salt) {
        std::exit(EXIT_FAILURE);
    }
    return salt;
}

inline std::string hmac(const std::string& key, const std::string& data) {
    unsigned char digest[32];
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(data.data()), data.size(), digest, &length);
    return std::string(reinterpret_cast<const char*>(digest), length);
}

inline std::string base64(const unsigned char* content, std::size_t length) {
    std::vector<unsigned char> text(4 * ((length + 2) / 3) + 1);
    EVP_EncodeBlock(text.data(), content, static_cast<int>(length));
    return reinterpret_cast<const char*>(text.data());
}

/// The bytes of a text in base64, with those of its padding; empty if it is none.
inline std::string from_base64(const std::string& text) {
    std::string content(text.size(), '\0');
    const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(&content[0]),
                                       reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    content.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return content;
}

#endif  // DYNAKEY_BENCH_LEAN_H
