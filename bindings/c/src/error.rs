//! Statuses and error objects.

use core::ffi::{CStr, c_char};
use std::ffi::CString;

use dynakey_core::{Error, ErrorCode};

use crate::boundary::{c_text, field, free};

/// The outcome of a call: `DYNAKEY_OK`, or the number of an error. Numbers are never re-used.
pub type dynakey_status = i32;

/// The call did what it should.
pub const DYNAKEY_OK: dynakey_status = 0;
/// The App ID is not 32 hexadecimal digits.
pub const DYNAKEY_INVALID_APP_ID: dynakey_status = 100;
/// The App Certificate is not 32 hexadecimal digits.
pub const DYNAKEY_INVALID_APP_CERTIFICATE: dynakey_status = 101;
/// The channel's name is not 1 to 63 bytes of the allowed characters.
pub const DYNAKEY_INVALID_CHANNEL_NAME: dynakey_status = 102;
/// The uid is none that a user can have.
pub const DYNAKEY_INVALID_UID: dynakey_status = 103;
/// The account is not 1 to 255 bytes (RTM: 64) of the allowed characters.
pub const DYNAKEY_INVALID_USER_ACCOUNT: dynakey_status = 104;
/// The role is not one of the roles.
pub const DYNAKEY_INVALID_ROLE: dynakey_status = 105;
/// An expiry is not a point in time in Unix seconds.
pub const DYNAKEY_EXPIRY_NOT_A_TIMESTAMP: dynakey_status = 106;
/// A version 007 expiry is not a duration in seconds.
pub const DYNAKEY_EXPIRY_NOT_A_DURATION: dynakey_status = 107;
/// The lifetime is not 1 second to 24 hours.
pub const DYNAKEY_TTL_OUT_OF_RANGE: dynakey_status = 108;
/// A version 007 token would open no service.
pub const DYNAKEY_NO_SERVICES: dynakey_status = 110;
/// A text is over 65535 bytes, or a list has too many entries.
pub const DYNAKEY_FIELD_TOO_LONG: dynakey_status = 111;
/// A text is not UTF-8.
pub const DYNAKEY_INVALID_TEXT: dynakey_status = 112;
/// What a check was asked to expect can't be expected.
pub const DYNAKEY_INVALID_EXPECTATION: dynakey_status = 120;
/// A number of a token object does not fit its field.
pub const DYNAKEY_NUMBER_OUT_OF_RANGE: dynakey_status = 121;
/// The call itself is not one that can be made; C's types leave no room for it.
pub const DYNAKEY_INVALID_CALL: dynakey_status = 122;
/// The text is not a token that can be read.
pub const DYNAKEY_MALFORMED_TOKEN: dynakey_status = 200;
/// The token's version is not supported.
pub const DYNAKEY_UNSUPPORTED_VERSION: dynakey_status = 201;
/// The token is larger than any real one.
pub const DYNAKEY_TOKEN_TOO_LARGE: dynakey_status = 202;
/// The operating system gave no random bytes.
pub const DYNAKEY_ENTROPY_UNAVAILABLE: dynakey_status = 400;
/// The clock reads a time that a token can't hold.
pub const DYNAKEY_CLOCK_OUT_OF_RANGE: dynakey_status = 401;
/// A pointer that must not be NULL is.
pub const DYNAKEY_NULL_POINTER: dynakey_status = 900;
/// An unexpected failure inside the library.
pub const DYNAKEY_INTERNAL: dynakey_status = 999;

/// A token was verified and is not good: no call fails with it, but the C++ layer throws it.
pub const DYNAKEY_VERIFICATION_FAILED: dynakey_status = 300;

/// Every code of the core has its constant, with its number: what is missing does not compile.
const STATUSES: &[(dynakey_status, ErrorCode)] = &[
    (DYNAKEY_INVALID_APP_ID, ErrorCode::InvalidAppId),
    (DYNAKEY_INVALID_APP_CERTIFICATE, ErrorCode::InvalidAppCertificate),
    (DYNAKEY_INVALID_CHANNEL_NAME, ErrorCode::InvalidChannelName),
    (DYNAKEY_INVALID_UID, ErrorCode::InvalidUid),
    (DYNAKEY_INVALID_USER_ACCOUNT, ErrorCode::InvalidUserAccount),
    (DYNAKEY_INVALID_ROLE, ErrorCode::InvalidRole),
    (DYNAKEY_EXPIRY_NOT_A_TIMESTAMP, ErrorCode::ExpiryNotATimestamp),
    (DYNAKEY_EXPIRY_NOT_A_DURATION, ErrorCode::ExpiryNotADuration),
    (DYNAKEY_TTL_OUT_OF_RANGE, ErrorCode::TtlOutOfRange),
    (DYNAKEY_NO_SERVICES, ErrorCode::NoServices),
    (DYNAKEY_FIELD_TOO_LONG, ErrorCode::FieldTooLong),
    (DYNAKEY_INVALID_TEXT, ErrorCode::InvalidText),
    (DYNAKEY_INVALID_EXPECTATION, ErrorCode::InvalidExpectation),
    (DYNAKEY_NUMBER_OUT_OF_RANGE, ErrorCode::NumberOutOfRange),
    (DYNAKEY_INVALID_CALL, ErrorCode::InvalidCall),
    (DYNAKEY_MALFORMED_TOKEN, ErrorCode::MalformedToken),
    (DYNAKEY_UNSUPPORTED_VERSION, ErrorCode::UnsupportedVersion),
    (DYNAKEY_TOKEN_TOO_LARGE, ErrorCode::TokenTooLarge),
    (DYNAKEY_ENTROPY_UNAVAILABLE, ErrorCode::EntropyUnavailable),
    (DYNAKEY_CLOCK_OUT_OF_RANGE, ErrorCode::ClockOutOfRange),
    (DYNAKEY_INTERNAL, ErrorCode::Internal),
    (DYNAKEY_VERIFICATION_FAILED, ErrorCode::VerificationFailed),
];

