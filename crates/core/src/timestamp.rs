//! Points in time in Unix seconds, as the sample API of version 006 takes them.

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// 2001-09-09. What is before it was meant as a duration, what a duration never reaches as a time.
pub(crate) const EARLIEST: u32 = 1_000_000_000;

/// A privilege's expiry: 0 (as long as the token) or a time from [`EARLIEST`] to 2106.
pub(crate) fn privilege_expiry(input: Input<'_>, argument: &'static str) -> Result<u32> {
    match input.whole_number().and_then(|number| u32::try_from(number).ok()) {
        Some(time) if time == 0 || time >= EARLIEST => Ok(time),
        _ => Err(Error::argument_rejected(
            ErrorCode::ExpiryNotATimestamp,
            argument,
            "0 or a Unix time in seconds from 1000000000 to 4294967295",
            input,
        )),
    }
}

/// A time of a token object, which takes any that fits its field.
pub(crate) fn any(input: Input<'_>, argument: &'static str) -> Result<u32> {
    input.whole_number().and_then(|number| u32::try_from(number).ok()).ok_or_else(|| {
        Error::argument_rejected(
            ErrorCode::ExpiryNotATimestamp,
            argument,
            "a Unix time in seconds from 0 to 4294967295",
            input,
        )
    })
}
