// APaaS tokens by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_APAAS_TOKEN_BUILDER_H
#define DYNAKEY_APAAS_TOKEN_BUILDER_H

#include <string>

#include "Build.h"
#include "Integer.h"

namespace agora {
namespace tools {

/// Makes APaaS tokens. Throws dynakey::Error for the first argument that fails. Numbers may have
/// any integer type: what is out of range is refused, never cut. Expiries are seconds from now.
class ApaasTokenBuilder {
public:
    /// A token for a user of a room, any texts but empty ones, who may use RTM and Chat there. The
    /// role is -32768 to 32767.
    static std::string BuildRoomUserToken(const std::string& app_id,
                                          const std::string& app_certificate,
                                          const std::string& room_uuid,
                                          const std::string& user_uuid, dynakey::Integer role,
                                          dynakey::Integer expire) {
        return dynakey::detail::build(dynakey_apaas_build_room_user_token, app_id, app_certificate,
                                      room_uuid, user_uuid, role, expire);
    }

    /// A token for a user outside of any room.
    static std::string BuildUserToken(const std::string& app_id, const std::string& app_certificate,
                                      const std::string& user_uuid, dynakey::Integer expire) {
        return dynakey::detail::build(dynakey_apaas_build_user_token, app_id, app_certificate,
                                      user_uuid, expire);
    }

    /// A token for the app itself.
    static std::string BuildAppToken(const std::string& app_id, const std::string& app_certificate,
                                     dynakey::Integer expire) {
        return dynakey::detail::build(dynakey_apaas_build_app_token, app_id, app_certificate,
                                      expire);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_APAAS_TOKEN_BUILDER_H
