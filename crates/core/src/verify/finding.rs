//! What a check found.

use crate::code::code_table;

code_table! {
    /// The stable kind of a [`Finding`].
    ///
    /// ```
    /// use dynakey::{FindingCode, Level};
    ///
    /// assert_eq!(FindingCode::TokenExpired.as_str(), "token_expired");
    /// assert_eq!(FindingCode::JoinOnly.level(), Level::Warning);
    /// ```
    pub enum FindingCode {
        MalformedToken: "malformed_token",
            "The text is not a token that can be read.",
            "Compare its length with what the server made: a token is easily cut, wrapped or decoded on the way.";
        UnsupportedVersion: "unsupported_version",
            "The token's version is not supported.",
            "This library reads the versions 006 and 007.";
        TokenTooLarge: "token_too_large",
            "The token is larger than any real one.",
            "Check what was passed.";
        AppIdMismatch: "app_id_mismatch",
            "The token is for another App ID.",
            "Server and client must use the App ID of one and the same project.";
        SignatureMismatch: "signature_mismatch",
            "The signature does not fit any certificate of the app.",
            "The token was made with another App Certificate, or changed afterwards: compare the certificate on the server with the console's.";
        SignatureUnchecked: "signature_unchecked",
            "The signature could not be checked, so anyone may have made the token.",
            "Say the channel and the user: a version 006 signature covers both, and the token holds neither.";
        ChecksumMismatch: "checksum_mismatch",
            "The signature fits, but a checksum of channel or user does not: the token was changed after it was made.",
            "Take the token as the server made it; checksums are not signed.";
        ChannelMismatch: "channel_mismatch",
            "The token is for another channel.",
            "The channel that the client joins must be, byte for byte, the one that the token was made for.";
        UserMismatch: "user_mismatch",
            "The token is for another user.",
            "The uid or account that the client joins with must be the one that the token was made for.";
        TokenExpired: "token_expired",
            "The token as a whole has ended.",
            "Make a new one; the SDKs call back 30 seconds before the end.";
        PrivilegeExpired: "privilege_expired",
            "A privilege that is needed has ended.",
            "Make a new token with a later expiry.";
        ServiceMissing: "service_missing",
            "The token does not open the service that was asked for.",
            "Make an RTC token to join a channel, an RTM token to log in to messaging; a version 007 token may open several services.";
        PrivilegeMissing: "privilege_missing",
            "The token does not grant a privilege that is needed.",
            "Make it with that privilege; of RTC's roles a publisher may publish, a subscriber only join.";
        IssuedInFuture: "issued_in_future",
            "The token was issued later than now.",
            "Set the clock of the machine that makes the tokens, or allow for the difference with a leeway.";
        ExpiresTooSoon: "expires_too_soon",
            "The token ends before the least time that was asked for.",
            "Make a new one now.";
        LongerThan24h: "longer_than_24h",
            "The token claims more than 24 hours.",
            "Agora ends a session 24 hours after the token was issued; renew the token before.";
        ExpiryLooksLikeDuration: "expiry_looks_like_duration",
            "An expiry lies so far in the past that a duration was probably given for a time.",
            "Version 006 expiries are absolute: give now + seconds.";
        ExpiryLooksLikeTimestamp: "expiry_looks_like_timestamp",
            "An expiry of decades: a point in time was probably given for a duration.",
            "Version 007 expiries are durations: give the seconds from now.";
        AnyUser: "any_user",
            "Any user may join with this token.",
            "Make a token for each user, so that a stolen one is of less use.";
        AnyChannel: "any_channel",
            "The user may join any channel with this token.",
            "Make a token for each channel, so that a stolen one is of less use.";
        UnknownService: "unknown_service",
            "The token opens a service that is not known, so that what follows can't be read.",
            "A newer library may know it. The signature covers it all the same.";
        TrailingBytes: "trailing_bytes",
            "The signed part holds more bytes than are understood.",
            "A newer library may have written it.";
        JoinOnly: "join_only",
            "The token lets its user join but not publish.",
            "That is a subscriber's token. Its user can still publish unless the project has co-host authentication switched on in the Agora console.";
    }
}

impl FindingCode {
    /// Whether a finding of this kind makes a token unfit.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::LongerThan24h
            | Self::ExpiryLooksLikeDuration
            | Self::ExpiryLooksLikeTimestamp
            | Self::AnyUser
            | Self::AnyChannel
            | Self::UnknownService
            | Self::TrailingBytes
            | Self::JoinOnly => Level::Warning,
            _ => Level::Error,
        }
    }
}

/// How much a [`Finding`] weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Level {
    /// The token is not good for what was asked.
    Error,
    /// The token is good, but probably not what was meant.
    Warning,
}

impl Level {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that a check found.
///
/// Findings and hints are for those who operate a service: don't show them to its callers, whom
/// they would help to guess.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Finding {
    /// The stable kind.
    pub code: FindingCode,
    /// Whether it makes the token unfit.
    pub level: Level,
    /// What was found, in one sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Finding {
    pub(super) fn new(code: FindingCode, message: impl Into<String>) -> Self {
        Self { code, level: code.level(), message: message.into(), hint: code.remedy().to_owned() }
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}
