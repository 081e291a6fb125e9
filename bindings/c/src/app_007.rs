//! An app's tokens of the services that only version 007 has.

use core::ffi::c_char;

use dynakey_core::TokenOptions;

use crate::app::dynakey_app;
use crate::boundary::{array, guard_text, object, text};
use crate::error::{dynakey_error, dynakey_status};
use crate::grant::dynakey_grant;

/// Makes a token with which a user, any text but an empty one, may use Chat. `ttl` is 1 to 86400
/// seconds. The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_chat_user_token(
    app: *const dynakey_app,
    user: *const c_char,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        let app = &object(app, "app")?.0;
        Ok(app.chat_user_token(text(user, "user")?, lasting(ttl))?)
    })
}

/// Makes a Chat token for the app itself; the rest is as in `dynakey_app_chat_user_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_chat_app_token(
    app: *const dynakey_app,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || Ok(object(app, "app")?.0.chat_app_token(lasting(ttl))?))
}

/// Makes an FPA token, which lasts for 24 hours. It is freed with `dynakey_string_free`. `error`
/// may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_fpa_token(
    app: *const dynakey_app,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || Ok(object(app, "app")?.0.fpa_token()?))
}

/// Makes an APaaS token for a user of a room, any texts but empty ones, who may use RTM and Chat
/// there. `role` is -32768 to 32767, `ttl` 1 to 86400 seconds. The token is freed with
/// `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_apaas_room_token(
    app: *const dynakey_app,
    room: *const c_char,
    user: *const c_char,
    role: i64,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        let app = &object(app, "app")?.0;
        Ok(app.apaas_room_token(text(room, "room")?, text(user, "user")?, role, lasting(ttl))?)
    })
}

/// Makes an APaaS token for a user outside of any room; the rest is as in
/// `dynakey_app_apaas_room_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_apaas_user_token(
    app: *const dynakey_app,
    user: *const c_char,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        let app = &object(app, "app")?.0;
        Ok(app.apaas_user_token(text(user, "user")?, lasting(ttl))?)
    })
}

/// Makes an APaaS token for the app itself; the rest is as in `dynakey_app_apaas_room_token`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_apaas_app_token(
    app: *const dynakey_app,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || Ok(object(app, "app")?.0.apaas_app_token(lasting(ttl))?))
}

/// Makes one version 007 token of several services. `ttl` is 1 to 86400 seconds; a grant may have
/// its own. An error about a grant has its index. The token is freed with `dynakey_string_free`.
/// `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_token(
    app: *const dynakey_app,
    grants: *const dynakey_grant,
    grant_count: usize,
    ttl: i64,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        let app = &object(app, "app")?.0;
        let grants = array(grants, grant_count, "services")?
            .iter()
            .map(dynakey_grant::to_core)
            .collect::<Result<Vec<_>, _>>()?;
        Ok(app.token(grants, lasting(ttl))?)
    })
}

fn lasting<'a>(ttl: i64) -> TokenOptions<'a> {
    TokenOptions::new().ttl(ttl)
}
