//! The token object.

use core::ffi::c_char;
use std::ffi::CString;

use dynakey_core::Input;
use dynakey_core::sample_api::{AccessToken, AccessTokenFields};

use crate::boundary::{array, c_text, field, free, give, give_text, guard, needed_place, text};
use crate::error::{dynakey_error, dynakey_status, text_of};
use crate::privilege::dynakey_privilege;

/// Makes a version 006 token of any parts: the channel, the user as text (empty is anyone), the
/// salt, the token's end in Unix seconds and the privileges are taken as they are.
///
/// Of a repeated privilege the last counts. `privileges` may be NULL if there are none. The token
/// is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_build(
    app_id: *const c_char,
    app_certificate: *const c_char,
    channel_name: *const c_char,
    uid: *const c_char,
    salt: i64,
    ts: i64,
    privileges: *const dynakey_privilege,
    privilege_count: usize,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(token, "token")?;
        let fields = AccessTokenFields {
            app_id: text(app_id, "app_id")?,
            app_certificate: text(app_certificate, "app_certificate")?,
            channel_name: text(channel_name, "channel_name")?,
            uid: text(uid, "uid")?,
            salt: salt.into(),
            ts: ts.into(),
        };
        let privileges = array(privileges, privilege_count, "privileges")?.iter();
        let messages = privileges
            .map(|privilege| (Input::from(privilege.number), Input::from(privilege.expires)));
        give_text(token, "token", fields.build(messages)?)
    })
}

/// A version 006 token that was read. Freed with `dynakey_access_token_free`; what it points to
/// lives as long as it does.
pub struct dynakey_access_token {
    app_id: CString,
    privileges: Vec<dynakey_privilege>,
    token: AccessToken,
}

/// Reads a token of version 006. Nothing is proven. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_read(
    token: *const c_char,
    read: *mut *mut dynakey_access_token,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(read, "read")?;
        let mut token = AccessToken::read(text(token, "token")?)?;
        let privileges = token
            .messages
            .iter()
            .map(|(number, expires)| dynakey_privilege {
                number: (*number).into(),
                expires: (*expires).into(),
            })
            .collect();
        let app_id = c_text(core::mem::take(&mut token.app_id));
        give(read, dynakey_access_token { app_id, privileges, token });
        Ok(())
    })
}

/// The App ID; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_app_id(token: *const dynakey_access_token) -> *const c_char {
    text_of(token, |token| Some(&token.app_id))
}

/// The salt; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_salt(token: *const dynakey_access_token) -> u32 {
    field(token, 0, |token| token.token.salt)
}

/// When the token as a whole ends, in Unix seconds; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_ts(token: *const dynakey_access_token) -> u32 {
    field(token, 0, |token| token.token.ts)
}

/// The CRC-32 of the channel's name; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_crc_channel_name(token: *const dynakey_access_token) -> u32 {
    field(token, 0, |token| token.token.crc_channel_name)
}

/// The CRC-32 of the user as text; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_crc_uid(token: *const dynakey_access_token) -> u32 {
    field(token, 0, |token| token.token.crc_uid)
}

/// The 32 bytes of the signature; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_signature(token: *const dynakey_access_token) -> *const u8 {
    field(token, core::ptr::null(), |token| token.token.signature.as_ptr())
}

/// The privileges, ascending by number, `dynakey_access_token_privilege_count` of them; NULL for
/// NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_privileges(
    token: *const dynakey_access_token,
) -> *const dynakey_privilege {
    field(token, core::ptr::null(), |token| token.privileges.as_ptr())
}

/// How many privileges there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_privilege_count(
    token: *const dynakey_access_token,
) -> usize {
    field(token, 0, |token| token.privileges.len())
}

/// Frees a token that was read; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_free(token: *mut dynakey_access_token) {
    free(token);
}

/// A random salt and the end 24 hours from now, as a new token object has them. `error` may be
/// NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_access_token_defaults(
    salt: *mut u32,
    ts: *mut u32,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        let token = AccessToken::new("", "", "", 0)?;
        crate::boundary::set(salt, "salt", token.salt)?;
        crate::boundary::set(ts, "ts", token.ts)
    })
}
