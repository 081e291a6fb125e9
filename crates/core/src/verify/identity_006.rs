//! Whom a version 006 token is for, and whether its signature proves it.
//!
//! The token holds neither channel nor user, only their checksums; the signature covers both. So
//! the expected pair is tried first, then the pairs of near misses whose checksums fit. What fits
//! is proven; where nothing does, the checksums tell which name differs, and the signature can't
//! be decided.

use crate::app::App;
use crate::service::ServiceType;
use crate::signature::{self, Key};
use crate::v006::Content;
use crate::verify::expectation::{Expected, ExpectedName};
use crate::verify::finding::{Finding, FindingCode};
use crate::verify::identity::{Identity, proven_by, same_app, signature_mismatch};
use crate::verify::near_miss::{Candidate, candidates};
use crate::verify::report::SignatureState;

/// Compares who the token is for with who is expected, and checks the signature if there is an
/// `app` to check it with.
pub(super) fn compare(
    content: &Content,
    service: ServiceType,
    app: Option<&App>,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) -> Identity {
    let same_app = app.is_none_or(|app| same_app(&content.app_id, app, findings));
    let places = match service {
        ServiceType::Rtm => rtm_places(content, expected, findings),
        _ => rtc_places(content, expected),
    };
    let [first, second] = &places;
    if service != ServiceType::Rtm && second.is_for_anyone() {
        findings.push(Finding::new(
            FindingCode::AnyUser,
            "the token's user is anyone, by its checksum",
        ));
    }
    let (Some(first_text), Some(second_text), Some(app)) = (first.expected, second.expected, app)
    else {
        for place in &places {
            place.tell_mismatch(findings, false);
        }
        if app.is_some() {
            let missing = if first.expected.is_none() { first.name() } else { second.name() };
            findings.push(Finding::new(
                FindingCode::SignatureUnchecked,
                format!("the signature can't be checked without the {missing}"),
            ));
        }
        return Identity::unproven(SignatureState::Unchecked);
    };

    let prove = |first: &str, second: &str| {
        proven_by(app, |signer| fits(content, signer.key(), first, second))
    };
    if let Some(certificate) = prove(first_text, second_text) {
        for place in &places {
            if place.differs() {
                findings.push(Finding::new(
                    FindingCode::ChecksumMismatch,
                    format!(
                        "the signature fits, but the checksum of the {} does not",
                        place.name()
                    ),
                ));
            }
        }
        return Identity::proven(certificate);
    }
    for first_candidate in first.with_near_misses() {
        for second_candidate in second.with_near_misses() {
            if let Some(certificate) = prove(&first_candidate.text, &second_candidate.text) {
                first.tell_proven(&first_candidate, findings);
                second.tell_proven(&second_candidate, findings);
                return Identity::proven(certificate);
            }
        }
    }
    let mut undecidable = !same_app;
    for place in &places {
        undecidable |= place.tell_mismatch(findings, true);
    }
    if undecidable {
        return Identity::unproven(SignatureState::Undecidable);
    }
    findings.push(signature_mismatch(
        app,
        "the signature does not fit, though the checksums of channel and user do",
        |certificate| fits(content, &certificate.key(), first_text, second_text),
    ));
    Identity::unproven(SignatureState::Mismatch)
}

/// One of the two names that are signed: an RTC token's channel and user; in an RTM token the user
/// stands in the channel's place and the user's is empty.
struct Place<'a> {
    is_user: bool,
    /// `None` if it is not to be checked.
    expected: Option<&'a str>,
    crc: u32,
    /// What is expected in the other place, which may have been swapped with this one.
    other: Option<&'a str>,
}

fn rtc_places<'a>(content: &Content, expected: &'a Expected<'_>) -> [Place<'a>; 2] {
    let user = expected.user.as_ref().map(ExpectedName::text);
    let channel = expected.channel.as_ref().map(ExpectedName::text);
    [
        Place { is_user: false, expected: channel, crc: content.channel_crc, other: user },
        Place { is_user: true, expected: user, crc: content.user_crc, other: channel },
    ]
}

