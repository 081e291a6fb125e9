// RTC tokens of version 007 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_RTC_TOKEN_BUILDER2_H
#define DYNAKEY_RTC_TOKEN_BUILDER2_H

#include <string>

#include "Build.h"
#include "Integer.h"
#include "UserRole.h"

namespace agora {
namespace tools {

/// Makes RTC tokens. Throws dynakey::Error for the first argument that fails. Numbers may have any
/// integer type: what is out of range is refused, never cut. Expiries are seconds from now.
/// The channel "*" is any.
class RtcTokenBuilder2 {
public:
    /// A token for a user known by a number, 0 for anyone. `privilege_expire` 0 is as long as the
    /// token.
    static std::string BuildTokenWithUid(const std::string& app_id,
                                         const std::string& app_certificate,
                                         const std::string& channel_name, dynakey::Integer uid,
                                         UserRole role, dynakey::Integer token_expire,
                                         dynakey::Integer privilege_expire = 0) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_uid, app_id, app_certificate,
                                      channel_name, uid, role, token_expire, privilege_expire);
    }

    /// The same, each privilege with an expiry of its own.
    static std::string BuildTokenWithUid(const std::string& app_id,
                                         const std::string& app_certificate,
                                         const std::string& channel_name, dynakey::Integer uid,
                                         dynakey::Integer token_expire,
                                         dynakey::Integer join_channel_privilege_expire,
                                         dynakey::Integer pub_audio_privilege_expire,
                                         dynakey::Integer pub_video_privilege_expire,
                                         dynakey::Integer pub_data_stream_privilege_expire) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_uid_and_privilege, app_id,
                                      app_certificate, channel_name, uid, token_expire,
                                      join_channel_privilege_expire, pub_audio_privilege_expire,
                                      pub_video_privilege_expire, pub_data_stream_privilege_expire);
    }

    /// A token for a user known by a text of 1 to 255 bytes.
    static std::string BuildTokenWithUserAccount(const std::string& app_id,
                                                 const std::string& app_certificate,
                                                 const std::string& channel_name,
                                                 const std::string& account, UserRole role,
                                                 dynakey::Integer token_expire,
                                                 dynakey::Integer privilege_expire = 0) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_user_account, app_id,
                                      app_certificate, channel_name, account, role, token_expire,
                                      privilege_expire);
    }

    /// The same, each privilege with an expiry of its own.
    static std::string BuildTokenWithUserAccount(
        const std::string& app_id, const std::string& app_certificate,
        const std::string& channel_name, const std::string& account, dynakey::Integer token_expire,
        dynakey::Integer join_channel_privilege_expire, dynakey::Integer pub_audio_privilege_expire,
        dynakey::Integer pub_video_privilege_expire,
        dynakey::Integer pub_data_stream_privilege_expire) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_user_account_and_privilege,
                                      app_id, app_certificate, channel_name, account, token_expire,
                                      join_channel_privilege_expire, pub_audio_privilege_expire,
                                      pub_video_privilege_expire, pub_data_stream_privilege_expire);
    }

    /// A token for RTC and RTM, for one user known by a text of 1 to 64 bytes.
    static std::string BuildTokenWithRtm(const std::string& app_id,
                                         const std::string& app_certificate,
                                         const std::string& channel_name,
                                         const std::string& account, UserRole role,
                                         dynakey::Integer token_expire,
                                         dynakey::Integer privilege_expire = 0) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_rtm, app_id, app_certificate,
                                      channel_name, account, role, token_expire, privilege_expire);
    }

    /// A token for RTC and RTM, each with a user and expiries of its own. A subscriber is granted
    /// nothing but joining.
    static std::string BuildTokenWithRtm2(
        const std::string& app_id, const std::string& app_certificate,
        const std::string& channel_name, const std::string& rtc_account, UserRole rtc_role,
        dynakey::Integer rtc_token_expire, dynakey::Integer join_channel_privilege_expire,
        dynakey::Integer pub_audio_privilege_expire, dynakey::Integer pub_video_privilege_expire,
        dynakey::Integer pub_data_stream_privilege_expire, const std::string& rtm_user_id,
        dynakey::Integer rtm_token_expire) {
        return dynakey::detail::build(dynakey_rtc2_build_token_with_rtm2, app_id, app_certificate,
                                      channel_name, rtc_account, rtc_role, rtc_token_expire,
                                      join_channel_privilege_expire, pub_audio_privilege_expire,
                                      pub_video_privilege_expire, pub_data_stream_privilege_expire,
                                      rtm_user_id, rtm_token_expire);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_RTC_TOKEN_BUILDER2_H
