//! The C interface bears any bytes, NULL everywhere, and lengths that no array has.
#![no_main]
#![allow(clippy::wildcard_imports, reason = "each name says that it is of the C interface")]

use core::ffi::{CStr, c_char};
use core::ptr;
use std::ffi::CString;

use arbitrary::{Arbitrary, Result, Unstructured};
use dynakey_fuzz::{APP_CERTIFICATE, APP_ID, wrapped};
use dynakey_fuzz_c::access_token::*;
use dynakey_fuzz_c::access_token_2::*;
use dynakey_fuzz_c::any_channel::dynakey_any_channel;
use dynakey_fuzz_c::app::*;
use dynakey_fuzz_c::app_007::dynakey_app_token;
use dynakey_fuzz_c::error::*;
use dynakey_fuzz_c::expectation::dynakey_expectation;
use dynakey_fuzz_c::grant::{dynakey_grant, dynakey_privilege_grant};
use dynakey_fuzz_c::permission::dynakey_permission;
use dynakey_fuzz_c::privilege::dynakey_privilege;
use dynakey_fuzz_c::report::*;
use dynakey_fuzz_c::service::dynakey_service;
use dynakey_fuzz_c::strings::*;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // Data that end too early make fewer calls.
    let _ = calls(&mut Unstructured::new(data));
});

fn calls(data: &mut Unstructured<'_>) -> Result<()> {
    let kept = &mut Kept::default();
    let mut app = ptr::null_mut();
    let secondary = any_text(data, kept)?;
    let (id, certificate) = credentials(data, kept)?;
    with_error(data, |error| dynakey_app_new(id, certificate, secondary, &raw mut app, error))?;
    // Freed whatever comes next.
    let app = Freed(app, dynakey_app_free);
    let mut token = wrapped_or_any(data, kept)?;
    for _ in 0..data.int_in_range(1..=4)? {
        match data.int_in_range(0..=5)? {
            0 => token = build_006(data, kept)?,
            1 => token = build_007(data, kept)?,
            2 => token = grant(data, kept, app.0)?,
            3 => batch(data, kept, app.0)?,
            4 => read(data, token)?,
            _ => verify(data, kept, app.0, token)?,
        }
    }
    Ok(())
}

/// What the caller of C keeps until the calls are done.
#[derive(Default)]
struct Kept {
    texts: Vec<CString>,
    names: Vec<Vec<*const c_char>>,
    permissions: Vec<Vec<dynakey_permission>>,
    privileges: Vec<Vec<dynakey_privilege>>,
    granted: Vec<Vec<dynakey_privilege_grant>>,
}

impl Kept {
    fn text(&mut self, text: CString) -> *const c_char {
        self.texts.push(text);
        self.texts.last().map_or(ptr::null(), |text| text.as_ptr())
    }
}

/// An object of the library that is freed in the end.
struct Freed<T>(*mut T, extern "C" fn(*mut T));

impl<T> Drop for Freed<T> {
    fn drop(&mut self) {
        (self.1)(self.0);
    }
}

/// A call that may fail, with a place for its error or without; looks at the error and frees it.
fn with_error(
    data: &mut Unstructured<'_>,
    call: impl FnOnce(*mut *mut dynakey_error) -> dynakey_status,
) -> Result<bool> {
    // What stood there before must not be followed.
    let mut error = ptr::without_provenance_mut(8);
    let wanted = data.ratio(7, 8)?;
    let status = call(if wanted { &raw mut error } else { ptr::null_mut() });
    assert_ne!(status, DYNAKEY_INTERNAL);
    if wanted {
        assert_eq!(status, dynakey_error_status(error));
        assert_eq!(status == DYNAKEY_OK, error.is_null());
        for text in [dynakey_error_code, dynakey_error_message, dynakey_error_hint] {
            assert_eq!(text(error).is_null(), error.is_null());
            look_at(text(error));
        }
        look_at(dynakey_error_argument(error));
        dynakey_error_index(error);
        dynakey_error_free(error);
    }
    Ok(status == DYNAKEY_OK)
}

