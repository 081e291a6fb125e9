// What a token costs through the C interface, beside lean recipes on OpenSSL and zlib, the two taking
// turns. Writes rows in the format that crates/xtask/src/bench/row.rs documents.
#include <dynakey.h>

#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <iostream>
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
    const char* version;
    const char* what;
    int tokens;
    /// The step that it is compared with; a recipe has none.
    const char* beside;
    std::function<void()> call;
    std::vector<double> nanoseconds;
};

/// A call that the program can't go on without.
static void need(bool good) {
    if (!good) {
        std::exit(EXIT_FAILURE);
    }
}

constexpr auto recipe_build = "OpenSSL + zlib: build";
constexpr auto recipe_read = "OpenSSL + zlib: read";
constexpr auto recipe_verify = "OpenSSL + zlib: verify";
constexpr auto thousand = "batch of 1,000";

static std::function<void()> batch(const dynakey_app* app, const char* version, std::size_t size) {
    return [=, uids = std::vector<std::int64_t>(size, uid)] {
        dynakey_tokens* tokens = nullptr;
        succeed(dynakey_app_rtc_tokens_with_uids(app, channel.c_str(), uids.data(), uids.size(), 1,
                                                 3600, version, &tokens, nullptr));
        dynakey_tokens_free(tokens);
    };
}

static std::vector<Step> steps(const dynakey_app* app, const dynakey_expectation& expectation) {
    const std::uint32_t expires = static_cast<std::uint32_t>(std::time(nullptr)) + 3600;
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
    const auto verify = [=](const std::string& token) {
        return [=] {
            dynakey_report* report = nullptr;
            succeed(dynakey_app_verify(app, token.c_str(), &expectation, &report, nullptr));
            need(dynakey_report_ok(report));
            dynakey_report_free(report);
        };
    };
    return {
        {"006", recipe_build, 1, nullptr, [=] { lean_006::build(expires); }, {}},
        {"006", "call", 1, recipe_build, [=] {
             char* token = nullptr;
             succeed(dynakey_rtc_build_token_with_uid(id.c_str(), certificate.c_str(),
                                                      channel.c_str(), uid, 1, expires, &token,
                                                      nullptr));
             dynakey_string_free(token);
         }, {}},
        {"006", "App", 1, recipe_build, by_app("006"), {}},
        {"006", thousand, 1000, recipe_build, batch(app, "006", 1000), {}},
        {"006", recipe_read, 1, nullptr, [=] { need(lean_006::read(made_006, false)); }, {}},
        {"006", "read", 1, recipe_read, [=] {
             dynakey_access_token* read = nullptr;
             succeed(dynakey_access_token_read(made_006.c_str(), &read, nullptr));
             dynakey_access_token_free(read);
         }, {}},
        {"006", recipe_verify, 1, nullptr, [=] { need(lean_006::read(made_006, true)); }, {}},
        {"006", "verify", 1, recipe_verify, verify(made_006), {}},
        {"007", recipe_build, 1, nullptr, [] { lean_007::build(3600); }, {}},
        {"007", "call", 1, recipe_build, [] {
             char* token = nullptr;
             succeed(dynakey_rtc2_build_token_with_uid(id.c_str(), certificate.c_str(),
                                                       channel.c_str(), uid, 1, 3600, 3600, &token,
                                                       nullptr));
             dynakey_string_free(token);
         }, {}},
        {"007", "App", 1, recipe_build, by_app("007"), {}},
        {"007", thousand, 1000, recipe_build, batch(app, "007", 1000), {}},
        {"007", recipe_read, 1, nullptr, [=] { need(lean_007::read(made_007, false)); }, {}},
        {"007", "read", 1, recipe_read, [=] {
             dynakey_access_token2* read = nullptr;
             succeed(dynakey_access_token2_read(made_007.c_str(), &read, nullptr));
             dynakey_access_token2_free(read);
         }, {}},
        {"007", recipe_verify, 1, nullptr, [=] { need(lean_007::read(made_007, true)); }, {}},
        {"007", "verify", 1, recipe_verify, verify(made_007), {}},
    };
}

static std::vector<Step> a_million(const dynakey_app* app, const char* version) {
    return {
        {version, thousand, 1000, nullptr, batch(app, version, 1000), {}},
        {version, "batch of 1,000,000", 1000000, thousand, batch(app, version, 1000000), {}},
    };
}

/// The thread's own time on a processor, in nanoseconds: others' work does not count.
static double now() {
    timespec time = {};
    need(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

static double nanoseconds(const Step& step, int calls) {
    const double start = now();
    for (int i = 0; i < calls; ++i) {
        step.call();
    }
    return now() - start;
}

/// The steps take turns that last about as long, in nanoseconds; short ones are seldom disturbed.
static void measure(std::vector<Step>& compared, int rounds, double turn) {
    std::vector<int> calls;
    for (const Step& step : compared) {
        const int trial = std::max(1, 1000 / step.tokens);
        const double each = nanoseconds(step, trial) / trial;
        calls.push_back(std::max(1, static_cast<int>(turn / each)));
    }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < compared.size(); ++i) {
            Step& step = compared[i];
            step.nanoseconds.push_back(nanoseconds(step, calls[i]) / calls[i] / step.tokens);
        }
    }
}

static void print_values(const std::vector<double>& values) {
    const char* separator = "\"values\": [";
    for (const double value : values) {
        std::cout << separator << value;
        separator = ", ";
    }
    std::cout << ']';
}

static void print(const std::vector<Step>& compared) {
    for (const Step& step : compared) {
        if (step.beside == nullptr) {
            continue;
        }
        const auto other = std::find_if(compared.begin(), compared.end(), [&](const Step& one) {
            return std::strcmp(one.version, step.version) == 0 &&
                   std::strcmp(one.what, step.beside) == 0;
        });
        std::cout << R"({"face": "C", "version": ")" << step.version << R"(", "what": ")"
                  << step.what << R"(", "unit": "ns", )";
        print_values(step.nanoseconds);
        std::cout << R"(, "beside": {"name": ")" << other->what << "\", ";
        print_values(other->nanoseconds);
        std::cout << "}}\n";
    }
}

int main() {
    const bool quick = std::getenv("BENCH_QUICK") != nullptr;
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
    measure(compared, quick ? 40 : 600, 500e3);
    print(compared);
    for (const char* version : {"006", "007"}) {
        std::vector<Step> flat = a_million(app, version);
        measure(flat, quick ? 1 : 3, 50e6);
        print(flat);
    }
    dynakey_app_free(app);
    return EXIT_SUCCESS;
}
