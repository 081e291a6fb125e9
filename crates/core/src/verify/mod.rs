//! Verifying a token against what it is expected to be good for.

mod expectation;
mod finding;
mod grants;
mod identity_006;
mod near_miss;
mod report;

pub use expectation::Expectation;
pub use finding::{Finding, FindingCode, Level};
pub use report::{CertificateUsed, Consistency, Report, SignatureState, VerificationError};

use crate::app::App;
use crate::clock::Clock;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::inspect::{Inspection, token_text};
use crate::service::Service;
use crate::v006::{Content, RTM_LOGIN};
use crate::version::Version;
use expectation::Expected;
use identity_006::Identity;

/// The SDKs call back this many seconds before a token ends.
const RENEWAL_NOTICE: i64 = 30;

impl App {
    /// Verifies `token`: who it is for, what it grants, until when, and that this app's
    /// certificate made it.
    ///
    /// Whatever is wrong with the token is a finding of the report, all of them at once.
    ///
    /// # Errors
    ///
    /// Only for arguments that can't be expected: `invalid_channel_name`, `invalid_uid`,
    /// `invalid_user_account`, `invalid_text`, `invalid_expectation`.
    ///
    /// ```
    /// use dynakey::{App, Expectation, FindingCode, RtcOptions, Version};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.rtc_token("room", 42, RtcOptions::new().version(Version::V006))?;
    ///
    /// assert!(app.verify(&token, &Expectation::new("room", 42))?.ok);
    ///
    /// let report = app.verify(&token, &Expectation::new("Room", 42))?;
    /// assert!(!report.ok);
    /// assert_eq!(report.findings[0].code, FindingCode::ChannelMismatch);
    /// assert!(report.findings[0].hint.contains("differs in case"));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn verify<'a>(
        &self,
        token: impl Into<Input<'a>>,
        expectation: &Expectation<'_>,
    ) -> Result<Report> {
        let expected = expectation.checked(&self.clock)?;
        let outcome = Outcome::of(token.into(), Some(self), &expected);
        Ok(Report {
            ok: outcome.identity.signature == SignatureState::Valid && !outcome.has_errors(),
            signature: outcome.identity.signature,
            certificate: outcome.identity.certificate,
            checked_at: expected.at,
            expires_at: outcome.expires_at,
            renew_after: outcome.renew_after(),
            findings: outcome.findings,
            token: outcome.token,
        })
    }
}

/// Checks what can be checked of `token` without a certificate.
///
/// A forged token can be consistent: only [`App::verify`] proves anything.
///
/// # Errors
///
/// As [`App::verify`].
///
/// ```
/// use dynakey::{Expectation, check};
///
/// let token = "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRB\
///              XoFHlEAABAAAAR/QQAAEAAQCvKDdW";
/// let expected = Expectation::new("7d72365eb983485397e3e3f9d460bdda", 2_882_341_273_u32);
/// assert!(check(token, &expected.clone().at(1_000_000))?.consistent);
/// assert!(!check(token, &expected.at(1_200_000))?.consistent);
/// # Ok::<(), dynakey::Error>(())
/// ```
pub fn check<'a>(
    token: impl Into<Input<'a>>,
    expectation: &Expectation<'_>,
) -> Result<Consistency> {
    let expected = expectation.checked(&Clock::system())?;
    let outcome = Outcome::of(token.into(), None, &expected);
    Ok(Consistency {
        consistent: !outcome.has_errors(),
        checked_at: expected.at,
        expires_at: outcome.expires_at,
        renew_after: outcome.renew_after(),
        findings: outcome.findings,
        token: outcome.token,
    })
}

/// What [`Report`] and [`Consistency`] have in common.
struct Outcome {
    findings: Vec<Finding>,
    token: Option<Inspection>,
    expires_at: Option<i64>,
    identity: Identity,
}

impl Outcome {
    fn of(token: Input<'_>, app: Option<&App>, expected: &Expected<'_>) -> Self {
        let content = token_text(token)
            .and_then(|token| Version::of(token).and_then(|Version::V006| Content::read(token)));
        match content {
            Ok(content) => Self::of_006(&content, app, expected),
            Err(error) => Self::unreadable(&error),
        }
    }

    fn of_006(content: &Content, app: Option<&App>, expected: &Expected<'_>) -> Self {
        let mut findings = Vec::new();
        let token = Inspection::from_006(content);
        let service = service_of(content, expected);
        let identity = identity_006::compare(content, service, app, expected, &mut findings);
        let end = grants::examine(&token, service, expected, &mut findings);
        if token.trailing_bytes > 0 {
            findings.push(Finding::new(
                FindingCode::TrailingBytes,
                format!("{} bytes follow the privileges", token.trailing_bytes),
            ));
        }
        Self { findings, token: Some(token), expires_at: Some(end), identity }
    }

    fn unreadable(error: &Error) -> Self {
        let code = match error.code() {
            ErrorCode::UnsupportedVersion => FindingCode::UnsupportedVersion,
            ErrorCode::TokenTooLarge => FindingCode::TokenTooLarge,
            _ => FindingCode::MalformedToken,
        };
        Self {
            findings: vec![Finding::new(code, error.message())],
            token: None,
            expires_at: None,
            identity: Identity { signature: SignatureState::Unchecked, certificate: None },
        }
    }

    fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.level == Level::Error)
    }

    fn renew_after(&self) -> Option<i64> {
        self.expires_at.map(|end| end.saturating_sub(RENEWAL_NOTICE))
    }
}

/// Which service a version 006 token is for: its privileges tell, but one that grants the RTM
/// login may have been signed for a channel and a user all the same.
fn service_of(content: &Content, expected: &Expected<'_>) -> Service {
    let rtm = content.privileges.iter().filter(|(number, _)| *number == RTM_LOGIN).count();
    match (rtm, content.privileges.len() - rtm) {
        (0, _) => Service::Rtc,
        (_, 0) => expected.service.unwrap_or(Service::Rtm),
        _ => expected.service.unwrap_or(Service::Rtc),
    }
}
