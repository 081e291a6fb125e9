//! Errors: one table of stable codes, and what a failing call says beside its code.

use core::fmt;

use crate::code::code_table;

code_table! {
    /// The stable kind of an [`Error`]. The numbers are for C and are never re-used.
    ///
    /// ```
    /// use dynakey::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::InvalidUid.as_str(), "invalid_uid");
    /// assert_eq!(ErrorCode::InvalidUid.number(), 103);
    /// ```
    pub enum ErrorCode {
        InvalidAppId = 100: "invalid_app_id",
            "The App ID is not 32 hexadecimal digits.",
            "Copy the App ID from the project's page in the Agora console: 32 digits, no spaces, no quotes.";
        InvalidAppCertificate = 101: "invalid_app_certificate",
            "The App Certificate is not 32 hexadecimal digits.",
            "Copy the primary certificate from the project's page in the Agora console; it is not the customer secret and not a temporary token.";
        InvalidChannelName = 102: "invalid_channel_name",
            "The channel name is not 1 to 63 bytes of the characters that channels may have.",
            "Use letters, digits, space and ! # $ % & ( ) + - : ; < = . > ? @ [ ] ^ _ { } | ~ , only; hash or encode longer or non-ASCII names.";
        InvalidUid = 103: "invalid_uid",
            "The uid is not a whole number that a user can have.",
            "Use a number from 1 to 4294967295; in the sample API the number 0 means anyone. For a user known by a text, use the account function.";
        InvalidUserAccount = 104: "invalid_user_account",
            "The user account is not a text of 1 to 255 bytes (RTM: 64) of the characters that accounts may have.",
            "Use letters, digits, space and ! # $ % & ( ) + - : ; < = . > ? @ [ ] ^ _ { } | ~ , only; hash or encode other names.";
        InvalidRole = 105: "invalid_role",
            "The role is not one of the roles.",
            "Use publisher (1) or subscriber (2); the version 006 sample API also knows attendee (0) and admin (101), RTM only user (1). APaaS roles are whole numbers from -32768 to 32767.";
        ExpiryNotATimestamp = 106: "expiry_not_a_timestamp",
            "A version 006 expiry is not a point in time in Unix seconds.",
            "Give a point in time in Unix seconds, such as now + 3600, not a duration and not milliseconds; the end of a privilege may be 0, the end of its token.";
        ExpiryNotADuration = 107: "expiry_not_a_duration",
            "A version 007 expiry is not a duration in seconds.",
            "Give the seconds from now after which it ends, such as 3600, not a point in time; the end of a privilege may be 0, the end of its token.";
        TtlOutOfRange = 108: "ttl_out_of_range",
            "The lifetime is not 1 second to 24 hours in whole seconds.",
            "Give a duration of 1 to 86400 seconds; Agora ends a session 24 hours after its token was made, so renew instead.";
        NoServices = 110: "no_services",
            "The token would open no service.",
            "Add at least one, such as RTC with a channel and a user.";
        FieldTooLong = 111: "field_too_long",
            "A text is over 65535 bytes, or a list has more entries than a token can hold.",
            "Shorten it: the token format writes each length in 16 bits.";
        InvalidText = 112: "invalid_text",
            "A text is ill-formed: a lone surrogate, invalid UTF-8, or a NUL where it would cut the text.",
            "Pass well-formed Unicode; decode bytes before the call.";
        InvalidExpectation = 120: "invalid_expectation",
            "What a check was asked to expect is not a service, privilege, time or number of seconds.",
            "Services are names such as rtc, rtm and chat; privileges are names such as publish_audio or numbers; times are Unix seconds; leeway and min_remaining are whole seconds from 0.";
        NumberOutOfRange = 121: "number_out_of_range",
            "A number of a token object does not fit its field.",
            "A salt is a whole number from 0 to 4294967295; numbers of privileges, services, resources and permissions are 0 to 65535.";
        InvalidCall = 122: "invalid_call",
            "An option is unknown or does not apply, or a value is no list or set of options where one must be.",
            "Compare the options' names with the documentation: a misspelled one is refused, never ignored.";
        MalformedToken = 200: "malformed_token",
            "The text is not a token that can be read.",
            "Compare its length with what the server made: a token is easily cut, wrapped or decoded on the way. Offsets count from the start of the token.";
        UnsupportedVersion = 201: "unsupported_version",
            "The token's version, or the version asked for, is not supported.",
            "This library builds and reads the versions 006 and 007.";
        TokenTooLarge = 202: "token_too_large",
            "The token's text is over 384 KiB or its payload over 256 KiB.",
            "No real token is that large; check what was passed.";
        VerificationFailed = 300: "verification_failed",
            "The token was verified and is not good for what was asked.",
            "The report's findings say why, each with its own hint.";
        EntropyUnavailable = 400: "entropy_unavailable",
            "The operating system gave no random bytes for the salt.",
            "Allow the getrandom system call (a sandbox may forbid it), or give the token object an explicit salt.";
        ClockOutOfRange = 401: "clock_out_of_range",
            "The clock reads a time that a token can't hold.",
            "Set the system clock: a token holds times from 1970 to 2106.";
        Internal = 999: "internal",
            "An unexpected failure inside the library.",
            "Please report what was called; no argument values are needed.";
    }
}

