// RTC tokens of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTC_TOKEN_BUILDER_H
#define DYNAKEY_RTC_TOKEN_BUILDER_H

#include <cstdint>
#include <string>

#include "Error.h"
#include "UserRole.h"

namespace agora {
namespace tools {

/// Makes RTC tokens. Throws dynakey::Error for the first argument that fails.
class RtcTokenBuilder {
public:
    /// A token for a user known by a number, 0 for anyone. `privilegeExpiredTs` is in Unix seconds,
    /// 0 is as long as the token, 24 hours.
    static std::string buildTokenWithUid(const std::string& appId,
                                         const std::string& appCertificate,
                                         const std::string& channelName, std::uint32_t uid,
                                         UserRole role, std::uint32_t privilegeExpiredTs = 0) {
        using namespace dynakey::detail;
        const char* id = c_text(appId, "app_id");
        const char* certificate = c_text(appCertificate, "app_certificate");
        const char* channel = c_text(channelName, "channel_name");
        char* token = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_rtc_build_token_with_uid(id, certificate, channel, uid,
                                                 static_cast<std::int32_t>(role),
                                                 privilegeExpiredTs, &token, &error),
                error);
        return take(token);
    }

    /// A token for a user known by a text of 1 to 255 bytes.
    static std::string buildTokenWithUserAccount(const std::string& appId,
                                                 const std::string& appCertificate,
                                                 const std::string& channelName,
                                                 const std::string& userAccount, UserRole role,
                                                 std::uint32_t privilegeExpiredTs = 0) {
        using namespace dynakey::detail;
        const char* id = c_text(appId, "app_id");
        const char* certificate = c_text(appCertificate, "app_certificate");
        const char* channel = c_text(channelName, "channel_name");
        const char* account = c_text(userAccount, "user_account");
        char* token = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_rtc_build_token_with_user_account(id, certificate, channel, account,
                                                          static_cast<std::int32_t>(role),
                                                          privilegeExpiredTs, &token, &error),
                error);
        return take(token);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTC_TOKEN_BUILDER_H
