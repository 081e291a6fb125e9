// Every mistake of the shared table of version 007 has its code and argument.
#include <string>

#include "check.h"
#include "rows_007.h"

static const char* const certificate = "5CFd2fd1755d40ecb72977518be15d3b";

template <class Mistake>
static void is_expected(const Mistake& row, const dynakey::Error& error) {
    const std::string message = error.what();
    const auto holds = [&](bool held, int line) {
        check_that(held, std::string(row.id) + ": " + message, line);
    };
    holds(error.code() == row.code, __LINE__);
    holds(error.argument() == row.argument, __LINE__);
    holds(error.index() == row.index, __LINE__);
    holds(message.compare(0, error.code().size(), error.code()) == 0, __LINE__);
    holds(!error.hint().empty() && message.find(certificate) == std::string::npos, __LINE__);
}

void every_mistake_of_version_007_has_its_code_and_argument() {
    dynakey_app* c_app = nullptr;
    CHECK(dynakey_app_new("970CA35de60c44645bbae8a215061b33", certificate, nullptr, &c_app,
                          nullptr) == DYNAKEY_OK);
    for (std::size_t i = 0; i < mistakes_in_c_count; ++i) {
        const mistake_in_c& row = mistakes_in_c[i];
        const auto call = [&](dynakey_error** error) { return row.call(c_app, error); };
        is_expected(row, thrown_by([&] { dynakey::detail::succeed(call); }, row.id));
    }
    dynakey_app_free(c_app);
    const dynakey::App app("970CA35de60c44645bbae8a215061b33", certificate);
    for (const MistakeInCpp& row : mistakes_in_cpp) {
        is_expected(row, thrown_by([&] { row.call(app); }, row.id));
    }
    std::cout << "mistakes of 007: " << mistakes_in_c_count << " in C, " << mistakes_in_cpp.size()
              << " in C++" << std::endl;
    CHECK(mistakes_in_c_count == 503 && mistakes_in_cpp.size() == 487);
}
