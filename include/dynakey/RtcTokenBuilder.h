// RTC tokens of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTC_TOKEN_BUILDER_H
#define DYNAKEY_RTC_TOKEN_BUILDER_H

#include <cstdint>
#include <string>

#include "Error.h"
#include "Integer.h"
#include "UserRole.h"

namespace agora {
namespace tools {

/// Makes RTC tokens. Throws dynakey::Error for the first argument that fails. Numbers may have any
/// integer type: what is out of range is refused, never cut.
class RtcTokenBuilder {
public:
    /// A token for a user known by a number, 0 for anyone. `privilegeExpiredTs` is in Unix seconds,
    /// 0 is as long as the token, 24 hours.
    static std::string buildTokenWithUid(const std::string& appId,
                                         const std::string& appCertificate,
                                         const std::string& channelName, std::uint32_t uid,
                                         UserRole role, std::uint32_t privilegeExpiredTs = 0) {
        return withUid(appId, appCertificate, channelName, uid, role, privilegeExpiredTs);
    }

    /// The same for numbers of other types.
    template <class Uid, class Ts = std::uint32_t, class = dynakey::detail::IfNumbers<Uid, Ts>>
    static std::string buildTokenWithUid(const std::string& appId,
                                         const std::string& appCertificate,
                                         const std::string& channelName, Uid uid, UserRole role,
                                         Ts privilegeExpiredTs = 0) {
        using dynakey::detail::integer;
        return withUid(appId, appCertificate, channelName, integer(uid), role,
                       integer(privilegeExpiredTs));
    }

    /// A token for a user known by a text of 1 to 255 bytes.
    static std::string buildTokenWithUserAccount(const std::string& appId,
                                                 const std::string& appCertificate,
                                                 const std::string& channelName,
                                                 const std::string& userAccount, UserRole role,
                                                 std::uint32_t privilegeExpiredTs = 0) {
        return withUserAccount(appId, appCertificate, channelName, userAccount, role,
                               privilegeExpiredTs);
    }

    /// The same for an expiry of another type.
    template <class Ts, class = dynakey::detail::IfNumbers<Ts>>
    static std::string buildTokenWithUserAccount(const std::string& appId,
                                                 const std::string& appCertificate,
                                                 const std::string& channelName,
                                                 const std::string& userAccount, UserRole role,
                                                 Ts privilegeExpiredTs) {
        return withUserAccount(appId, appCertificate, channelName, userAccount, role,
                               dynakey::detail::integer(privilegeExpiredTs));
    }

private:
    static std::string withUid(const std::string& id, const std::string& certificate,
                               const std::string& channel, std::int64_t uid, UserRole role,
                               std::int64_t expires) {
        using dynakey::detail::c_text;
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_rtc_build_token_with_uid(c_text(id), c_text(certificate),
                                                    c_text(channel), uid, role, expires, token,
                                                    error);
        });
    }

    static std::string withUserAccount(const std::string& id, const std::string& certificate,
                                       const std::string& channel, const std::string& account,
                                       UserRole role, std::int64_t expires) {
        using dynakey::detail::c_text;
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_rtc_build_token_with_user_account(
                c_text(id), c_text(certificate), c_text(channel), c_text(account), role, expires,
                token, error);
        });
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTC_TOKEN_BUILDER_H
