// Chat tokens by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_CHAT_TOKEN_BUILDER2_H
#define DYNAKEY_CHAT_TOKEN_BUILDER2_H

#include <string>

#include "Build.h"
#include "Integer.h"

namespace agora {
namespace tools {

/// Makes Chat tokens. Throws dynakey::Error for the first argument that fails. Numbers may have any
/// integer type: what is out of range is refused, never cut. Expiries are seconds from now.
class ChatTokenBuilder2 {
public:
    /// A token for a user, any text but an empty one.
    static std::string BuildUserToken(const std::string& app_id, const std::string& app_certificate,
                                      const std::string& user_id, dynakey::Integer expire) {
        return dynakey::detail::build(dynakey_chat2_build_user_token, app_id, app_certificate,
                                      user_id, expire);
    }

    /// A token for the app itself.
    static std::string BuildAppToken(const std::string& app_id, const std::string& app_certificate,
                                     dynakey::Integer expire) {
        return dynakey::detail::build(dynakey_chat2_build_app_token, app_id, app_certificate,
                                      expire);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_CHAT_TOKEN_BUILDER2_H
