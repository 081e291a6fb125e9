// The tokens of version 007 on which independent implementations agreed.
#include <dynakey/AccessToken2.h>

#include <cstring>
#include <map>
#include <string>

#include "check.h"
#include "rows_007.h"

using namespace agora::tools;
using dynakey::detail::text_of;

namespace {

std::string build_in_c(const vector_007& row, const dynakey_service* services, std::size_t count) {
    return text_of([&](char** token, dynakey_error** error) {
        return dynakey_access_token2_build(row.app_id, row.app_certificate, row.issue_ts,
                                           row.expire, row.salt, services, count, token, error);
    });
}

/// A token that C read.
class Read {
public:
    explicit Read(const char* token) {
        dynakey::detail::succeed([&](dynakey_error** error) {
            return dynakey_access_token2_read(token, &read_, error);
        });
    }
    ~Read() { dynakey_access_token2_free(read_); }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    const dynakey_access_token2* get() const { return read_; }
    const dynakey_service* services() const { return dynakey_access_token2_services(read_); }
    std::size_t count() const { return dynakey_access_token2_service_count(read_); }

private:
    dynakey_access_token2* read_ = nullptr;
};

/// What is read in C, and what in C++, builds the same token again.
void is_read_and_built_again(const vector_007& row, const char* token) {
    const auto holds = [&](bool held, int line) { check_that(held, row.id, line); };
    const Read read(token);
    holds(std::strcmp(dynakey_access_token2_app_id(read.get()), row.app_id) == 0, __LINE__);
    holds(dynakey_access_token2_issue_ts(read.get()) == row.issue_ts, __LINE__);
    holds(dynakey_access_token2_salt(read.get()) == row.salt, __LINE__);
    holds(dynakey_access_token2_verify_signature(read.get(), row.app_certificate), __LINE__);
    holds(!dynakey_access_token2_verify_signature(read.get(), row.app_id), __LINE__);
    vector_007 with_expiry = row;
    with_expiry.expire = dynakey_access_token2_expire(read.get());
    holds(build_in_c(with_expiry, read.services(), read.count()) == row.token, __LINE__);

    AccessToken2 object(row.app_id, row.app_certificate);
    holds(object.FromString(token) && object.services_.size() == read.count(), __LINE__);
    holds(object.VerifySignature(row.app_certificate), __LINE__);
    holds(!object.VerifySignature(row.app_id) && object.signature_.size() == 32, __LINE__);
    holds(object.app_id_ == row.app_id && object.issue_ts_ == row.issue_ts, __LINE__);
    holds(object.Build() == row.token && object.Build() == row.token, __LINE__);
}

void token(const vector_007& row) {
    check_that(build_in_c(row, row.services, row.service_count) == row.token, row.id, __LINE__);
    const Read read(row.token);
    check_that(dynakey_access_token2_expire(read.get()) == row.expire, row.id, __LINE__);
    check_that(read.count() == row.service_count, row.id, __LINE__);
    is_read_and_built_again(row, row.token);
}

/// A builder draws its salt and time; with the row's its token is the row's.
void built(const vector_007& row, const std::string& made) {
    AccessToken2 again(row.app_id, row.app_certificate);
    check_that(again.FromString(made), row.id, __LINE__);
    again.issue_ts_ = static_cast<std::uint32_t>(row.issue_ts);
    again.salt_ = static_cast<std::uint32_t>(row.salt);
    check_that(again.Build() == row.token, row.id, __LINE__);
}

void builder(const vector_007& row, std::string (*in_cpp)()) {
    const auto in_c = [&] {
        return text_of([&](char** made, dynakey_error** error) { return row.build(made, error); });
    };
    if (row.rejected != nullptr) {
        check_that(thrown_by(in_c, row.id).code() == row.rejected, row.id, __LINE__);
        check_that(thrown_by(in_cpp, row.id).code() == row.rejected, row.id, __LINE__);
    } else {
        built(row, in_c());
        built(row, in_cpp());
    }
    is_read_and_built_again(row, row.token);
}

}  // namespace

void every_agreed_token_of_version_007_is_built_and_read() {
    std::map<std::string, std::string (*)()> in_cpp;
    for (const BuilderIn007& each : builders_in_007) {
        in_cpp[each.id] = each.build;
    }
    int tokens = 0;
    int builders = 0;
    for (std::size_t i = 0; i < vectors_007_count; ++i) {
        const vector_007& row = vectors_007[i];
        const bool by_parts = row.build == nullptr;
        by_parts ? token(row) : builder(row, in_cpp.at(row.id));
        by_parts ? ++tokens : ++builders;
        if (row.token_of_another_zlib != nullptr) {
            is_read_and_built_again(row, row.token_of_another_zlib);
        }
    }
    std::cout << "vectors of 007: " << tokens << " tokens, " << builders << " builder calls"
              << std::endl;
    CHECK(tokens == 71 && builders == 25);
}
