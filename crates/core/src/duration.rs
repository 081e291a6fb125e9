//! Durations in seconds, as the sample API of version 007 takes them.

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::timestamp::EARLIEST;

/// An expiry: 0 to 999999999 seconds from now. From there on it was meant as a point in time.
pub(crate) fn expiry(input: Input<'_>, argument: &'static str) -> Result<u32> {
    match input.whole_number().and_then(|number| u32::try_from(number).ok()) {
        Some(seconds) if seconds < EARLIEST => Ok(seconds),
        _ => Err(rejected(input, argument, "a duration in seconds from 0 to 999999999")),
    }
}

/// An expiry of a token object, which takes any that fits its field.
pub(crate) fn any(input: Input<'_>, argument: &'static str) -> Result<u32> {
    input
        .whole_number()
        .and_then(|number| u32::try_from(number).ok())
        .ok_or_else(|| rejected(input, argument, "a duration in seconds from 0 to 4294967295"))
}

#[cold]
fn rejected(input: Input<'_>, argument: &'static str, expected: &'static str) -> Error {
    Error::argument_rejected(ErrorCode::ExpiryNotADuration, argument, expected, input)
}
