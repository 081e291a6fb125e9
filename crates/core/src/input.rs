//! What a caller gave, before it is checked.

use core::fmt;
use core::time::Duration;

use crate::error::{Error, ErrorCode, Result};

/// A value as a caller gave it, in whatever language, before any check.
///
/// Functions take `impl Into<Input>`, so a Rust program passes texts and numbers as they are. The
/// other languages have values that Rust hasn't (`True`, `NaN`, `None`, a lone surrogate); their
/// bindings say what came, and the rule that rejects it stands once, here in the core, in the
/// order of the function's arguments.
///
/// ```
/// use dynakey::{App, ErrorCode, Input, RtcOptions};
///
/// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// let options = RtcOptions::new();
/// assert!(app.rtc_token("room", 42, options).is_ok());
///
/// let error = app.rtc_token("room", Input::Other("a boolean"), options).unwrap_err();
/// assert_eq!(error.code(), ErrorCode::InvalidUid);
/// # Ok::<(), dynakey::Error>(())
/// ```
///
/// `Debug` and `Display` describe a text by its length and never show it: a certificate passes
/// through here too.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Input<'a> {
    /// A well-formed text.
    Text(&'a str),
    /// A text that is not well-formed Unicode, or that a NUL would cut.
    IllFormedText,
    /// A whole number.
    Integer(i128),
    /// A number of a language that has no other kind, or one with a fraction.
    Float(f64),
    /// The word [`ANY_USER`].
    AnyUser,
    /// The word [`ANY_CHANNEL`].
    AnyChannel,
    /// The word [`UNCHECKED`].
    Unchecked,
    /// Anything else, by the name of its kind with an article: `"a boolean"`, `"nothing"`.
    Other(&'static str),
}

/// The word for a token that any user may join with, where a user is asked for.
pub const ANY_USER: Input<'static> = Input::AnyUser;

/// The word for a token with which its user may join any channel, where a channel is asked for.
pub const ANY_CHANNEL: Input<'static> = Input::AnyChannel;

/// The word for a channel or user that a check leaves out.
pub const UNCHECKED: Input<'static> = Input::Unchecked;

impl<'a> Input<'a> {
    /// The text, or why it is not one: [`ErrorCode::InvalidText`] if it is ill-formed, else `code`.
    pub(crate) fn text(
        self,
        code: ErrorCode,
        argument: &'static str,
        expected: &'static str,
    ) -> Result<&'a str> {
        match self {
            Self::Text(text) => Ok(text),
            Self::IllFormedText => Err(ill_formed(argument)),
            _ => Err(Error::argument_rejected(code, argument, expected, self)),
        }
    }

    /// A text of at least one character.
    pub(crate) fn non_empty_text(self, code: ErrorCode, argument: &'static str) -> Result<&'a str> {
        const EXPECTED: &str = "a text of at least one character";
        match self {
            Self::Text("") => Err(Error::argument_rejected(code, argument, EXPECTED, self)),
            _ => self.text(code, argument, EXPECTED),
        }
    }

    /// A number of a token object, from 0 to `most`.
    pub(crate) fn number<N: TryFrom<i128> + Into<u64>>(
        self,
        argument: &'static str,
        most: N,
    ) -> Result<N> {
        self.whole_number().and_then(|number| number.try_into().ok()).ok_or_else(|| {
            Error::argument_rejected(
                ErrorCode::NumberOutOfRange,
                argument,
                format_args!("a whole number from 0 to {}", most.into()),
                self,
            )
        })
    }

    /// The whole number that this is; `None` for anything else.
    pub(crate) fn whole_number(self) -> Option<i128> {
        /// Above 2^53 not every whole number is a float, so the caller's own is already lost.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Integer(number) => Some(number),
            #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
            Self::Float(number) if number.abs() <= EXACT && number.fract() == 0.0 => {
                Some(number as i128)
            }
            _ => None,
        }
    }
}

#[cold]
fn ill_formed(argument: &'static str) -> Error {
    Error::argument_rejected(
        ErrorCode::InvalidText,
        argument,
        "well-formed Unicode without a cutting NUL",
        Input::IllFormedText,
    )
}

impl fmt::Display for Input<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text("") => formatter.write_str("an empty text"),
            Self::Text(text) if text.len() == 1 => formatter.write_str("a text of 1 byte"),
            Self::Text(text) => write!(formatter, "a text of {} bytes", text.len()),
            Self::IllFormedText => formatter.write_str("an ill-formed text"),
            Self::Integer(number) => write!(formatter, "{number}"),
            Self::Float(number) => write!(formatter, "{number:?}"),
            Self::AnyUser => formatter.write_str("ANY_USER"),
            Self::AnyChannel => formatter.write_str("ANY_CHANNEL"),
            Self::Unchecked => formatter.write_str("UNCHECKED"),
            Self::Other(kind) => formatter.write_str(kind),
        }
    }
}

impl fmt::Debug for Input<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Input({self})")
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_integers {
    ($($integer:ty)+) => {$(
        impl From<$integer> for Input<'_> {
            fn from(number: $integer) -> Self {
                Self::Integer(number.into())
            }
        }
    )+};
}
from_integers!(u8 u16 u32 u64 i8 i16 i32 i64);

impl From<f64> for Input<'_> {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl From<Duration> for Input<'_> {
    /// The duration in seconds.
    fn from(duration: Duration) -> Self {
        match duration.subsec_nanos() {
            0 => duration.as_secs().into(),
            _ => duration.as_secs_f64().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_whole_floats_are_whole_numbers() {
        assert_eq!(Input::from(42.0).whole_number(), Some(42));
        assert_eq!(Input::from(-0.0).whole_number(), Some(0));
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1.5, 1e300] {
            assert_eq!(Input::from(odd).whole_number(), None, "{odd}");
        }
        assert_eq!(Input::from("42").whole_number(), None);
    }

    #[test]
    fn no_print_shows_a_text() {
        let certificate = "5CFd2fd1755d40ecb72977518be15d3b";
        assert_eq!(format!("{:?}", Input::from(certificate)), "Input(a text of 32 bytes)");
    }
}