impl ErrorCode {
    /// The number that the C interface uses.
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }
}

/// What was wrong with a call, and where.
///
/// It names the [code](Error::code), the [argument](Error::argument), what was expected and what
/// came. It never holds a certificate, a token or any other text that was passed in: texts are
/// described by their length and by the place of the first wrong character.
///
/// ```
/// use dynakey::{App, ErrorCode};
///
/// let error = App::new("not an App ID", "5CFd2fd1755d40ecb72977518be15d3b").unwrap_err();
/// assert_eq!(error.code(), ErrorCode::InvalidAppId);
/// assert_eq!(error.argument(), Some("app_id"));
/// assert_eq!(
///     error.to_string(),
///     "invalid_app_id: app_id must be 32 hexadecimal digits, but a text of 13 bytes came"
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Detail>);

#[derive(Clone, PartialEq, Eq)]
struct Detail {
    code: ErrorCode,
    argument: Option<&'static str>,
    message: String,
    hint: &'static str,
    index: Option<usize>,
}

/// The outcome of a dynakey call.
pub type Result<T, E = Error> = core::result::Result<T, E>;

impl Error {
    /// An error that is not about one argument's value.
    #[cold]
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Detail {
            code,
            argument: None,
            message: message.into(),
            hint: code.remedy(),
            index: None,
        }))
    }

    /// An argument that is not what was expected. `came` describes the value; it is shown.
    #[cold]
    pub(crate) fn argument_rejected(
        code: ErrorCode,
        argument: &'static str,
        expected: impl fmt::Display,
        came: impl fmt::Display,
    ) -> Self {
        let mut error = Self::new(code, format!("{argument} must be {expected}, but {came} came"));
        error.0.argument = Some(argument);
        error
    }

    /// A token that can't be read, with the reason.
    #[cold]
    pub(crate) fn unreadable(code: ErrorCode, reason: impl Into<String>) -> Self {
        let mut error = Self::new(code, reason);
        error.0.argument = Some("token");
        error
    }

    pub(crate) fn with_hint(mut self, hint: &'static str) -> Self {
        self.0.hint = hint;
        self
    }

    pub(crate) fn at_index(mut self, index: usize) -> Self {
        self.0.index = Some(index);
        self
    }

    /// An unexpected failure, with fixed words: for a panic that a binding caught.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(ErrorCode::Internal, "an unexpected failure inside dynakey")
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The argument at fault by its name in `snake_case`, the same in every language; `None` if no
    /// argument is.
    #[must_use]
    pub fn argument(&self) -> Option<&'static str> {
        self.0.argument
    }

    /// What was expected and what came, in one sentence without the code.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What usually mends it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        self.0.hint
    }

    /// Which user of a batch, or which of a token's services, is at fault, counted from 0; `None`
    /// where there is one only.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.0.index
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.code, self.0.message)?;
        match self.0.index {
            Some(index) => write!(formatter, " (at index {index})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Error")
            .field("code", &self.0.code)
            .field("argument", &self.0.argument)
            .field("message", &self.0.message)
            .field("index", &self.0.index)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_numbers_are_unique() {
        for (position, code) in ErrorCode::ALL.iter().enumerate() {
            for other in ErrorCode::ALL.iter().skip(position + 1) {
                assert_ne!(code.as_str(), other.as_str());
                assert_ne!(code.number(), other.number());
            }
            assert!(code.meaning().ends_with('.') && code.remedy().ends_with('.'), "{code}");
        }
    }

    #[test]
    fn a_batch_error_says_where() {
        let error = Error::internal().at_index(7);
        assert_eq!(error.index(), Some(7));
        assert!(error.to_string().ends_with("(at index 7)"));
    }
}
