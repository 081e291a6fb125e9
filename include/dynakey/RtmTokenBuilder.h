// RTM tokens of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTM_TOKEN_BUILDER_H
#define DYNAKEY_RTM_TOKEN_BUILDER_H

#include <cstdint>
#include <string>

#include "Error.h"

namespace agora {
namespace tools {

/// The only role of RTM.
enum RtmUserRole {
    Rtm_User = 1,
};

/// Makes RTM tokens. Throws dynakey::Error for the first argument that fails.
class RtmTokenBuilder {
public:
    /// A token for a user known by a text of 1 to 64 bytes. `privilegeExpiredTs` is in Unix
    /// seconds, 0 is as long as the token, 24 hours.
    static std::string buildToken(const std::string& appId, const std::string& appCertificate,
                                  const std::string& userAccount, RtmUserRole role,
                                  std::uint32_t privilegeExpiredTs = 0) {
        using namespace dynakey::detail;
        const char* id = c_text(appId, "app_id");
        const char* certificate = c_text(appCertificate, "app_certificate");
        const char* account = c_text(userAccount, "user_account");
        char* token = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_rtm_build_token(id, certificate, account, static_cast<std::int32_t>(role),
                                        privilegeExpiredTs, &token, &error),
                error);
        return take(token);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTM_TOKEN_BUILDER_H
