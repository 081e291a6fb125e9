//! Tokens of conversational AI, and of speech to text.
#![expect(clippy::similar_names, reason = "the reference calls its arguments rtc_ and rtm_")]

use core::ffi::c_char;

use dynakey_core::sample_api::{ConvoAITokenBuilder, SttTokenBuilder};

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes a token for conversational AI: the rest is as in `dynakey_rtc2_build_token_with_rtm2`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_convo_ai_build_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    rtc_account: *const c_char,
    rtc_role: i64,
    rtc_token_expire: i64,
    join_channel_privilege_expire: i64,
    pub_audio_privilege_expire: i64,
    pub_video_privilege_expire: i64,
    pub_data_stream_privilege_expire: i64,
    rtm_user_id: *const c_char,
    rtm_token_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ConvoAITokenBuilder::build_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(rtc_account, "rtc_account")?,
            rtc_role,
            rtc_token_expire,
            join_channel_privilege_expire,
            pub_audio_privilege_expire,
            pub_video_privilege_expire,
            pub_data_stream_privilege_expire,
            text(rtm_user_id, "rtm_user_id")?,
            rtm_token_expire,
        )?)
    })
}

/// Makes a token for speech to text: the rest is as in `dynakey_rtc2_build_token_with_rtm2`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_stt_build_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    rtc_account: *const c_char,
    rtc_role: i64,
    rtc_token_expire: i64,
    join_channel_privilege_expire: i64,
    pub_audio_privilege_expire: i64,
    pub_video_privilege_expire: i64,
    pub_data_stream_privilege_expire: i64,
    rtm_user_id: *const c_char,
    rtm_token_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(SttTokenBuilder::build_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(rtc_account, "rtc_account")?,
            rtc_role,
            rtc_token_expire,
            join_channel_privilege_expire,
            pub_audio_privilege_expire,
            pub_video_privilege_expire,
            pub_data_stream_privilege_expire,
            text(rtm_user_id, "rtm_user_id")?,
            rtm_token_expire,
        )?)
    })
}
