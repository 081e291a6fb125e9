//! Channel names.

use crate::charset;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// The longest channel name, in bytes.
const MAX_BYTES: usize = 63;
const EXPECTED: &str = "1 to 63 bytes of the allowed characters";

/// Checks a channel name for a token that is to be made.
pub(crate) fn checked<'a>(input: Input<'a>, argument: &'static str) -> Result<&'a str> {
    let name = input.text(ErrorCode::InvalidChannelName, argument, EXPECTED)?;
    match charset::check(name, MAX_BYTES) {
        Ok(()) => Ok(name),
        Err(flaw) => {
            Err(Error::argument_rejected(ErrorCode::InvalidChannelName, argument, EXPECTED, flaw))
        }
    }
}
