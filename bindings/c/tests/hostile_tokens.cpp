// Tokens that an attacker, a bug or a bad copy may bring.
#include <dynakey.hpp>
#include <dynakey/AccessToken.h>
#include <dynakey/AccessToken2.h>

#include <chrono>
#include <string>

#include "check.h"
#include "table.h"

namespace {

const dynakey::App& app() {
    static const dynakey::App app("970CA35de60c44645bbae8a215061b33",
                                  "5CFd2fd1755d40ecb72977518be15d3b");
    return app;
}

dynakey::Expectation expectation() {
    dynakey::Expectation expected;
    expected.channel = "room";
    expected.user = 42;
    expected.at = std::chrono::system_clock::time_point(std::chrono::seconds(1700000010));
    return expected;
}

std::string token_of(const hostile_token& row) {
    std::string token(row.head, row.head_length);
    for (std::size_t i = 0; i < row.times; ++i) {
        token += row.unit;
    }
    return token;
}

std::string codes(const dynakey::Consistency& outcome) {
    std::string codes;
    for (const dynakey::Finding& finding : outcome.findings) {
        codes += finding.code + " ";
    }
    return codes;
}

/// What a check finds of a token whose verification finds this: what only the App ID and the
/// certificate tell is left out, and a changed checksum is taken for that of another channel.
std::string without_a_certificate(const std::string& findings) {
    if (findings == "signature_mismatch " || findings == "app_id_mismatch ") {
        return "";
    }
    return findings == "checksum_mismatch " ? "channel_mismatch " : findings;
}

void is_told(const hostile_token& row) {
    const std::string token = token_of(row);
    const auto holds = [&](bool held, int line) { check_that(held, row.id, line); };
    const dynakey::Report report = app().verify(token, expectation());
    holds((report.ok ? 1 : 0) == row.ok && codes(report) == row.findings, __LINE__);

    const dynakey::Consistency checked = dynakey::check(token, expectation());
    const std::string expected = without_a_certificate(row.findings);
    holds(codes(checked) == expected, __LINE__);
    holds(checked.consistent == (report.ok || expected.empty()), __LINE__);
    // A check proves nothing, and never says that a token is ok.
    holds(checked.json().find("\"ok\":") == std::string::npos, __LINE__);

    const std::string held = row.error == nullptr ? dynakey::inspect(token) : "";
    // The token objects of C refuse a name with a NUL inside, which they would have to cut.
    const bool object_can = row.error == nullptr && held.find("\\u0000") == std::string::npos;
    const std::string version = object_can ? token.substr(0, 3) : "";
    holds(agora::tools::AccessToken().FromString(token) == (version == "006"), __LINE__);
    holds(agora::tools::AccessToken2().FromString(token) == (version == "007"), __LINE__);
    if (row.error == nullptr) {
        holds(held.find("app_id") != std::string::npos, __LINE__);
        return;
    }
    // C would cut the text at a NUL.
    const bool would_be_cut = token.find('\0') != std::string::npos;
    const dynakey::Error error = thrown_by([&] { dynakey::inspect(token); }, row.id);
    holds(error.code() == (would_be_cut ? "invalid_text" : row.error), __LINE__);
    holds(error.argument() == "token", __LINE__);
}

/// A sample of the changes of one byte, which Rust's tests make one and all.
void a_changed_byte_is_an_error_or_the_very_same_token(const hostile_token& row) {
    const std::string token = token_of(row);
    const std::string held = dynakey::inspect(token);
    for (std::size_t at = 0; at < token.size(); ++at) {
        for (const int other : {token[at] ^ 1, token[at] ^ 32, 0, 0x41, 0x2f, 0x7f, 0xff}) {
            std::string changed = token;
            changed[at] = static_cast<char>(other);
            if (changed == token) {
                continue;
            }
            if (app().verify(changed, expectation()).ok) {
                CHECK(dynakey::inspect(changed) == held);
            }
        }
    }
}

}  // namespace

void every_hostile_token_is_told_as_what_it_is() {
    CHECK(hostile_tokens_count > 150);
    for (std::size_t i = 0; i < hostile_tokens_count; ++i) {
        is_told(hostile_tokens[i]);
    }
    a_changed_byte_is_an_error_or_the_very_same_token(hostile_tokens[0]);
    a_changed_byte_is_an_error_or_the_very_same_token(hostile_tokens[1]);
    std::cout << "hostile tokens: " << hostile_tokens_count << std::endl;
}
