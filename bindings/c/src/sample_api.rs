//! The builders of Agora's sample code.

use core::ffi::c_char;

use dynakey_core::sample_api::{RtcTokenBuilder, RtmTokenBuilder};

use crate::boundary::{give_text, guard, needed_place, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes an RTC token of version 006 for a user known by a number.
///
/// `uid` is 1 to 4294967295, or 0 for anyone. `role` is 0 (attendee), 1 (publisher), 2
/// (subscriber) or 101 (admin). `privilege_expired_ts` is in Unix seconds, 0 is as long as the
/// token, 24 hours. The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc_build_token_with_uid(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    uid: i64,
    role: i64,
    privilege_expired_ts: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(token, "token")?;
        let built = RtcTokenBuilder::build_token_with_uid(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            uid,
            role,
            privilege_expired_ts,
        )?;
        give_text(token, "token", built)
    })
}

/// Makes an RTC token of version 006 for a user known by a text of 1 to 255 bytes; the rest is as
/// in `dynakey_rtc_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtc_build_token_with_user_account(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    user_account: *const c_char,
    role: i64,
    privilege_expired_ts: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(token, "token")?;
        let built = RtcTokenBuilder::build_token_with_user_account(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(channel_name, "channel_name")?,
            text(user_account, "user_account")?,
            role,
            privilege_expired_ts,
        )?;
        give_text(token, "token", built)
    })
}

/// Makes an RTM token of version 006 for a user known by a text of 1 to 64 bytes. `role` is always
/// 1. The rest is as in `dynakey_rtc_build_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtm_build_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    user_account: *const c_char,
    role: i64,
    privilege_expired_ts: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(token, "token")?;
        let built = RtmTokenBuilder::build_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(user_account, "user_account")?,
            role,
            privilege_expired_ts,
        )?;
        give_text(token, "token", built)
    })
}