const _: () = {
    assert!(STATUSES.len() == ErrorCode::ALL.len());
    let mut position = 0;
    while position < STATUSES.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        let (status, code) = STATUSES[position];
        assert!(status == code.number() as dynakey_status);
        position += 1;
    }
};

/// What made a call fail.
pub(crate) enum Failure {
    /// The argument of this name is NULL.
    NullPointer(&'static str),
    /// The number of a service, or of a grant's kind, is none.
    UnknownNumber(&'static str),
    /// A token that was read has a text with a NUL within, which C would cut.
    CutText,
    /// The core refused.
    Core(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl Failure {
    pub(crate) fn status(&self) -> dynakey_status {
        match self {
            Self::NullPointer(_) => DYNAKEY_NULL_POINTER,
            Self::UnknownNumber(_) => DYNAKEY_NUMBER_OUT_OF_RANGE,
            Self::CutText => DYNAKEY_INVALID_TEXT,
            Self::Core(error) => error.code().number().into(),
        }
    }
}

/// What was wrong with a call. Freed with `dynakey_error_free`; its texts live as long as it does.
pub struct dynakey_error {
    status: dynakey_status,
    code: CString,
    argument: Option<CString>,
    message: CString,
    hint: CString,
    index: i64,
}

impl dynakey_error {
    pub(crate) fn new(failure: &Failure) -> Self {
        let c_text = |text: &str| c_text(text.to_owned());
        let status = failure.status();
        let of_the_boundary = |code: &str, argument: &str, message: &str, hint: &str| Self {
            status,
            code: c_text(code),
            argument: Some(c_text(argument)),
            message: c_text(&format!("{code}: {argument} {message}")),
            hint: c_text(hint),
            index: -1,
        };
        match failure {
            Failure::NullPointer(argument) => of_the_boundary(
                "null_pointer",
                argument,
                "must not be NULL",
                "Pass a valid pointer.",
            ),
            Failure::UnknownNumber(argument) => of_the_boundary(
                ErrorCode::NumberOutOfRange.as_str(),
                argument,
                "must be one of the numbers that the header names",
                "Set it, and everything that is not used to zero.",
            ),
            Failure::CutText => of_the_boundary(
                ErrorCode::InvalidText.as_str(),
                "token",
                "has a text with a NUL within, which C would cut",
                "Read it with dynakey_inspect, whose JSON has it all.",
            ),
            Failure::Core(error) => Self {
                status,
                code: c_text(error.code().as_str()),
                argument: error.argument().map(c_text),
                message: c_text(&error.to_string()),
                hint: c_text(error.hint()),
                index: error.index().and_then(|index| i64::try_from(index).ok()).unwrap_or(-1),
            },
        }
    }
}

/// Frees an error; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_free(error: *mut dynakey_error) {
    free(error);
}

/// The status that the failing call returned; `DYNAKEY_OK` for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_status(error: *const dynakey_error) -> dynakey_status {
    field(error, DYNAKEY_OK, |error| error.status)
}

/// The stable code, such as `invalid_uid`, the same in every language; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_code(error: *const dynakey_error) -> *const c_char {
    text_of(error, |error| Some(&error.code))
}

/// The code and what was expected and what came, in one sentence; never a secret. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_message(error: *const dynakey_error) -> *const c_char {
    text_of(error, |error| Some(&error.message))
}

/// The argument at fault by its name; NULL if no argument is, or for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_argument(error: *const dynakey_error) -> *const c_char {
    text_of(error, |error| error.argument.as_deref())
}

/// What usually mends it; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_hint(error: *const dynakey_error) -> *const c_char {
    text_of(error, |error| Some(&error.hint))
}

/// Which user of a batch, or which service, is at fault, counted from 0; -1 where there is one only.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_error_index(error: *const dynakey_error) -> i64 {
    field(error, -1, |error| error.index)
}

/// A text of an object that may be NULL.
pub(crate) fn text_of<'a, T: 'a>(
    object: *const T,
    read: impl FnOnce(&'a T) -> Option<&'a CStr>,
) -> *const c_char {
    field(object, None, read).map_or(core::ptr::null(), CStr::as_ptr)
}
