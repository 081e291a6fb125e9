//! Users: a number, a text, or anyone.

use core::num::NonZeroU32;
use std::borrow::Cow;

use crate::charset;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// The longest RTC user account, in bytes.
pub(crate) const RTC_ACCOUNT_BYTES: usize = 255;
/// The longest RTM user id, in bytes.
pub(crate) const RTM_ACCOUNT_BYTES: usize = 64;

/// Who may use a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum User<'a> {
    Uid(NonZeroU32),
    Account(&'a str),
    Any,
}

impl<'a> User<'a> {
    /// The user as the app API takes it: a number is a uid, a text an account, a word anyone.
    pub(crate) fn new(input: Input<'a>) -> Result<Self> {
        const EXPECTED: &str = "a uid from 1 to 4294967295, an account or ANY_USER";
        match input {
            Input::Text(_) | Input::IllFormedText => {
                account(input, "user", RTC_ACCOUNT_BYTES).map(Self::Account)
            }
            Input::AnyUser => Ok(Self::Any),
            _ => match Self::from_number(input) {
                Some(Self::Any) => Err(rejected_uid(input, "user", EXPECTED)
                    .with_hint("Anyone is not the uid 0 here: say ANY_USER.")),
                Some(user) => Ok(user),
                None => Err(rejected_uid(input, "user", EXPECTED)),
            },
        }
    }

    /// The user as the sample API's uid functions take it: 0 is anyone, and a text is a number in
    /// canonical decimal, as a query string has it, but never "0".
    pub(crate) fn from_uid(input: Input<'a>, argument: &'static str) -> Result<Self> {
        const EXPECTED: &str = "a whole number from 0 to 4294967295";
        match input {
            Input::Text("0") => Err(rejected_uid(input, argument, EXPECTED).with_hint(
                "The text \"0\" is ambiguous: say the number 0 for anyone, or use the account \
                 function for a user called \"0\".",
            )),
            Input::Text(text) => canonical_decimal(text)
                .map(Self::Uid)
                .ok_or_else(|| rejected_uid(input, argument, EXPECTED)),
            Input::IllFormedText => {
                input.text(ErrorCode::InvalidUid, argument, EXPECTED).map(Self::Account)
            }
            _ => Self::from_number(input).ok_or_else(|| rejected_uid(input, argument, EXPECTED)),
        }
    }

    /// The user of a number, where 0 is anyone; `None` if it is no uid.
    fn from_number(input: Input<'_>) -> Option<Self> {
        let uid = u32::try_from(input.whole_number()?).ok()?;
        Some(NonZeroU32::new(uid).map_or(Self::Any, Self::Uid))
    }

    /// As [`User::text`], without a buffer to lend.
    pub(crate) fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Account(account) => Cow::Borrowed(account),
            user => Cow::Owned(user.text(&mut itoa::Buffer::new()).to_owned()),
        }
    }

    /// The user as the tokens of version 006 and 007 write it: a uid in decimal, anyone as "".
    pub(crate) fn text<'b>(&'b self, digits: &'b mut itoa::Buffer) -> &'b str {
        match self {
            Self::Uid(uid) => digits.format(uid.get()),
            Self::Account(account) => account,
            Self::Any => "",
        }
    }
}

/// Checks an account of at most `limit` bytes for a token that is to be made.
pub(crate) fn account<'a>(
    input: Input<'a>,
    argument: &'static str,
    limit: usize,
) -> Result<&'a str> {
    let expected = match limit {
        RTM_ACCOUNT_BYTES => "a text of 1 to 64 bytes of the allowed characters",
        _ => "a text of 1 to 255 bytes of the allowed characters",
    };
    let account = input.text(ErrorCode::InvalidUserAccount, argument, expected)?;
    charset::check(account, limit).map(|()| account).map_err(|flaw| {
        Error::argument_rejected(ErrorCode::InvalidUserAccount, argument, expected, flaw)
    })
}

/// Checks a user of Chat or APaaS, who may be any text but an empty one.
pub(crate) fn any_text<'a>(input: Input<'a>, argument: &'static str) -> Result<&'a str> {
    input.non_empty_text(ErrorCode::InvalidUserAccount, argument)
}

fn canonical_decimal(text: &str) -> Option<NonZeroU32> {
    let canonical =
        !text.starts_with('0') && text.bytes().all(|character| character.is_ascii_digit());
    if canonical { text.parse().ok() } else { None }
}

#[cold]
fn rejected_uid(input: Input<'_>, argument: &'static str, expected: &'static str) -> Error {
    Error::argument_rejected(ErrorCode::InvalidUid, argument, expected, input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uid_text_is_canonical_decimal() {
        for good in ["1", "42", "4294967295"] {
            assert!(matches!(User::from_uid(good.into(), "uid"), Ok(User::Uid(_))), "{good}");
        }
        for bad in ["", "0", "00", "01", "+1", "-1", " 1", "1 ", "1.0", "1e3", "4294967296", "٣"] {
            let error = User::from_uid(bad.into(), "uid").unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidUid, "{bad:?}");
        }
    }

    #[test]
    fn zero_is_anyone_only_in_the_sample_api() {
        assert_eq!(User::from_uid(0.into(), "uid"), Ok(User::Any));
        let error = User::new(0.into()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidUid);
        assert!(error.hint().contains("ANY_USER"));
        assert_eq!(User::new(Input::AnyUser), Ok(User::Any));
        assert_eq!(User::new("0".into()), Ok(User::Account("0")));
    }
}
