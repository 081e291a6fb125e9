//! Whether a token opens the service, grants the privileges, and for how long.

use crate::content::{Content, InspectedPrivilege, Opened};
use crate::lifetime::DAY;
use crate::service::ServiceType;
use crate::timestamp::EARLIEST;
use crate::verify::expectation::{Expected, ExpectedName, ExpectedPrivilege};
use crate::verify::finding::{Finding, FindingCode};
use crate::version::Version;

/// Looks at services, privileges and times; gives the token's effective end.
///
/// `opened` is the service of the kind that is asked for, if the token opens it.
pub(super) fn examine(
    token: &Content,
    opened: Option<Opened<'_>>,
    service: ServiceType,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) -> i64 {
    if expected.service.is_some_and(|asked| asked != service) || opened.is_none() {
        let asked = expected.service.unwrap_or(service).name();
        findings.push(Finding::new(
            FindingCode::ServiceMissing,
            format!("the token does not open the service {asked}"),
        ));
    }
    let grants = Grants { token, opened, expected };
    let mut end = token.expires_at().min(token.day_after_issue());
    if opened.is_some() {
        let entry = grants.need_one(entry(service, expected), findings);
        if let Some(entry) = entry {
            end = end.min(entry.expires_at);
        }
        for privilege in &expected.privileges {
            if entry.is_none_or(|entry| !is(entry, *privilege)) {
                grants.need(*privilege, findings);
            }
        }
        if service == ServiceType::Rtc && !grants.publishes() {
            findings.push(Finding::new(
                FindingCode::JoinOnly,
                "the token grants no privilege to publish",
            ));
        }
    }
    grants.times(end, findings);
    end
}

/// The privileges of which one opens a service: without any of them the rest is of no use.
fn entry(service: ServiceType, expected: &Expected<'_>) -> &'static [&'static str] {
    let named = |name: &Option<ExpectedName<'_>>| matches!(name, Some(ExpectedName::Named(_)));
    match service {
        ServiceType::Rtc => &["join_channel"],
        ServiceType::Rtm | ServiceType::Rtm2 | ServiceType::Fpa => &["login"],
        ServiceType::Chat if named(&expected.user) => &["user"],
        ServiceType::Chat => &["user", "app"],
        ServiceType::Apaas if named(&expected.channel) => &["room_user"],
        ServiceType::Apaas if named(&expected.user) => &["room_user", "user"],
        ServiceType::Apaas => &["room_user", "user", "app"],
        ServiceType::Streaming | ServiceType::FCdn | ServiceType::ConvoAi | ServiceType::Stt => &[],
    }
}

/// Whether a privilege is the one that is expected.
fn is(privilege: InspectedPrivilege, expected: ExpectedPrivilege<'_>) -> bool {
    match expected {
        ExpectedPrivilege::Name(name) => privilege.name == Some(name),
        ExpectedPrivilege::Number(number) => privilege.number == number,
    }
}

struct Grants<'a> {
    token: &'a Content,
    opened: Option<Opened<'a>>,
    expected: &'a Expected<'a>,
}