/// Reads a text of the library to its end.
fn look_at(text: *const c_char) -> usize {
    if text.is_null() {
        return 0;
    }
    // SAFETY: not NULL, and the header promises a text that ends with a NUL; that is what is tried.
    unsafe { CStr::from_ptr(text) }.to_bytes().len()
}

/// Reads an array of the library to its end.
fn array<'a, T>(first: *const T, length: usize) -> &'a [T] {
    if length == 0 {
        return &[];
    }
    assert!(!first.is_null());
    // SAFETY: not NULL, and the header promises so many elements; that is what is tried.
    unsafe { core::slice::from_raw_parts(first, length) }
}

/// A text of any bytes, NULL, or the word for any channel.
fn any_text(data: &mut Unstructured<'_>, kept: &mut Kept) -> Result<*const c_char> {
    Ok(match data.int_in_range(0..=9)? {
        0 => ptr::null(),
        1 => dynakey_any_channel(),
        2 => kept.text((*data.choose(&[c"room", c"42", c"ann", c"006", c"007", c"rtc"])?).into()),
        3 => kept.text((*data.choose(&[c"publish_audio", c"login", c"user", c"*", c""])?).into()),
        4..=6 => kept.text(CString::new(<&str>::arbitrary(data)?).unwrap_or_default()),
        _ => {
            let bytes = <&[u8]>::arbitrary(data)?;
            kept.text(CString::new(bytes).unwrap_or_default())
        }
    })
}

fn credentials(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
) -> Result<(*const c_char, *const c_char)> {
    Ok(if data.ratio(7, 8)? {
        let mut text = |text| kept.text(CString::new(text).unwrap_or_default());
        (text(APP_ID), text(APP_CERTIFICATE))
    } else {
        (any_text(data, kept)?, any_text(data, kept)?)
    })
}

fn wrapped_or_any(data: &mut Unstructured<'_>, kept: &mut Kept) -> Result<*const c_char> {
    if data.ratio(1, 2)? {
        let bytes = <&[u8]>::arbitrary(data)?;
        Ok(kept.text(CString::new(wrapped(bytes)).unwrap_or_default()))
    } else {
        any_text(data, kept)
    }
}

/// A small number or any.
fn any_number(data: &mut Unstructured<'_>) -> Result<i64> {
    if data.ratio(3, 4)? { data.int_in_range(0..=14) } else { i64::arbitrary(data) }
}

/// The array, or NULL; its length, or one that no array has.
fn any_array<T>(data: &mut Unstructured<'_>, array: &[T]) -> Result<(*const T, usize)> {
    Ok(match data.int_in_range(0..=15)? {
        0 => (ptr::null(), usize::arbitrary(data)?),
        1 => (array.as_ptr(), usize::MAX - usize::from(u16::arbitrary(data)?)),
        2 => (array.as_ptr(), isize::MAX.unsigned_abs() / size_of::<T>() + 1),
        3 => (array.as_ptr(), 0),
        _ => (array.as_ptr(), array.len()),
    })
}

