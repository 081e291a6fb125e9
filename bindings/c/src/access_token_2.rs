//! The token object of version 007.

use core::ffi::c_char;
use std::ffi::CString;

use dynakey_core::Input;
use dynakey_core::sample_api::{AccessToken2, AccessToken2Fields};

use crate::boundary::{
    array, c_text, field, free, give, guard, guard_text, needed_place, optional_text, set, text,
};
use crate::error::{dynakey_error, dynakey_status, text_of};
use crate::service::{ReadServices, dynakey_service};

/// Makes a version 007 token of any services: the time of issue in Unix seconds, the duration in
/// seconds, the salt and the services are taken as they are.
///
/// The token is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_build(
    app_id: *const c_char,
    app_certificate: *const c_char,
    issue_ts: i64,
    expire: i64,
    salt: i64,
    services: *const dynakey_service,
    service_count: usize,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        let fields = AccessToken2Fields {
            app_id: text(app_id, "app_id")?,
            app_certificate: text(app_certificate, "app_certificate")?,
            issue_ts: issue_ts.into(),
            expire: expire.into(),
            salt: salt.into(),
        };
        let services = array(services, service_count, "services")?
            .iter()
            .map(dynakey_service::to_core)
            .collect::<Result<Vec<_>, _>>()?;
        Ok(fields.build(services)?)
    })
}

/// A version 007 token that was read. Freed with `dynakey_access_token2_free`; what it points to
/// lives as long as it does.
pub struct dynakey_access_token2 {
    app_id: CString,
    services: ReadServices,
    token: AccessToken2,
}

/// Reads a token of version 007. Nothing is proven. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_read(
    token: *const c_char,
    read: *mut *mut dynakey_access_token2,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(read, "read")?;
        let mut token = AccessToken2::read(text(token, "token")?)?;
        let services = ReadServices::new(core::mem::take(&mut token.services))?;
        let app_id = c_text(core::mem::take(&mut token.app_id));
        give(read, dynakey_access_token2 { app_id, services, token });
        Ok(())
    })
}

/// The App ID; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_app_id(
    token: *const dynakey_access_token2,
) -> *const c_char {
    text_of(token, |token| Some(&token.app_id))
}

/// When the token was issued, in Unix seconds; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_issue_ts(token: *const dynakey_access_token2) -> u32 {
    field(token, 0, |token| token.token.issue_ts)
}

/// How long the token lasts from its issue, in seconds; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_expire(token: *const dynakey_access_token2) -> u32 {
    field(token, 0, |token| token.token.expire)
}

/// The salt; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_salt(token: *const dynakey_access_token2) -> u32 {
    field(token, 0, |token| token.token.salt)
}

/// The 32 bytes of the signature; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_signature(
    token: *const dynakey_access_token2,
) -> *const u8 {
    field(token, core::ptr::null(), |token| token.token.signature.as_ptr())
}

/// The services, ascending by number, `dynakey_access_token2_service_count` of them; NULL for NULL.
/// A service that this library does not know ends them.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_services(
    token: *const dynakey_access_token2,
) -> *const dynakey_service {
    field(token, core::ptr::null(), |token| token.services.services.as_ptr())
}

/// How many services there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_service_count(
    token: *const dynakey_access_token2,
) -> usize {
    field(token, 0, |token| token.services.services.len())
}

/// Whether the certificate made the token, by the bytes that came; false for NULL.
/// `dynakey_app_verify` says more.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_verify_signature(
    token: *const dynakey_access_token2,
    app_certificate: *const c_char,
) -> bool {
    let Some(Input::Text(certificate)) = optional_text(app_certificate) else {
        return false;
    };
    field(token, false, |token| token.token.verify_signature(certificate))
}

/// Frees a token that was read; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_free(token: *mut dynakey_access_token2) {
    free(token);
}

/// A random salt and the time of issue now, as a new token object has them. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token2_defaults(
    salt: *mut u32,
    issue_ts: *mut u32,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        let token = AccessToken2::new("", "", 0, 900)?;
        set(salt, "salt", token.salt)?;
        set(issue_ts, "issue_ts", token.issue_ts)
    })
}
