//! The outcome of verifying or checking a token.

use core::fmt;

use crate::content::Content;
use crate::error::ErrorCode;
use crate::inspect::Inspection;
use crate::verify::finding::{Finding, Level};

/// The outcome of [`App::verify`](crate::App::verify). All times are Unix seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Report {
    /// Whether the signature was checked and fits, and no finding is an error.
    pub ok: bool,
    /// What is known of the signature.
    pub signature: SignatureState,
    /// Which of the app's certificates the token was made with, if the signature fits.
    pub certificate: Option<CertificateUsed>,
    /// The time that the token was checked for.
    pub checked_at: i64,
    /// When the token effectively ends: the earliest of its own end, the end of its join (or
    /// login) privilege and 24 hours after issue. `None` if it can't be read.
    pub expires_at: Option<i64>,
    /// When to renew: 30 seconds before the effective end, when the SDKs call back.
    pub renew_after: Option<i64>,
    /// Everything that was found, errors and warnings.
    pub findings: Vec<Finding>,
    #[cfg_attr(feature = "serde", serde(rename = "token"))]
    pub(crate) content: Option<Box<Content>>,
}

impl Report {
    /// What the token says about itself; `None` if it can't be read.
    #[must_use]
    pub fn token(&self) -> Option<Inspection> {
        self.content.as_deref().map(Content::inspection)
    }

    /// This report if the token is good, else an error that holds it.
    ///
    /// # Errors
    ///
    /// [`VerificationError`] unless [`Report::ok`].
    ///
    /// ```
    /// use dynakey::{App, Expectation};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let error = app.verify("006...", &Expectation::new("room", 42))?.into_valid().unwrap_err();
    /// assert_eq!(error.code().as_str(), "verification_failed");
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn into_valid(self) -> Result<Self, VerificationError> {
        if self.ok { Ok(self) } else { Err(VerificationError(Box::new(self))) }
    }
}

/// The outcome of [`check`](crate::check), which has no certificate and so proves nothing. All
/// times are Unix seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Consistency {
    /// Whether no finding is an error. A forged token can be consistent.
    pub consistent: bool,
    /// As [`Report::checked_at`].
    pub checked_at: i64,
    /// As [`Report::expires_at`].
    pub expires_at: Option<i64>,
    /// As [`Report::renew_after`].
    pub renew_after: Option<i64>,
    /// Everything that was found, errors and warnings.
    pub findings: Vec<Finding>,
    #[cfg_attr(feature = "serde", serde(rename = "token"))]
    pub(crate) content: Option<Box<Content>>,
}

impl Consistency {
    /// What the token says about itself; `None` if it can't be read.
    #[must_use]
    pub fn token(&self) -> Option<Inspection> {
        self.content.as_deref().map(Content::inspection)
    }
}

/// What is known of a token's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum SignatureState {
    /// It fits a certificate of the app.
    Valid,
    /// It fits no certificate of the app.
    Mismatch,
    /// The token is for another App ID, channel or user, and which can't be found out, so that
    /// the signature can't be computed.
    Undecidable,
    /// It was not checked: the token can't be read, or channel or user were left out.
    Unchecked,
}

impl SignatureState {
    /// `valid`, `mismatch`, `undecidable` or `unchecked`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Mismatch => "mismatch",
            Self::Undecidable => "undecidable",
            Self::Unchecked => "unchecked",
        }
    }
}

/// Which of an app's certificates a token was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum CertificateUsed {
    /// The first, with which the app makes its own tokens.
    Primary,
    /// The second, which a rotation adds.
    Secondary,
}

impl CertificateUsed {
    /// `primary` or `secondary`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
        }
    }
}

/// A token that was verified and is not good: the error of [`Report::into_valid`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationError(Box<Report>);

impl VerificationError {
    /// Always `verification_failed`; the report's findings have the reasons.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        ErrorCode::VerificationFailed
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.0
    }
}

impl fmt::Display for VerificationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.code())?;
        let errors = self.0.findings.iter().filter(|finding| finding.level == Level::Error);
        for (position, finding) in errors.enumerate() {
            let separator = if position == 0 { "" } else { ", " };
            write!(formatter, "{separator}{}", finding.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for VerificationError {}
