//! RTC tokens.
#![expect(clippy::similar_names, reason = "the reference calls its arguments rtc_ and rtm_")]

use core::ffi::c_char;

use dynakey_core::sample_api::RtcTokenBuilder2;

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes an RTC token of version 007 for a user known by a number.
///
/// `channel_name` may be "*" for any channel. `uid` is 1 to 4294967295, or 0 for anyone. `role` is
/// 1 (publisher) or 2 (subscriber). `token_expire` and `privilege_expire` are seconds from now; 0
/// for the privileges is as long as the token. The token is freed with `dynakey_string_free`.
/// `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_uid(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    uid: i64,
    role: i64,
    token_expire: i64,
    privilege_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtcTokenBuilder2::build_token_with_uid(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            uid,
            role,
            token_expire,
            privilege_expire,
        )?)
    })
}

/// Makes an RTC token of version 007 for a user known by a text of 1 to 255 bytes; the rest is as
/// in `dynakey_rtc2_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_user_account(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    account: *const c_char,
    role: i64,
    token_expire: i64,
    privilege_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtcTokenBuilder2::build_token_with_user_account(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(account, "account")?,
            role,
            token_expire,
            privilege_expire,
        )?)
    })
}

/// Makes an RTC token of version 007 for a user known by a number, each privilege with an expiry of
/// its own; the rest is as in `dynakey_rtc2_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_uid_and_privilege(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    uid: i64,
    token_expire: i64,
    join_channel_privilege_expire: i64,
    pub_audio_privilege_expire: i64,
    pub_video_privilege_expire: i64,
    pub_data_stream_privilege_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtcTokenBuilder2::build_token_with_uid_and_privilege(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            uid,
            token_expire,
            join_channel_privilege_expire,
            pub_audio_privilege_expire,
            pub_video_privilege_expire,
            pub_data_stream_privilege_expire,
        )?)
    })
}

/// Makes an RTC token of version 007 for a user known by a text of 1 to 255 bytes, each privilege
/// with an expiry of its own; the rest is as in `dynakey_rtc2_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_user_account_and_privilege(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    account: *const c_char,
    token_expire: i64,
    join_channel_privilege_expire: i64,
    pub_audio_privilege_expire: i64,
    pub_video_privilege_expire: i64,
    pub_data_stream_privilege_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtcTokenBuilder2::build_token_with_user_account_and_privilege(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(account, "account")?,
            token_expire,
            join_channel_privilege_expire,
            pub_audio_privilege_expire,
            pub_video_privilege_expire,
            pub_data_stream_privilege_expire,
        )?)
    })
}

/// Makes a token of version 007 for RTC and RTM, for one user known by a text of 1 to 64 bytes. The
/// RTM login lasts as long as the token; the rest is as in `dynakey_rtc2_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_rtm(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    account: *const c_char,
    role: i64,
    token_expire: i64,
    privilege_expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtcTokenBuilder2::build_token_with_rtm(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(account, "account")?,
            role,
            token_expire,
            privilege_expire,
        )?)
    })
}

/// Makes a token of version 007 for RTC and RTM, each with a user and expiries of its own. A
/// subscriber is granted nothing but joining. The token lasts for `rtc_token_expire`; the rest is
/// as in `dynakey_rtc2_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc2_build_token_with_rtm2(
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
        Ok(RtcTokenBuilder2::build_token_with_rtm2(
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
