//! Token versions.

use core::fmt;

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// The longest token text that is read: 384 KiB.
const MAX_TEXT: usize = 384 * 1024;

/// A version of the token format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Version {
    /// Version 006: one channel and one user, absolute expiries.
    V006,
    /// Version 007: several services, durations from the time of issue. The one for new code.
    #[default]
    V007,
}

impl Version {
    /// The three digits that a token of this version starts with.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V006 => "006",
            Self::V007 => "007",
        }
    }

    /// The version asked for.
    pub(crate) fn new(input: Input<'_>) -> Result<Self> {
        match input {
            Input::Text("006") => Ok(Self::V006),
            Input::Text("007") => Ok(Self::V007),
            _ => Err(Error::argument_rejected(
                ErrorCode::UnsupportedVersion,
                "version",
                "\"006\" or \"007\"",
                input,
            )),
        }
    }

    /// The error of a token of this version where the object of another one is asked to hold it.
    #[cold]
    pub(crate) fn unexpected(self) -> Error {
        Error::unreadable(
            ErrorCode::UnsupportedVersion,
            format!("the token is of version {self}, which this object does not hold"),
        )
    }

    /// The version of a token, from its first characters.
    pub(crate) fn of(token: &str) -> Result<Self> {
        if token.len() > MAX_TEXT {
            return Err(Error::unreadable(
                ErrorCode::TokenTooLarge,
                format!("the token has {} bytes; at most {MAX_TEXT} are read", token.len()),
            ));
        }
        match token.get(..3) {
            Some("006") => return Ok(Self::V006),
            Some("007") => return Ok(Self::V007),
            _ => {}
        }
        Err(match unsupported(token) {
            Some(name) => Error::unreadable(
                ErrorCode::UnsupportedVersion,
                format!("the token is of {name}, which is not supported"),
            ),
            None if token.is_empty() => {
                Error::unreadable(ErrorCode::MalformedToken, "the token is empty")
            }
            None => Error::unreadable(
                ErrorCode::MalformedToken,
                "the token starts with no known version at byte 0",
            ),
        })
    }
}

/// The name of a format that is known but not read. Versions 1 and 2 have no prefix: they are told
/// by their length and by the 72 hexadecimal digits of signature and App ID that they start with.
fn unsupported(token: &str) -> Option<&'static str> {
    match token.get(..3) {
        Some("003") => return Some("version 003"),
        Some("004") => return Some("version 004"),
        Some("005") => return Some("version 005"),
        _ => {}
    }
    if token.starts_with("1:") {
        return Some("the Signaling kind");
    }
    let unprefixed =
        token.get(..72).is_some_and(|start| start.bytes().all(|digit| digit.is_ascii_hexdigit()));
    match token.len() {
        90 if unprefixed => Some("version 1"),
        110 if unprefixed => Some("version 2"),
        _ => None,
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<Version> for Input<'_> {
    fn from(version: Version) -> Self {
        Self::Text(version.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
