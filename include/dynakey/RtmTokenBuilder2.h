// RTM tokens of version 007 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTM_TOKEN_BUILDER2_H
#define DYNAKEY_RTM_TOKEN_BUILDER2_H

#include <string>

#include "Build.h"
#include "Integer.h"
#include "Permissions.h"
#include "Service.h"

namespace agora {
namespace tools {

/// Makes RTM tokens. Throws dynakey::Error for the first argument that fails. Numbers may have any
/// integer type: what is out of range is refused, never cut. Expiries are seconds from now.
class RtmTokenBuilder2 {
public:
    /// A token for a user known by a text of 1 to 64 bytes.
    static std::string BuildToken(const std::string& app_id, const std::string& app_certificate,
                                  const std::string& user_id, dynakey::Integer expire = 0) {
        return dynakey::detail::build(dynakey_rtm2_build_token, app_id, app_certificate, user_id,
                                      expire);
    }

    /// The same with permissions on single resources.
    static std::string BuildToken(const std::string& app_id, const std::string& app_certificate,
                                  const std::string& user_id,
                                  const ServiceRtm2::Permissions& permissions,
                                  dynakey::Integer expire = 0) {
        using dynakey::detail::c_text;
        const dynakey::detail::CPermissions c(permissions);
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_rtm2_build_token_with_permissions(
                c_text(app_id), c_text(app_certificate), c_text(user_id), c.data(), c.size(),
                expire, token, error);
        });
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTM_TOKEN_BUILDER2_H
