// What a token costs through the C interface, beside a lean recipe on OpenSSL and zlib: the two
// take turns within one run, and the medians are compared.
#include <dynakey.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

static const std::string id = "970CA35de60c44645bbae8a215061b33";
static const std::string certificate = "5CFd2fd1755d40ecb72977518be15d3b";
static const std::string channel = "7d72365eb983485397e3e3f9d460bdda";
static const std::uint32_t uid = 2882341273u;

static void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>(value >> (8 * i) & 0xff));
    }
}

static std::uint32_t crc(const std::string& text) {
    return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(text.data()),
                                            static_cast<uInt>(text.size())));
}

static std::string lean_signature(const std::string& user, const std::string& message) {
    const std::string data = id + channel + user + message;
    unsigned char signature[32];
    unsigned int length = 0;
    HMAC(EVP_sha256(), certificate.data(), static_cast<int>(certificate.size()),
         reinterpret_cast<const unsigned char*>(data.data()), data.size(), signature, &length);
    return std::string(reinterpret_cast<const char*>(signature), length);
}

/// The least that a careful C++ program does: a salt from the system, one HMAC, two checksums.
static std::string lean_recipe(std::uint32_t expires) {
    std::uint32_t salt = 0;
    if (getrandom(&salt, sizeof salt, 0) != sizeof salt) {
        std::exit(EXIT_FAILURE);
    }
    const std::string user = std::to_string(uid);
    std::string message;
    put(message, salt, 4);
    put(message, static_cast<std::uint32_t>(std::time(nullptr)) + 86400, 4);
    put(message, 4, 2);
    for (std::uint32_t privilege = 1; privilege <= 4; ++privilege) {
        put(message, privilege, 2);
        put(message, expires, 4);
    }
    std::string content;
    put(content, 32, 2);
    content += lean_signature(user, message);
    put(content, crc(channel), 4);
    put(content, crc(user), 4);
    put(content, static_cast<std::uint32_t>(message.size()), 2);
    content += message;
    std::vector<unsigned char> text(4 * ((content.size() + 2) / 3) + 1);
    EVP_EncodeBlock(text.data(), reinterpret_cast<const unsigned char*>(content.data()),
                    static_cast<int>(content.size()));
    return "006" + id + reinterpret_cast<const char*>(text.data());
}

/// The least that a careful C++ program does to read a token: its parts, and the checksums that its
/// channel and user must have. Whether it checks the signature too is to be said.
static bool lean_read(const std::string& token, bool verify) {
    const std::string text = token.substr(35);
    std::string content(text.size(), '\0');
    if (EVP_DecodeBlock(reinterpret_cast<unsigned char*>(&content[0]),
                        reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size())) < 0) {
        return false;
    }
    const auto number = [&](std::size_t place, int bytes) {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i) {
            const auto byte = static_cast<unsigned char>(content.at(place + i));
            value |= static_cast<std::uint32_t>(byte) << (8 * i);
        }
        return value;
    };
    const std::string app_id = token.substr(3, 32);
    const std::string signature = content.substr(2, number(0, 2));
    const std::string message = content.substr(44, number(42, 2));
    std::map<std::uint32_t, std::uint32_t> privileges;
    for (std::uint32_t i = 0; i < number(52, 2); ++i) {
        privileges[number(54 + 6 * i, 2)] = number(56 + 6 * i, 4);
    }
    const std::string user = std::to_string(uid);
    if (app_id != id || signature.size() != 32 || privileges.size() != 4 ||
        number(34, 4) != crc(channel) || number(38, 4) != crc(user)) {
        return false;
    }
    return !verify ||
           CRYPTO_memcmp(signature.data(), lean_signature(user, message).data(), 32) == 0;
}

static void succeed(dynakey_status status) {
    if (status != DYNAKEY_OK) {
        std::cerr << "failed with status " << status << std::endl;
        std::exit(EXIT_FAILURE);
    }
}

struct Step {
    const char* name;
    int tokens;
    /// How many times faster than the recipe before it this must be; a recipe itself has none.
    std::optional<double> must;
    std::function<void()> call;
    std::vector<double> nanoseconds;
};

