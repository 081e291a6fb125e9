//! An Agora project.

use core::ffi::c_char;

use dynakey_core::{ANY_USER, App, Input, RtcOptions, RtmOptions};

use crate::boundary::{
    array, free, give, give_text, guard, needed_place, object, optional_text, text,
};
use crate::error::{Failure, dynakey_error, dynakey_status};
use crate::strings::dynakey_tokens;

/// An Agora project: an App ID and its App Certificate, checked once. Any number of threads may
/// use it at the same time. Freed with `dynakey_app_free`, which wipes the certificate.
pub struct dynakey_app(pub(crate) App);

/// Makes an app from its App ID and App Certificate. `secondary_certificate` may be NULL; tokens
/// are made with the first and verified with either. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_new(
    app_id: *const c_char,
    app_certificate: *const c_char,
    secondary_certificate: *const c_char,
    app: *mut *mut dynakey_app,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(app, "app")?;
        let mut made =
            App::new(text(app_id, "app_id")?, text(app_certificate, "app_certificate")?)?;
        if let Some(secondary) = optional_text(secondary_certificate) {
            made = made.with_secondary_certificate(secondary)?;
        }
        give(app, dynakey_app(made));
        Ok(())
    })
}

/// Frees an app and wipes its certificate; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_free(app: *mut dynakey_app) {
    free(app);
}

/// Makes an RTC token for the user of a uid, 1 to 4294967295. `role` is 1 (publisher) or 2
/// (subscriber), `ttl` 1 to 86400 seconds, `version` "006". The token is freed with
/// `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_rtc_token_with_uid(
    app: *const dynakey_app,
    channel: *const c_char,
    uid: i64,
    role: i64,
    ttl: i64,
    version: *const c_char,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || rtc_token(app, channel, || Ok(uid.into()), (role, ttl, version), token))
}

/// Makes an RTC token for the user of an account, 1 to 255 bytes; the rest is as in
/// `dynakey_app_rtc_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_rtc_token_with_user_account(
    app: *const dynakey_app,
    channel: *const c_char,
    user_account: *const c_char,
    role: i64,
    ttl: i64,
    version: *const c_char,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    let user = || text(user_account, "user");
    guard(error, || rtc_token(app, channel, user, (role, ttl, version), token))
}

/// Makes an RTC token that any user may join with; the rest is as in
/// `dynakey_app_rtc_token_with_uid`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_rtc_token_for_any_user(
    app: *const dynakey_app,
    channel: *const c_char,
    role: i64,
    ttl: i64,
    version: *const c_char,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || rtc_token(app, channel, || Ok(ANY_USER), (role, ttl, version), token))
}

/// Makes an RTC token for each of `uid_count` uids, all or nothing; the rest is as in
/// `dynakey_app_rtc_token_with_uid`. The tokens are freed with `dynakey_tokens_free`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_rtc_tokens_with_uids(
    app: *const dynakey_app,
    channel: *const c_char,
    uids: *const i64,
    uid_count: usize,
    role: i64,
    ttl: i64,
    version: *const c_char,
    tokens: *mut *mut dynakey_tokens,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(tokens, "tokens")?;
        let app = object(app, "app")?;
        let channel = text(channel, "channel")?;
        let uids = array(uids, uid_count, "users")?.iter().copied();
        let made = app.0.rtc_tokens(channel, uids, options(role, ttl, version))?;
        give(tokens, dynakey_tokens::new(made));
        Ok(())
    })
}

/// Makes an RTM token for the user of a text of 1 to 64 bytes. `ttl` is 1 to 86400 seconds,
/// `version` "006". The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_rtm_token(
    app: *const dynakey_app,
    user: *const c_char,
    ttl: i64,
    version: *const c_char,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(token, "token")?;
        let mut options = RtmOptions::new().ttl(ttl);
        if let Some(version) = optional_text(version) {
            options = options.version(version);
        }
        let made = object(app, "app")?.0.rtm_token(text(user, "user")?, options)?;
        give_text(token, "token", made)
    })
}

fn rtc_token<'a>(
    app: *const dynakey_app,
    channel: *const c_char,
    user: impl FnOnce() -> Result<Input<'a>, Failure>,
    (role, ttl, version): (i64, i64, *const c_char),
    token: *mut *mut c_char,
) -> Result<(), Failure> {
    needed_place(token, "token")?;
    let app = object(app, "app")?;
    let channel = text(channel, "channel")?;
    let made = app.0.rtc_token(channel, user()?, options(role, ttl, version))?;
    give_text(token, "token", made)
}

/// A NULL for the version is no choice.
fn options<'a>(role: i64, ttl: i64, version: *const c_char) -> RtcOptions<'a> {
    let options = RtcOptions::new().role(role).ttl(ttl);
    match optional_text(version) {
        Some(version) => options.version(version),
        None => options,
    }
}
