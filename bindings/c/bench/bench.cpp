// What a token costs through the C interface, beside lean recipes on OpenSSL and zlib: the two
// take turns within one run, and the medians are compared.
#include <dynakey.h>

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "lean_006.h"
#include "lean_007.h"

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

/// A call that the program can't go on without.
static void need(bool good) {
    if (!good) {
        std::exit(EXIT_FAILURE);
    }
}

static std::vector<Step> steps(const dynakey_app* app, const dynakey_expectation& expectation) {
    const std::uint32_t expires = static_cast<std::uint32_t>(std::time(nullptr)) + 3600;
    const std::vector<std::int64_t> uids(1000, uid);
    const std::string made_006 = lean_006::build(expires);
    const std::string made_007 = lean_007::build(3600);
    const auto by_app = [app](const char* version) {
        return [=] {
            char* token = nullptr;
            succeed(dynakey_app_rtc_token_with_uid(app, channel.c_str(), uid, 1, 3600, version,
                                                   &token, nullptr));
            dynakey_string_free(token);
        };
    };
    const auto batch = [=](const char* version) {
        return [=] {
            dynakey_tokens* tokens = nullptr;
            succeed(dynakey_app_rtc_tokens_with_uids(app, channel.c_str(), uids.data(), uids.size(),
                                                     1, 3600, version, &tokens, nullptr));
            dynakey_tokens_free(tokens);
        };
    };
    const auto verify = [=](const std::string& token) {
        return [=] {
            dynakey_report* report = nullptr;
            succeed(dynakey_app_verify(app, token.c_str(), &expectation, &report, nullptr));
            need(dynakey_report_ok(report));
            dynakey_report_free(report);
        };
    };
    return {
        {"006 OpenSSL and zlib recipe", 1, {}, [=] { lean_006::build(expires); }, {}},
        {"006 dynakey call", 1, 3, [=] {
             char* token = nullptr;
             succeed(dynakey_rtc_build_token_with_uid(id.c_str(), certificate.c_str(),
                                                      channel.c_str(), uid, 1, expires, &token,
                                                      nullptr));
             dynakey_string_free(token);
         }, {}},
        {"006 dynakey App", 1, 0, by_app("006"), {}},
        {"006 dynakey batch of 1,000", 1000, 0, batch("006"), {}},
        {"006 OpenSSL and zlib read", 1, {}, [=] { need(lean_006::read(made_006, false)); }, {}},
        // As fast as the recipe, within the noise of a run.
        {"006 dynakey read", 1, 0.9, [=] {
             dynakey_access_token* read = nullptr;
             succeed(dynakey_access_token_read(made_006.c_str(), &read, nullptr));
             dynakey_access_token_free(read);
         }, {}},
        {"006 OpenSSL and zlib verify", 1, {}, [=] { need(lean_006::read(made_006, true)); }, {}},
        {"006 dynakey verify", 1, 1, verify(made_006), {}},
        {"007 OpenSSL and zlib recipe", 1, {}, [] { lean_007::build(3600); }, {}},
        {"007 dynakey call", 1, 5, [] {
             char* token = nullptr;
             succeed(dynakey_rtc2_build_token_with_uid(id.c_str(), certificate.c_str(),
                                                       channel.c_str(), uid, 1, 3600, 3600, &token,
                                                       nullptr));
             dynakey_string_free(token);
         }, {}},
        {"007 dynakey App", 1, 0, by_app("007"), {}},
        {"007 dynakey batch of 1,000", 1000, 0, batch("007"), {}},
        {"007 OpenSSL and zlib read", 1, {}, [=] { need(lean_007::read(made_007, false)); }, {}},
        {"007 dynakey read", 1, 1, [=] {
             dynakey_access_token2* read = nullptr;
             succeed(dynakey_access_token2_read(made_007.c_str(), &read, nullptr));
             dynakey_access_token2_free(read);
         }, {}},
        {"007 OpenSSL and zlib verify", 1, {}, [=] { need(lean_007::read(made_007, true)); }, {}},
        {"007 dynakey verify", 1, 1, verify(made_007), {}},
    };
}

int main(int, char** arguments) {
    const bool json = arguments[1] != nullptr && std::string(arguments[1]) == "--json";
    // As in a program that runs for long, the heap keeps what zlib frees: else the recipe would
    // spend most of its time on page faults.
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    dynakey_app* app = nullptr;
    succeed(dynakey_app_new(id.c_str(), certificate.c_str(), nullptr, &app, nullptr));
    dynakey_expectation expectation = {};
    expectation.channel = channel.c_str();
    expectation.user_kind = DYNAKEY_USER_UID;
    expectation.uid = uid;

    std::vector<Step> compared = steps(app, expectation);
    for (int round = 0; round < 200; ++round) {
        for (Step& step : compared) {
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
    for (Step& step : compared) {
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