int main(int, char** arguments) {
    const bool json = arguments[1] != nullptr && std::string(arguments[1]) == "--json";
    const std::uint32_t expires = static_cast<std::uint32_t>(std::time(nullptr)) + 3600;
    dynakey_app* app = nullptr;
    succeed(dynakey_app_new(id.c_str(), certificate.c_str(), nullptr, &app, nullptr));
    const std::vector<std::int64_t> uids(1000, uid);
    const std::string made = lean_recipe(expires);
    dynakey_expectation expectation = {};
    expectation.channel = channel.c_str();
    expectation.user_kind = DYNAKEY_USER_UID;
    expectation.uid = uid;

    std::vector<Step> steps = {
        {"OpenSSL and zlib recipe", 1, {}, [&] { lean_recipe(expires); }, {}},
        {"dynakey call", 1, 3, [&] {
             char* token = nullptr;
             succeed(dynakey_rtc_build_token_with_uid(id.c_str(), certificate.c_str(),
                                                      channel.c_str(), uid, 1, expires, &token,
                                                      nullptr));
             dynakey_string_free(token);
         }, {}},
        {"dynakey App", 1, 0, [&] {
             char* token = nullptr;
             succeed(dynakey_app_rtc_token_with_uid(app, channel.c_str(), uid, 1, 3600, "006",
                                                    &token, nullptr));
             dynakey_string_free(token);
         }, {}},
        {"dynakey batch of 1,000", 1000, 0, [&] {
             dynakey_tokens* tokens = nullptr;
             succeed(dynakey_app_rtc_tokens_with_uids(app, channel.c_str(), uids.data(),
                                                      uids.size(), 1, 3600, "006", &tokens,
                                                      nullptr));
             dynakey_tokens_free(tokens);
         }, {}},
        {"OpenSSL and zlib read", 1, {}, [&] {
             if (!lean_read(made, false)) {
                 std::exit(EXIT_FAILURE);
             }
         }, {}},
        // As fast as the recipe, within the noise of a run.
        {"dynakey read", 1, 0.9, [&] {
             dynakey_access_token* read = nullptr;
             succeed(dynakey_access_token_read(made.c_str(), &read, nullptr));
             dynakey_access_token_free(read);
         }, {}},
        {"OpenSSL and zlib verify", 1, {}, [&] {
             if (!lean_read(made, true)) {
                 std::exit(EXIT_FAILURE);
             }
         }, {}},
        {"dynakey verify", 1, 1, [&] {
             dynakey_report* report = nullptr;
             succeed(dynakey_app_verify(app, made.c_str(), &expectation, &report, nullptr));
             if (!dynakey_report_ok(report)) {
                 std::exit(EXIT_FAILURE);
             }
             dynakey_report_free(report);
         }, {}},
    };
    for (int round = 0; round < 200; ++round) {
        for (Step& step : steps) {
            const int calls = std::max(1, 1000 / step.tokens);
            const auto start = std::chrono::steady_clock::now();
            for (int i = 0; i < calls; ++i) {
                step.call();
            }
            const std::chrono::duration<double, std::nano> time =
                std::chrono::steady_clock::now() - start;
            step.nanoseconds.push_back(time.count() / (calls * step.tokens));
        }
    }
    dynakey_app_free(app);
    double recipe = 0;
    bool held = true;
    std::cout << std::fixed << std::setprecision(1);
    for (Step& step : steps) {
        std::sort(step.nanoseconds.begin(), step.nanoseconds.end());
        const double median = step.nanoseconds[step.nanoseconds.size() / 2];
        recipe = step.must ? recipe : median;
        held = held && recipe / median >= step.must.value_or(1);
        if (json) {
            std::cout << "{\"name\": \"" << step.name << "\", \"ns\": " << median
                      << ", \"times_faster\": " << recipe / median << "}\n";
        } else {
            std::cout << std::left << std::setw(28) << step.name << std::right << std::setw(10)
                      << median << " ns" << std::setw(8) << recipe / median << "x\n";
        }
    }
    return held ? EXIT_SUCCESS : EXIT_FAILURE;
}
