//! APaaS tokens, which education has too.

use core::ffi::c_char;

use dynakey_core::sample_api::ApaasTokenBuilder;

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes an APaaS token for a user of a room, any texts but empty ones, who may use RTM and Chat
/// there. `role` is -32768 to 32767. `expire` is in seconds from now. Education tokens are the
/// same. The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_apaas_build_room_user_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    room_uuid: *const c_char,
    user_uuid: *const c_char,
    role: i64,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ApaasTokenBuilder::build_room_user_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(room_uuid, "room_uuid")?,
            text(user_uuid, "user_uuid")?,
            role,
            expire,
        )?)
    })
}

/// Makes an APaaS token for a user outside of any room; the rest is as in
/// `dynakey_apaas_build_room_user_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_apaas_build_user_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    user_uuid: *const c_char,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ApaasTokenBuilder::build_user_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            text(user_uuid, "user_uuid")?,
            expire,
        )?)
    })
}

/// Makes an APaaS token for the app itself; the rest is as in
/// `dynakey_apaas_build_room_user_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_apaas_build_app_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    expire: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(ApaasTokenBuilder::build_app_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
            expire,
        )?)
    })
}