fn several<T>(
    data: &mut Unstructured<'_>,
    mut one: impl FnMut(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    (0..data.int_in_range(0..=4)?).map(|_| one(data)).collect()
}

fn any_permissions(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
) -> Result<(*const dynakey_permission, usize)> {
    let permissions = several(data, |data| {
        let names = several(data, |data| any_text(data, kept))?;
        let (first, name_count) = any_array(data, &names)?;
        kept.names.push(names);
        Ok(dynakey_permission {
            resource_type: any_number(data)?,
            permission_type: any_number(data)?,
            names: first,
            name_count,
        })
    })?;
    let array = any_array(data, &permissions)?;
    kept.permissions.push(permissions);
    Ok(array)
}

fn any_privileges(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
) -> Result<(*const dynakey_privilege, usize)> {
    let privileges = several(data, |data| {
        Ok(dynakey_privilege { number: any_number(data)?, expires: any_number(data)? })
    })?;
    let array = any_array(data, &privileges)?;
    kept.privileges.push(privileges);
    Ok(array)
}

/// Makes a token; NULL if that fails.
fn made(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
    call: impl FnOnce(*mut *mut c_char, *mut *mut dynakey_error) -> dynakey_status,
) -> Result<*const c_char> {
    let mut token = ptr::without_provenance_mut(8);
    let has_place = data.ratio(15, 16)?;
    let place: *mut _ = if has_place { &raw mut token } else { ptr::null_mut() };
    let is_made = with_error(data, |error| call(place, error))?;
    if !has_place {
        assert!(!is_made);
        return Ok(ptr::null());
    }
    assert_eq!(is_made, !token.is_null());
    if !is_made {
        return Ok(ptr::null());
    }
    // SAFETY: the call succeeded, so this is a text that ends with a NUL.
    let copy = unsafe { CStr::from_ptr(token) }.into();
    dynakey_string_free(token);
    Ok(kept.text(copy))
}

fn build_006(data: &mut Unstructured<'_>, kept: &mut Kept) -> Result<*const c_char> {
    let (id, certificate) = credentials(data, kept)?;
    let (channel, user) = (any_text(data, kept)?, any_text(data, kept)?);
    let (salt, ts) = (any_number(data)?, any_number(data)?);
    let (privileges, count) = any_privileges(data, kept)?;
    made(data, kept, |token, error| {
        dynakey_access_token_build(
            id,
            certificate,
            channel,
            user,
            salt,
            ts,
            privileges,
            count,
            token,
            error,
        )
    })
}

fn build_007(data: &mut Unstructured<'_>, kept: &mut Kept) -> Result<*const c_char> {
    let (id, certificate) = credentials(data, kept)?;
    let services = several(data, |data| {
        let (permissions, permission_count) = any_permissions(data, kept)?;
        let (privileges, privilege_count) = any_privileges(data, kept)?;
        Ok(dynakey_service {
            service_type: any_number(data)?,
            channel: any_text(data, kept)?,
            user: any_text(data, kept)?,
            role: any_number(data)?,
            permissions,
            permission_count,
            privileges,
            privilege_count,
        })
    })?;
    let (first, count) = any_array(data, &services)?;
    let (issue_ts, expire, salt) = (any_number(data)?, any_number(data)?, any_number(data)?);
    made(data, kept, |token, error| {
        dynakey_access_token2_build(
            id,
            certificate,
            issue_ts,
            expire,
            salt,
            first,
            count,
            token,
            error,
        )
    })
}

fn grant(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
    app: *const dynakey_app,
) -> Result<*const c_char> {
    let grants = several(data, |data| {
        let granted = several(data, |data| {
            Ok(dynakey_privilege_grant {
                name: any_text(data, kept)?,
                number: any_number(data)?,
                ttl: any_number(data)?,
            })
        })?;
        let (privileges, privilege_count) = any_array(data, &granted)?;
        kept.granted.push(granted);
        let (permissions, permission_count) = any_permissions(data, kept)?;
        Ok(dynakey_grant {
            kind: data.int_in_range(-1..=15)?,
            channel: any_text(data, kept)?,
            user_kind: data.int_in_range(-1..=4)?,
            uid: any_number(data)?,
            user_account: any_text(data, kept)?,
            role: any_number(data)?,
            has_ttl: bool::arbitrary(data)?,
            ttl: any_number(data)?,
            privileges,
            privilege_count,
            permissions,
            permission_count,
        })
    })?;
    let (first, count) = any_array(data, &grants)?;
    let ttl = any_number(data)?;
    made(data, kept, |token, error| dynakey_app_token(app, first, count, ttl, token, error))
}

fn batch(data: &mut Unstructured<'_>, kept: &mut Kept, app: *const dynakey_app) -> Result<()> {
    let uids = several(data, any_number)?;
    let (first, count) = any_array(data, &uids)?;
    let (channel, version) = (any_text(data, kept)?, any_text(data, kept)?);
    let (role, ttl) = (any_number(data)?, any_number(data)?);
    let mut tokens = ptr::without_provenance_mut(8);
    let is_made = with_error(data, |error| {
        dynakey_app_rtc_tokens_with_uids(
            app,
            channel,
            first,
            count,
            role,
            ttl,
            version,
            &raw mut tokens,
            error,
        )
    })?;
    let tokens = Freed(tokens, dynakey_tokens_free);
    assert_eq!(dynakey_tokens_count(tokens.0), if is_made { count } else { 0 });
    for index in 0..dynakey_tokens_count(tokens.0) {
        assert_ne!(look_at(dynakey_tokens_at(tokens.0, index)), 0);
    }
    assert!(dynakey_tokens_at(tokens.0, usize::MAX).is_null());
    Ok(())
}

fn read(data: &mut Unstructured<'_>, token: *const c_char) -> Result<()> {
    let mut json = ptr::without_provenance_mut(8);
    with_error(data, |error| dynakey_inspect(token, &raw mut json, error))?;
    look_at(json);
    dynakey_string_free(json);

    let mut read = ptr::without_provenance_mut(8);
    with_error(data, |error| dynakey_access_token_read(token, &raw mut read, error))?;
    let read = Freed(read, dynakey_access_token_free);
    look_at(dynakey_access_token_app_id(read.0));
    let count = dynakey_access_token_privilege_count(read.0);
    for privilege in array(dynakey_access_token_privileges(read.0), count) {
        assert!(privilege.number >= 0 && privilege.expires >= 0);
    }

    let mut read = ptr::without_provenance_mut(8);
    with_error(data, |error| dynakey_access_token2_read(token, &raw mut read, error))?;
    let read = Freed(read, dynakey_access_token2_free);
    look_at(dynakey_access_token2_app_id(read.0));
    let count = dynakey_access_token2_service_count(read.0);
    for service in array(dynakey_access_token2_services(read.0), count) {
        look_at(service.channel);
        look_at(service.user);
        for privilege in array(service.privileges, service.privilege_count) {
            assert!(privilege.number >= 0 && privilege.expires >= 0);
        }
        for permission in array(service.permissions, service.permission_count) {
            for name in array(permission.names, permission.name_count) {
                look_at(*name);
            }
        }
    }
    Ok(())
}

fn verify(
    data: &mut Unstructured<'_>,
    kept: &mut Kept,
    app: *const dynakey_app,
    token: *const c_char,
) -> Result<()> {
    let names = several(data, |data| any_text(data, kept))?;
    let numbers = several(data, any_number)?;
    let (privileges, privilege_count) = any_array(data, &names)?;
    let (privilege_numbers, privilege_number_count) = any_array(data, &numbers)?;
    let expectation = dynakey_expectation {
        channel: any_text(data, kept)?,
        user_kind: data.int_in_range(-1..=4)?,
        uid: any_number(data)?,
        user_account: any_text(data, kept)?,
        service: any_text(data, kept)?,
        privileges,
        privilege_count,
        privilege_numbers,
        privilege_number_count,
        leeway: any_number(data)?,
        min_remaining: any_number(data)?,
        at: any_number(data)?,
    };
    let checks = bool::arbitrary(data)?;
    let mut report = ptr::without_provenance_mut(8);
    with_error(data, |error| {
        if checks {
            dynakey_check(token, &raw const expectation, &raw mut report, error)
        } else {
            dynakey_app_verify(app, token, &raw const expectation, &raw mut report, error)
        }
    })?;
    let report = Freed(report, dynakey_report_free);
    assert!(!dynakey_report_ok(report.0) || dynakey_report_consistent(report.0) && !checks);
    assert_eq!(look_at(dynakey_report_json(report.0)) == 0, report.0.is_null());
    look_at(dynakey_report_signature(report.0));
    look_at(dynakey_report_certificate(report.0));
    let count = dynakey_report_finding_count(report.0);
    for text in [
        dynakey_report_finding_code,
        dynakey_report_finding_level,
        dynakey_report_finding_message,
        dynakey_report_finding_hint,
    ] {
        for index in 0..count {
            assert_ne!(look_at(text(report.0, index)), 0);
        }
        assert!(text(report.0, count).is_null());
    }
    Ok(())
}
