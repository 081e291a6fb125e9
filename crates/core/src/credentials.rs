//! The two identifiers of an Agora project: App ID and App Certificate.

use core::fmt;

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::issue_key::IssueKey;
use crate::secret::Secret;
use crate::signature::Key;

/// The length of an App ID and of an App Certificate as text.
pub(crate) const HEX_DIGITS: usize = 32;

/// A checked App ID: 32 hexadecimal digits, in the case they were given in, which the signature
/// covers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct AppId([u8; HEX_DIGITS]);

impl AppId {
    pub(crate) fn new(input: Input<'_>) -> Result<Self> {
        hex_digits(input, ErrorCode::InvalidAppId, "app_id").map(Self)
    }

    /// The App ID that `digits` are; `None` if one of them is not hexadecimal.
    pub(crate) fn from_digits(digits: &[u8]) -> Option<Self> {
        let digits: [u8; HEX_DIGITS] = digits.try_into().ok()?;
        are_hex_digits(&digits).then_some(Self(digits))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; HEX_DIGITS] {
        &self.0
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether the two differ in nothing but case: the same project, written differently.
    pub(crate) fn eq_ignore_case(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl fmt::Debug for AppId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A checked App Certificate. Wiped on drop and never printed.
#[derive(Clone)]
pub(crate) struct AppCertificate(Secret<u8, HEX_DIGITS>);

impl AppCertificate {
    pub(crate) fn new(input: Input<'_>, argument: &'static str) -> Result<Self> {
        hex_digits(input, ErrorCode::InvalidAppCertificate, argument)
            .map(|digits| Self(Secret::new(digits)))
    }

    /// The digits as text, which is what the keys are made of.
    pub(crate) fn as_bytes(&self) -> &[u8; HEX_DIGITS] {
        &self.0
    }

    /// The key of version 006.
    pub(crate) fn key(&self) -> Key {
        Key::new(&self.0)
    }

    /// The key of version 007 for tokens issued at `issue_ts`.
    pub(crate) fn issue_key(&self, issue_ts: u32) -> IssueKey {
        IssueKey::new(&self.0, issue_ts)
    }

    /// The same certificate in lower and in upper case, which a copy may have changed.
    pub(crate) fn in_other_cases(&self) -> [Self; 2] {
        let [mut lower, mut upper] = [self.0.clone(), self.0.clone()];
        lower.make_ascii_lowercase();
        upper.make_ascii_uppercase();
        [Self(lower), Self(upper)]
    }
}

impl fmt::Debug for AppCertificate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[redacted]")
    }
}

fn hex_digits(
    input: Input<'_>,
    code: ErrorCode,
    argument: &'static str,
) -> Result<[u8; HEX_DIGITS]> {
    const EXPECTED: &str = "32 hexadecimal digits";
    let text = input.text(code, argument, EXPECTED)?.as_bytes();
    let Ok(digits) = <[u8; HEX_DIGITS]>::try_from(text) else {
        return Err(Error::argument_rejected(code, argument, EXPECTED, input));
    };
    if are_hex_digits(&digits) {
        return Ok(digits);
    }
    let offset = digits.iter().position(|digit| !digit.is_ascii_hexdigit()).unwrap_or_default();
    Err(Error::argument_rejected(
        code,
        argument,
        EXPECTED,
        format_args!("a text whose byte {offset} is no such digit"),
    ))
}

/// Looks at all of them, whatever they are: that is faster, and tells nothing of a secret by its
/// time.
fn are_hex_digits(digits: &[u8; HEX_DIGITS]) -> bool {
    digits.iter().fold(true, |all, digit| all & digit.is_ascii_hexdigit())
}
