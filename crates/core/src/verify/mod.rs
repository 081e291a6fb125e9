//! Verifying a token against what it is expected to be good for.

mod expectation;
mod finding;
mod grants;
mod identity;
mod identity_006;
mod identity_007;
mod near_miss;
mod report;

pub use expectation::Expectation;
pub use finding::{Finding, FindingCode, Level};
pub use report::{CertificateUsed, Consistency, Report, SignatureState, VerificationError};

use crate::app::App;
use crate::clock::Clock;
use crate::content::{Content, Opened};
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::service::ServiceType;
use crate::v006::{self, RTM_LOGIN};
use crate::v007;
use expectation::Expected;
use identity::Identity;

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
    /// use dynakey::{App, Expectation, FindingCode, RtcOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.rtc_token("room", 42, RtcOptions::new())?;
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
            content: outcome.content,
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
        content: outcome.content,
    })
}

/// What [`Report`] and [`Consistency`] have in common.
struct Outcome {
    findings: Vec<Finding>,
    /// Boxed, as a report is moved often and this is large.
    content: Option<Box<Content>>,
    expires_at: Option<i64>,
    identity: Identity,
}

impl Outcome {
    fn of(token: Input<'_>, app: Option<&App>, expected: &Expected<'_>) -> Self {
        let content = match Content::read(token) {
            Ok(content) => Box::new(content),
            Err(error) => return Self::unreadable(&error),
        };
        let mut findings = Vec::new();
        let (identity, end) = match &*content {
            Content::V006(of_006) => examine_006(&content, of_006, app, expected, &mut findings),
            Content::V007(of_007) => examine_007(&content, of_007, app, expected, &mut findings),
        };
        tell_unread(&content, &mut findings);
        Self { findings, content: Some(content), expires_at: Some(end), identity }
    }

    fn unreadable(error: &Error) -> Self {
        let code = match error.code() {
            ErrorCode::UnsupportedVersion => FindingCode::UnsupportedVersion,
            ErrorCode::TokenTooLarge => FindingCode::TokenTooLarge,
            _ => FindingCode::MalformedToken,
        };
        Self {
            findings: vec![Finding::new(code, error.message())],
            content: None,
            expires_at: None,
            identity: Identity::unproven(SignatureState::Unchecked),
        }
    }

    fn has_errors(&self) -> bool {
        errors(&self.findings) > 0
    }

    fn renew_after(&self) -> Option<i64> {
        self.expires_at.map(|end| end.saturating_sub(RENEWAL_NOTICE))
    }
}

/// Gives who the token is proven to be of, and its effective end.
fn examine_006(
    token: &Content,
    content: &v006::Content,
    app: Option<&App>,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) -> (Identity, i64) {
    let service = service_of_006(content, expected);
    let opened = token.services().find(|opened| opened.service_type() == service);
    let identity = identity_006::compare(content, service, app, expected, findings);
    (identity, grants::examine(token, opened, service, expected, findings))
}

/// Of several services of the kind that is asked for, one that fits wholly is enough; where none
/// does, the findings are those of the one that comes closest.
fn examine_007(
    token: &Content,
    content: &v007::Content,
    app: Option<&App>,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) -> (Identity, i64) {
    let identity = identity_007::prove(content, app, findings);
    let service = service_of_007(content, expected);
    let examine = |opened: Option<Opened<'_>>| {
        let mut findings = Vec::new();
        if let Some(opened) = opened {
            identity_007::compare(opened, expected, &mut findings);
        }
        let end = grants::examine(token, opened, service, expected, &mut findings);
        (findings, end)
    };
    let (its_findings, end) = token
        .services()
        .filter(|opened| opened.service_type() == service)
        .map(|opened| examine(Some(opened)))
        .min_by_key(|(findings, _)| errors(findings))
        .unwrap_or_else(|| examine(None));
    findings.extend(its_findings);
    (identity, end)
}

/// Tells of what the token holds beyond what was understood.
fn tell_unread(token: &Content, findings: &mut Vec<Finding>) {
    if let Some(number) = token.unknown_service() {
        findings.push(Finding::new(
            FindingCode::UnknownService,
            format!("the token opens a service of the unknown number {number}"),
        ));
    }
    if token.trailing_bytes() > 0 {
        findings.push(Finding::new(
            FindingCode::TrailingBytes,
            format!("{} bytes follow all that is understood", token.trailing_bytes()),
        ));
    }
}

fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.level == Level::Error).count()
}

/// Which service a version 006 token is for: its privileges tell, but one that grants the RTM
/// login may have been signed for a channel and a user all the same.
fn service_of_006(content: &v006::Content, expected: &Expected<'_>) -> ServiceType {
    let rtm = content.privileges.iter().filter(|(number, _)| *number == RTM_LOGIN).count();
    match (rtm, content.privileges.len() - rtm, expected.service) {
        (1.., 0, None | Some(ServiceType::Rtm)) | (1.., _, Some(ServiceType::Rtm)) => {
            ServiceType::Rtm
        }
        _ => ServiceType::Rtc,
    }
}

/// Which service of a version 007 token is asked for: the one that is said, else RTC, else the
/// first.
fn service_of_007(content: &v007::Content, expected: &Expected<'_>) -> ServiceType {
    let mut types = content.services.iter().map(v007::Service::service_type);
    expected.service.unwrap_or_else(|| {
        if types.clone().any(|service| service == ServiceType::Rtc) {
            ServiceType::Rtc
        } else {
            types.next().unwrap_or(ServiceType::Rtc)
        }
    })
}
