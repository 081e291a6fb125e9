//! Channel names.

use crate::charset;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// The longest channel name, in bytes.
const MAX_BYTES: usize = 63;
const EXPECTED: &str = "1 to 63 bytes of the allowed characters";
/// What a version 007 token for any channel has in place of a name.
pub(crate) const WILDCARD: &str = "*";

/// The channel that a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel<'a> {
    Named(&'a str),
    Any,
}

impl<'a> Channel<'a> {
    /// The channel as the app API takes it: a name, or a word for any.
    pub(crate) fn new(input: Input<'a>) -> Result<Self> {
        match input {
            Input::AnyChannel => Ok(Self::Any),
            Input::Text(WILDCARD) => checked(input, "channel").map(Self::Named).map_err(|error| {
                error.with_hint("Any channel is a word here, not \"*\": say ANY_CHANNEL.")
            }),
            _ => checked(input, "channel").map(Self::Named),
        }
    }

    /// The channel as a version 007 token writes it.
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Named(name) => name,
            Self::Any => WILDCARD,
        }
    }
}

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

/// Checks a channel name as the sample API of version 007 takes it: there "*" is any channel.
pub(crate) fn checked_or_wildcard<'a>(input: Input<'a>, argument: &'static str) -> Result<&'a str> {
    match input {
        Input::Text(WILDCARD) => Ok(WILDCARD),
        _ => checked(input, argument),
    }
}

/// Checks an APaaS room, which may be any text but an empty one.
pub(crate) fn room<'a>(input: Input<'a>, argument: &'static str) -> Result<&'a str> {
    input.non_empty_text(ErrorCode::InvalidChannelName, argument)
}
