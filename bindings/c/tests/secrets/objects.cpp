// Token objects leave no certificate behind, however they are let go.
#include <dynakey/AccessToken.h>
#include <dynakey/AccessToken2.h>

#include <memory>
#include <string>
#include <utility>

#include "../check.h"
#include "memory.h"

using agora::tools::AccessToken;
using agora::tools::AccessToken2;
using agora::tools::Service;
using agora::tools::ServiceFpa;

namespace {

/// Adds what a token object needs besides the App ID and the certificate.
void complete(AccessToken& token) { token.channel_name_ = "room"; }
void complete(AccessToken2& token) {
    token.AddService(std::unique_ptr<Service>(new ServiceFpa()));
}

/// A token object with the certificate, of which the caller's own text is wiped.
template <class Token>
Token made() {
    std::string text(DIGITS, '\0');
    write_certificate(&text[0]);
    Token token("970CA35de60c44645bbae8a215061b33", text);
    wipe(&text[0]);
    complete(token);
    return token;
}

template <class Token>
void what_is_moved_assigned_or_destroyed_leaves_nothing_behind() {
    CHECK(copies() == 0);
    {
        Token first = made<Token>();
        CHECK(copies() == 1);
        const std::string token = first.Build();
        CHECK(copies() == 1);

        Token second(std::move(first));
        CHECK(copies() == 1);
        CHECK(second.Build() == token);
        second = made<Token>();
        CHECK(copies() == 1);
        second = Token();
        CHECK(copies() == 0);

        second = made<Token>();
        first = std::move(second);
        CHECK(copies() == 1);
    }
    CHECK(copies() == 0);
}

/// An object of version 007 owns its services, and can't be copied.
void what_is_copied_leaves_nothing_behind() {
    {
        const AccessToken first = made<AccessToken>();
        AccessToken second(first);
        CHECK(copies() == 2);
        CHECK(second.Build() == first.Build());
        {
            AccessToken third;
            third = first;
            CHECK(copies() == 3);
            CHECK(third.Build() == first.Build());
            third = second;
            CHECK(copies() == 3);
        }
        CHECK(copies() == 2);
        second = AccessToken();
        CHECK(copies() == 1);
    }
    CHECK(copies() == 0);
}

template <class Token>
void what_was_moved_from_builds_nothing() {
    Token first = made<Token>();
    const Token second(std::move(first));
    first.app_id_ = second.app_id_;
    complete(first);
    const dynakey::Error error = thrown_by([&] { first.Build(); }, "moved from");
    CHECK(error.code() == "invalid_app_certificate");
}

}  // namespace

int main() {
    choose_certificate();
    what_is_moved_assigned_or_destroyed_leaves_nothing_behind<AccessToken>();
    what_is_moved_assigned_or_destroyed_leaves_nothing_behind<AccessToken2>();
    what_is_copied_leaves_nothing_behind();
    what_was_moved_from_builds_nothing<AccessToken>();
    what_was_moved_from_builds_nothing<AccessToken2>();
    std::cout << "secrets: no certificate is left in memory by objects" << std::endl;
}
