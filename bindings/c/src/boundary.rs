//! What every function of the interface goes through: the guard against panics, and the only
//! places where a pointer of the caller is followed.

use core::ffi::{CStr, c_char};
use std::ffi::CString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dynakey_core::{Error, Input};

use crate::error::{Failure, dynakey_error, dynakey_status};

/// Runs the body of a function that can fail. Whatever happens in it, a panic too, becomes a
/// status, and an error object if the caller has a place for one.
pub(crate) fn guard(
    error: *mut *mut dynakey_error,
    body: impl FnOnce() -> Result<(), Failure>,
) -> dynakey_status {
    clear(error);
    let outcome =
        catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|_| Err(Error::internal().into()));
    match outcome {
        Ok(()) => 0,
        Err(failure) => {
            let status = failure.status();
            if !error.is_null() {
                give(error, dynakey_error::new(&failure));
            }
            status
        }
    }
}

/// Runs the body of a function that gives a text.
pub(crate) fn guard_text(
    place: *mut *mut c_char,
    error: *mut *mut dynakey_error,
    body: impl FnOnce() -> Result<String, Failure>,
) -> dynakey_status {
    guard(error, || {
        needed_place(place, "token")?;
        give_text(place, "token", body()?)
    })
}

/// Sets the place of a result to NULL, so that it never holds what was there before.
pub(crate) fn clear<T>(place: *mut *mut T) {
    if !place.is_null() {
        // SAFETY: a place that is not NULL is the caller's to be written, as the header demands.
        unsafe { place.write(core::ptr::null_mut()) }
    }
}

/// Hands an object over to the caller, who frees it. `place` is not NULL.
pub(crate) fn give<T>(place: *mut *mut T, object: T) {
    // SAFETY: the callers have looked that the place is not NULL; it is the C caller's to be
    // written, as the header demands.
    unsafe { place.write(Box::into_raw(Box::new(object))) }
}

/// Hands a text over to the caller, who frees it.
pub(crate) fn give_text(
    place: *mut *mut c_char,
    name: &'static str,
    text: String,
) -> Result<(), Failure> {
    if place.is_null() {
        return Err(Failure::NullPointer(name));
    }
    // SAFETY: not NULL, and the caller's to be written, as the header demands.
    unsafe { place.write(c_text(text).into_raw()) };
    Ok(())
}

/// The place of a result, which the caller must have.
pub(crate) fn needed_place<T>(place: *mut *mut T, name: &'static str) -> Result<(), Failure> {
    clear(place);
    if place.is_null() { Err(Failure::NullPointer(name)) } else { Ok(()) }
}

/// A text for C. A NUL within it, which no text of the library has, would end it.
pub(crate) fn c_text(text: String) -> CString {
    CString::new(text).unwrap_or_default()
}

/// A text of the caller as an input.
pub(crate) fn text<'a>(text: *const c_char, name: &'static str) -> Result<Input<'a>, Failure> {
    optional_text(text).ok_or(Failure::NullPointer(name))
}

/// A text of the caller that may be NULL.
pub(crate) fn optional_text<'a>(text: *const c_char) -> Option<Input<'a>> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not NULL, and NUL-terminated and unchanged during the call, as the header demands.
    let bytes = unsafe { CStr::from_ptr(text) };
    Some(bytes.to_str().map_or(Input::IllFormedText, Input::Text))
}

/// An object of the caller that must not be NULL.
pub(crate) fn object<'a, T>(object: *const T, name: &'static str) -> Result<&'a T, Failure> {
    // SAFETY: NULL or made by this library and not freed, as the header demands; nothing changes
    // an object after it was made.
    unsafe { object.as_ref() }.ok_or(Failure::NullPointer(name))
}

/// An array of the caller; NULL is an empty one if its length is 0.
pub(crate) fn array<'a, T>(
    first: *const T,
    length: usize,
    name: &'static str,
) -> Result<&'a [T], Failure> {
    if length == 0 {
        return Ok(&[]);
    }
    if first.is_null() || length > isize::MAX.unsigned_abs() / size_of::<T>().max(1) {
        return Err(Failure::NullPointer(name));
    }
    // SAFETY: not NULL, as long as it can be, and of that many initialized elements, as the
    // header demands.
    Ok(unsafe { core::slice::from_raw_parts(first, length) })
}

/// A field of an object that may be NULL, then `otherwise`.
pub(crate) fn field<'a, T: 'a, F>(
    object: *const T,
    otherwise: F,
    read: impl FnOnce(&'a T) -> F,
) -> F {
    // SAFETY: NULL or made by this library and not freed, as the header demands.
    unsafe { object.as_ref() }.map_or(otherwise, read)
}

/// Frees an object that was given to the caller; NULL is left alone.
pub(crate) fn free<T>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: made by `give` and not freed before, as the header demands.
        drop(unsafe { Box::from_raw(object) });
    }
}

/// Frees a text that was given to the caller; NULL is left alone.
pub(crate) fn free_text(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: made by `give_text` and not freed before, as the header demands.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// Sets a number of the caller.
pub(crate) fn set<T>(place: *mut T, name: &'static str, value: T) -> Result<(), Failure> {
    if place.is_null() {
        return Err(Failure::NullPointer(name));
    }
    // SAFETY: not NULL, and the caller's to be written, as the header demands.
    unsafe { place.write(value) };
    Ok(())
}