fn rtm_places<'a>(
    content: &Content,
    expected: &'a Expected<'_>,
    findings: &mut Vec<Finding>,
) -> [Place<'a>; 2] {
    if expected.channel.is_some() {
        findings.push(
            Finding::new(FindingCode::ChannelMismatch, "an RTM token is for no channel")
                .with_hint("Leave the channel UNCHECKED, or make an RTC token to join it."),
        );
    }
    let user = expected.user.as_ref().map(ExpectedName::text);
    [
        Place { is_user: true, expected: user, crc: content.channel_crc, other: None },
        Place { is_user: true, expected: Some(""), crc: content.user_crc, other: None },
    ]
}

impl Place<'_> {
    fn name(&self) -> &'static str {
        if self.is_user { "user" } else { "channel" }
    }

    fn mismatch(&self) -> FindingCode {
        if self.is_user { FindingCode::UserMismatch } else { FindingCode::ChannelMismatch }
    }

    /// Whether the checksum is that of the empty text, and nobody else is expected.
    fn is_for_anyone(&self) -> bool {
        self.crc == 0 && self.expected.is_none_or(str::is_empty)
    }

    /// Whether the checksum is not that of the expected name.
    fn differs(&self) -> bool {
        self.expected.is_some_and(|expected| !self.is_checksum_of(expected))
    }

    fn is_checksum_of(&self, name: &str) -> bool {
        crc32fast::hash(name.as_bytes()) == self.crc
    }

    fn near_misses(&self) -> Vec<Candidate> {
        let Some(expected) = self.expected else { return Vec::new() };
        let (mut also, swapped) = if self.is_user {
            let words = vec![("", "is anyone"), ("0", "is a user called \"0\"")];
            (words, "is the name expected for the channel")
        } else {
            (Vec::new(), "is the name expected for the user")
        };
        also.extend(self.other.map(|other| (other, swapped)));
        candidates(expected, &also, |text| self.is_checksum_of(text))
    }

    /// The expected name, if its checksum fits, or else the near misses.
    fn with_near_misses(&self) -> Vec<Candidate> {
        match self.expected {
            Some(expected) if !self.differs() => {
                vec![Candidate { text: expected.to_owned(), slip: "" }]
            }
            _ => self.near_misses(),
        }
    }

    /// Tells that the signature proves another name than the expected one.
    fn tell_proven(&self, proven: &Candidate, findings: &mut Vec<Finding>) {
        if self.expected != Some(proven.text.as_str()) {
            findings.push(self.finding(Some((proven, "The signature proves it"))));
        }
    }

    /// Tells that the checksum is of another name than the expected one; whether it is.
    fn tell_mismatch(&self, findings: &mut Vec<Finding>, signature_tried: bool) -> bool {
        if !self.differs() {
            return false;
        }
        let near = self.near_misses();
        let why = if signature_tried {
            "Its checksum fits, but the signature does not prove it"
        } else {
            "Its checksum fits; only the signature could prove it"
        };
        findings.push(self.finding(near.first().map(|candidate| (candidate, why))));
        true
    }

    fn finding(&self, actual: Option<(&Candidate, &str)>) -> Finding {
        let name = self.name();
        let message = match self.expected {
            Some("") => format!("the token is for one {name}, not for anyone"),
            Some(expected) => format!("the token is not for the {name} {expected:?}"),
            None => format!("the token is for another {name}"),
        };
        let finding = Finding::new(self.mismatch(), message);
        match actual {
            None => finding,
            Some((candidate, why)) if candidate.text.is_empty() => finding.with_hint(format!(
                "The token is for any user, not for this one alone. {why}. Make it for the user, \
                 or expect ANY_USER."
            )),
            Some((candidate, why)) => finding.with_hint(format!(
                "The token's {name} is {:?}, which {}. {why}.",
                candidate.text, candidate.slip
            )),
        }
    }
}

/// Whether the signature over the token's own bytes is made with `key`.
fn fits(content: &Content, key: &Key, first: &str, second: &str) -> bool {
    let signature = key.sign(&[
        content.app_id.as_bytes(),
        first.as_bytes(),
        second.as_bytes(),
        content.message(),
    ]);
    signature::equal(&signature, &content.signature)
}
