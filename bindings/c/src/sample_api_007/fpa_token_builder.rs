//! FPA tokens.

use core::ffi::c_char;

use dynakey_core::sample_api::FpaTokenBuilder;

use crate::boundary::{guard_text, text};
use crate::error::{dynakey_error, dynakey_status};

/// Makes an FPA token, which lasts for 24 hours. The token is freed with `dynakey_string_free`.
/// `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_fpa_build_token(
    app_id: *const c_char,
    app_certificate: *const c_char,
    token: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard_text(token, error, || {
        Ok(FpaTokenBuilder::build_token(
            text(app_id, "app_id")?,
            text(app_certificate, "app_certificate")?,
        )?)
    })
}
