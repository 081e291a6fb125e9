//! The library's version.

use core::ffi::c_char;

/// The version of the library that is linked, such as "0.1.0". It lives forever; compare it with
/// `DYNAKEY_VERSION`, the version of this header.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}
