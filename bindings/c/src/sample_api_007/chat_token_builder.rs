//! Chat tokens.

use core::ffi::c_char;

use dynakey_core::sample_api::ChatTokenBuilder2;

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes a Chat token for a user, any text but an empty one. `expire` is in seconds from now. The
/// token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_chat2_build_user_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    user_id: *const c_char,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ChatTokenBuilder2::build_user_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(user_id, "user_id")?,
            expire,
        )?)
    })
}

/// Makes a Chat token for the app itself; the rest is as in `dynakey_chat2_build_user_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_chat2_build_app_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ChatTokenBuilder2::build_app_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            expire,
        )?)
    })
}