impl Grants<'_> {
    fn granted(&self, expected: ExpectedPrivilege<'_>) -> Option<InspectedPrivilege> {
        self.opened?.privileges().find(|privilege| is(*privilege, expected))
    }

    fn publishes(&self) -> bool {
        ["publish_audio", "publish_video", "publish_data"]
            .into_iter()
            .any(|name| self.granted(ExpectedPrivilege::Name(name)).is_some())
    }

    /// Whether a moment has passed, with the leeway.
    fn has_passed(&self, end: i64) -> bool {
        self.expected.at >= end.saturating_add(self.expected.leeway)
    }

    /// One of some privileges, of which the token must grant one now; tells if it doesn't.
    fn need_one(&self, names: &[&str], findings: &mut Vec<Finding>) -> Option<InspectedPrivilege> {
        let names = names.iter().map(|name| ExpectedPrivilege::Name(name));
        let granted = names.clone().find(|name| self.granted(*name).is_some());
        self.need(granted.or_else(|| names.clone().next())?, findings)
    }

    /// A privilege that the token must grant now; tells if it doesn't.
    fn need(
        &self,
        expected: ExpectedPrivilege<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<InspectedPrivilege> {
        let Some(privilege) = self.granted(expected) else {
            let name = match expected {
                ExpectedPrivilege::Name(name) => name.to_owned(),
                ExpectedPrivilege::Number(number) => number.to_string(),
            };
            findings.push(Finding::new(
                FindingCode::PrivilegeMissing,
                format!("the token does not grant the privilege {name}"),
            ));
            return None;
        };
        let end = privilege.expires_at;
        // A privilege without an end of its own ends with the token, which is told once.
        if self.has_passed(end) && end != self.token.expires_at() {
            let name = privilege.name.map_or_else(|| privilege.number.to_string(), str::to_owned);
            findings.push(Finding::new(
                FindingCode::PrivilegeExpired,
                format!("the privilege {name} ended {}", self.ago(end)),
            ));
        }
        Some(privilege)
    }

    fn times(&self, end: i64, findings: &mut Vec<Finding>) {
        let Expected { at, leeway, min_remaining, .. } = *self.expected;
        let day_after_issue = self.token.day_after_issue();
        if self.has_passed(self.token.expires_at()) {
            findings.push(Finding::new(
                FindingCode::TokenExpired,
                format!("the token ended {}", self.ago(self.token.expires_at())),
            ));
        } else if self.has_passed(day_after_issue) {
            findings.push(Finding::new(
                FindingCode::TokenExpired,
                format!("24 hours after its issue the token ended {}", self.ago(day_after_issue)),
            ));
        }
        let remaining = end.saturating_add(leeway).saturating_sub(at);
        if remaining > 0 && remaining < min_remaining {
            findings.push(Finding::new(
                FindingCode::ExpiresTooSoon,
                format!("the token ends in {} s, not in {min_remaining} s or later", end - at),
            ));
        }
        let latest = self.ends().max().unwrap_or(self.token.expires_at());
        let issued_at = match self.token.version() {
            Version::V006 => {
                if let Some(early) = self.ends().find(|end| *end < i64::from(EARLIEST)) {
                    findings.push(Finding::new(
                        FindingCode::ExpiryLooksLikeDuration,
                        format!("the end {early} is before 2001, so a duration was probably meant"),
                    ));
                }
                // It does not say when it was issued, but not later than now.
                self.token.issued_at().min(at.saturating_add(leeway))
            }
            Version::V007 => {
                self.issue(findings);
                self.token.issued_at()
            }
        };
        if latest > issued_at.saturating_add(i64::from(DAY)) {
            findings.push(Finding::new(
                FindingCode::LongerThan24h,
                "the token or a privilege of it claims to last for more than 24 hours",
            ));
        }
    }

    /// What version 007 tells of its issue and of durations.
    fn issue(&self, findings: &mut Vec<Finding>) {
        let Expected { at, leeway, .. } = *self.expected;
        let issued_at = self.token.issued_at();
        if issued_at > at.saturating_add(leeway) {
            findings.push(Finding::new(
                FindingCode::IssuedInFuture,
                format!("the token was issued {} s after the time of the check", issued_at - at),
            ));
        }
        if let Some(end) = self.ends().find(|end| end - issued_at >= i64::from(EARLIEST)) {
            findings.push(Finding::new(
                FindingCode::ExpiryLooksLikeTimestamp,
                format!(
                    "an expiry of {} s is more than 30 years, so a point in time was probably meant",
                    end - issued_at
                ),
            ));
        }
    }

    /// Every end that the token names, its own first.
    fn ends(&self) -> impl Iterator<Item = i64> {
        let privileges = self.opened.into_iter().flat_map(Opened::privileges);
        core::iter::once(self.token.expires_at())
            .chain(privileges.map(|privilege| privilege.expires_at))
    }

    fn ago(&self, end: i64) -> String {
        format!("{} s before the time of the check, at Unix time {end}", self.expected.at - end)
    }
}
