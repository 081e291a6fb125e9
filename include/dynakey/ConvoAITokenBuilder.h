// Tokens of conversational AI by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_CONVO_AITOKEN_BUILDER_H
#define DYNAKEY_CONVO_AITOKEN_BUILDER_H

#include <string>

#include "Build.h"
#include "Integer.h"
#include "UserRole.h"

namespace agora {
namespace tools {

/// Makes tokens for conversational AI, beside RTC and RTM. Throws dynakey::Error for the first
/// argument that fails. Numbers may have any integer type: what is out of range is refused, never
/// cut. Expiries are seconds from now.
class ConvoAITokenBuilder {
public:
    /// A token with the arguments of RtcTokenBuilder2::BuildTokenWithRtm2.
    static std::string BuildToken(const std::string& app_id, const std::string& app_certificate,
                                  const std::string& channel_name, const std::string& rtc_account,
                                  UserRole rtc_role, dynakey::Integer rtc_token_expire,
                                  dynakey::Integer join_channel_privilege_expire,
                                  dynakey::Integer pub_audio_privilege_expire,
                                  dynakey::Integer pub_video_privilege_expire,
                                  dynakey::Integer pub_data_stream_privilege_expire,
                                  const std::string& rtm_user_id,
                                  dynakey::Integer rtm_token_expire) {
        return dynakey::detail::build(dynakey_convo_ai_build_token, app_id, app_certificate,
                                      channel_name, rtc_account, rtc_role, rtc_token_expire,
                                      join_channel_privilege_expire, pub_audio_privilege_expire,
                                      pub_video_privilege_expire, pub_data_stream_privilege_expire,
                                      rtm_user_id, rtm_token_expire);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_CONVO_AITOKEN_BUILDER_H
