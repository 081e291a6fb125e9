//! RTM tokens.

use core::ffi::c_char;

use dynakey_core::sample_api::RtmTokenBuilder2;

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};
use crate::permission::{dynakey_permission, permissions_of};

/// Makes an RTM token of version 007 for a user known by a text of 1 to 64 bytes. `expire` is in
/// seconds from now. The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtm2_build_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    user_id: *const c_char,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtmTokenBuilder2::build_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(user_id, "user_id")?,
            expire,
        )?)
    })
}

/// Makes an RTM token of version 007 with permissions on single resources; the rest is as in
/// `dynakey_rtm2_build_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_rtm2_build_token_with_permissions(
    app_id: *const c_char,
    app_certificate: *const c_char,
    user_id: *const c_char,
    permissions: *const dynakey_permission,
    permission_count: usize,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(RtmTokenBuilder2::build_token_with_permissions(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(user_id, "user_id")?,
            &permissions_of(permissions, permission_count)?,
            expire,
        )?)
    })
}
