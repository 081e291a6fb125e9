// The tokens on which independent implementations agreed.
#include <dynakey/AccessToken.h>

#include <map>
#include <string>

#include "check.h"
#include "table.h"

using agora::tools::AccessToken;
using Privileges = std::map<std::uint16_t, std::uint32_t>;

static std::string text_of(const value& text) { return std::string(text.text, text.length); }

/// The user as the token object takes it: the number 0 is anyone, the text "0" a user.
static std::string user_of(const vector& row) {
    if (row.user.kind == TEXT) {
        return text_of(row.user);
    }
    return row.user.number == 0 ? "" : std::to_string(row.user.number);
}

static void token(const vector& row) {
    AccessToken object(text_of(row.app_id), text_of(row.app_certificate), text_of(row.channel),
                       user_of(row));
    object.message_.salt = row.salt;
    object.SetTokenExpiredTs(row.ts);
    for (std::size_t i = 0; i < row.privileges_count; ++i) {
        const pair& privilege = row.privileges[i];
        object.message_.messages[static_cast<std::uint16_t>(privilege.number)] =
            static_cast<std::uint32_t>(privilege.expires);
    }
    if (user_of(row).find('\0') != std::string::npos) {
        // C would cut it.
        const dynakey::Error error = thrown_by([&] { object.Build(); }, row.id);
        check_that(error.code() == "invalid_text", row.id, __LINE__);
        return;
    }
    check_that(object.Build() == row.token, row.id, __LINE__);

    AccessToken read;
    check_that(read.FromString(row.token), row.id, __LINE__);
    check_that(read.app_id_ == object.app_id_ && read.message_.salt == row.salt, row.id, __LINE__);
    check_that(read.message_.ts == row.ts && read.signature_.size() == 32, row.id, __LINE__);
    check_that(read.message_.messages == object.message_.messages, row.id, __LINE__);
}

static std::string build(const vector& row) {
    const char* id = row.app_id.text;
    const char* secret = row.app_certificate.text;
    return dynakey::detail::text_of([&](char** built, dynakey_error** error) {
        if (row.call == RTM) {
            return dynakey_rtm_build_token(id, secret, row.channel.text, row.role, row.expiry,
                                           built, error);
        }
        if (row.call == RTC_ACCOUNT) {
            return dynakey_rtc_build_token_with_user_account(id, secret, row.channel.text,
                                                             row.user.text, row.role, row.expiry,
                                                             built, error);
        }
        return dynakey_rtc_build_token_with_uid(id, secret, row.channel.text, row.user.number,
                                                row.role, row.expiry, built, error);
    });
}

/// A builder draws its salt and time: its privileges are those of the row, and with the row's salt
/// and time its token is.
static void builder(const vector& row) {
    if (row.rejected != nullptr) {
        const dynakey::Error error = thrown_by([&] { build(row); }, row.id);
        check_that(error.code() == row.rejected, row.id, __LINE__);
        return;
    }
    AccessToken built;
    check_that(built.FromString(build(row)), row.id, __LINE__);
    AccessToken again(text_of(row.app_id), text_of(row.app_certificate), text_of(row.channel),
                      user_of(row));
    again.message_ = built.message_;
    again.message_.salt = row.salt;
    again.message_.ts = row.ts;
    check_that(again.Build() == row.token, row.id, __LINE__);
}

void every_agreed_token_is_built_and_read() {
    int tokens = 0;
    int builders = 0;
    for (std::size_t i = 0; i < vectors_count; ++i) {
        const bool by_parts = vectors[i].call == ACCESS_TOKEN;
        by_parts ? token(vectors[i]) : builder(vectors[i]);
        by_parts ? ++tokens : ++builders;
    }
    std::cout << "vectors: " << tokens << " tokens, " << builders << " builder calls" << std::endl;
    CHECK(tokens == 123 && builders == 26);
}
