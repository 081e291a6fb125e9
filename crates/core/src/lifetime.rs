//! Lifetimes: durations in whole seconds, as the app API takes them.

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// Agora ends a session 24 hours after its token was issued, whatever the token says.
pub(crate) const DAY: u32 = 24 * 60 * 60;
/// The lifetime unless one is said: 1 hour.
pub(crate) const DEFAULT: u32 = 60 * 60;

/// A token's lifetime: 1 second to 24 hours.
pub(crate) fn checked(input: Input<'_>) -> Result<u32> {
    match input.whole_number().and_then(|number| u32::try_from(number).ok()) {
        Some(seconds @ 1..=DAY) => Ok(seconds),
        _ => Err(Error::argument_rejected(
            ErrorCode::TtlOutOfRange,
            "ttl",
            "1 to 86400 whole seconds",
            input,
        )),
    }
}
