// RTM tokens of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTM_TOKEN_BUILDER_H
#define DYNAKEY_RTM_TOKEN_BUILDER_H

#include <cstdint>
#include <string>

#include "Error.h"
#include "Integer.h"

namespace agora {
namespace tools {

/// The only role of RTM.
enum RtmUserRole {
    Rtm_User = 1,
};

/// Makes RTM tokens. Throws dynakey::Error for the first argument that fails. Numbers may have any
/// integer type: what is out of range is refused, never cut.
class RtmTokenBuilder {
public:
    /// A token for a user known by a text of 1 to 64 bytes. `privilegeExpiredTs` is in Unix
    /// seconds, 0 is as long as the token, 24 hours.
    static std::string buildToken(const std::string& appId, const std::string& appCertificate,
                                  const std::string& userAccount, RtmUserRole role,
                                  std::uint32_t privilegeExpiredTs = 0) {
        return build(appId, appCertificate, userAccount, role, privilegeExpiredTs);
    }

    /// The same for an expiry of another type.
    template <class Ts, class = dynakey::detail::IfNumbers<Ts>>
    static std::string buildToken(const std::string& appId, const std::string& appCertificate,
                                  const std::string& userAccount, RtmUserRole role,
                                  Ts privilegeExpiredTs) {
        return build(appId, appCertificate, userAccount, role,
                     dynakey::detail::integer(privilegeExpiredTs));
    }

private:
    static std::string build(const std::string& id, const std::string& certificate,
                             const std::string& account, RtmUserRole role, std::int64_t expires) {
        using dynakey::detail::c_text;
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_rtm_build_token(c_text(id), c_text(certificate), c_text(account), role,
                                           expires, token, error);
        });
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTM_TOKEN_BUILDER_H
