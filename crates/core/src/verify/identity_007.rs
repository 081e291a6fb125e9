//! Whom a version 007 token is for, and whether its signature proves it.
//!
//! The token holds all that is signed, so names are compared and the signature is checked each on
//! its own.

use crate::app::App;
use crate::channel::WILDCARD;
use crate::content::Opened;
use crate::service::ServiceType;
use crate::v007::Content;
use crate::verify::expectation::{Expected, ExpectedName};
use crate::verify::finding::{Finding, FindingCode};
use crate::verify::identity::{Identity, proven_by, same_app, signature_mismatch};
use crate::verify::near_miss::candidates;
use crate::verify::report::SignatureState;

/// Checks App ID and signature if there is an `app` to check them with.
pub(super) fn prove(content: &Content, app: Option<&App>, findings: &mut Vec<Finding>) -> Identity {
    let Some(app) = app else { return Identity::unproven(SignatureState::Unchecked) };
    let same_app = same_app(&content.app_id, app, findings);
    if let Some(certificate) =
        proven_by(app, |signer| content.is_signed_by(signer.certificate().as_bytes()))
    {
        return Identity::proven(certificate);
    }
    if !same_app {
        // Another project has another certificate.
        return Identity::unproven(SignatureState::Undecidable);
    }
    findings.push(signature_mismatch(app, "the signature does not fit", |certificate| {
        content.is_signed_by(certificate.as_bytes())
    }));
    Identity::unproven(SignatureState::Mismatch)
}

/// Compares whom a service is for with who is expected.
pub(super) fn compare(opened: Opened<'_>, expected: &Expected<'_>, findings: &mut Vec<Finding>) {
    let service_type = opened.service_type();
    let channel = Place {
        name: if service_type == ServiceType::Apaas { "room" } else { "channel" },
        mismatch: FindingCode::ChannelMismatch,
        actual: opened.channel(),
        expected: expected.channel.as_ref(),
        other: expected.user.as_ref(),
        other_name: "is the name expected for the user",
    };
    let user = Place {
        name: "user",
        mismatch: FindingCode::UserMismatch,
        actual: opened.user(),
        expected: expected.user.as_ref(),
        other: expected.channel.as_ref(),
        other_name: "is the name expected for the channel",
    };
    // Only these have users and channels that a client names when it joins.
    let joins =
        matches!(service_type, ServiceType::Rtc | ServiceType::Streaming | ServiceType::FCdn);
    if joins && channel.actual == Some(WILDCARD) {
        channel.tell_any(FindingCode::AnyChannel, "ANY_CHANNEL", findings);
    } else {
        channel.tell_mismatch(service_type, findings);
    }
    if joins && user.actual == Some("") {
        user.tell_any(FindingCode::AnyUser, "ANY_USER", findings);
    } else {
        user.tell_mismatch(service_type, findings);
    }
}

/// The channel or the user of a service.
struct Place<'a> {
    name: &'static str,
    mismatch: FindingCode,
    /// `None` if the service has none.
    actual: Option<&'a str>,
    /// `None` if it is not to be checked.
    expected: Option<&'a ExpectedName<'a>>,
    /// What is expected in the other place, which may have been swapped with this one.
    other: Option<&'a ExpectedName<'a>>,
    other_name: &'static str,
}

impl Place<'_> {
    /// Tells of a token for anyone or any channel: only who expects just that may take it.
    fn tell_any(&self, warning: FindingCode, word: &str, findings: &mut Vec<Finding>) {
        match self.expected {
            Some(ExpectedName::Named(expected)) => findings.push(
                Finding::new(
                    self.mismatch,
                    format!("the token is for any {}, not for {expected:?} alone", self.name),
                )
                .with_hint(format!("Make it for this {0}, or expect {word}.", self.name)),
            ),
            _ => {
                findings.push(Finding::new(warning, format!("the token is for any {}", self.name)));
            }
        }
    }

    fn tell_mismatch(&self, service_type: ServiceType, findings: &mut Vec<Finding>) {
        let Some(expected) = self.expected else { return };
        let name = self.name;
        let finding = |message: String| Finding::new(self.mismatch, message);
        let Some(actual) = self.actual else {
            findings.push(
                finding(format!("the service {} is for no {name}", service_type.name()))
                    .with_hint(format!("Leave the {name} UNCHECKED, or ask for another service.")),
            );
            return;
        };
        let expected = match expected {
            ExpectedName::Named(expected) if expected == actual => return,
            ExpectedName::Any(text) if *text == actual => return,
            ExpectedName::Named(expected) => expected,
            ExpectedName::Any(_) => {
                findings
                    .push(finding(format!("the token is for one {name}, {actual:?}, not for any")));
                return;
            }
        };
        if actual.is_empty() {
            findings.push(finding(format!("the token is for no one {name}")).with_hint(format!(
                "It is for the app as a whole, or for no room: make one for the {name}."
            )));
            return;
        }
        let finding =
            finding(format!("the token is for the {name} {actual:?}, not for {expected:?}"));
        let other: Vec<_> =
            self.other.map(|other| (other.text(), self.other_name)).into_iter().collect();
        let near = candidates(expected, &other, |text| text == actual);
        findings.push(match near.first() {
            None => finding,
            Some(near) => finding.with_hint(format!("The token's {name} {}.", near.slip)),
        });
    }
}
