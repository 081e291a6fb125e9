//! Whether a token opens the service, grants the privileges, and for how long.

use crate::inspect::{InspectedPrivilege, InspectedService, Inspection};
use crate::lifetime::DAY;
use crate::service::Service;
use crate::timestamp::EARLIEST;
use crate::v006::{self, JOIN_CHANNEL, PUBLISH_AUDIO, PUBLISH_DATA, PUBLISH_VIDEO, RTM_LOGIN};
use crate::verify::expectation::Expected;
use crate::verify::finding::{Finding, FindingCode};

/// Looks at services, privileges and times; gives the token's effective end.
pub(super) fn examine(
    token: &Inspection,
    service: Service,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) -> i64 {
    let opened = token.services.iter().find(|opened| opened.number == service.number());
    if expected.service.is_some_and(|asked| asked != service) || opened.is_none() {
        let asked = expected.service.unwrap_or(service).name();
        findings.push(Finding::new(
            FindingCode::ServiceMissing,
            format!("the token does not open the service {asked}"),
        ));
    }
    let entry = match service {
        Service::Rtc => JOIN_CHANNEL,
        Service::Rtm => RTM_LOGIN,
    };
    let grants = Grants { token, opened, expected };
    let mut entry_end = token.expires_at;
    if opened.is_some() {
        if let Some(entry) = grants.need(entry, findings) {
            entry_end = entry.expires_at;
        }
        for privilege in expected.privileges.iter().filter(|privilege| **privilege != entry) {
            grants.need(*privilege, findings);
        }
    }
    if service == Service::Rtc && opened.is_some() && !grants.publishes() {
        findings
            .push(Finding::new(FindingCode::JoinOnly, "the token grants no privilege to publish"));
    }
    let end = token.expires_at.min(entry_end).min(token.issued_at.saturating_add(i64::from(DAY)));
    grants.times(end, findings);
    end
}

struct Grants<'a> {
    token: &'a Inspection,
    opened: Option<&'a InspectedService>,
    expected: &'a Expected<'a>,
}

impl Grants<'_> {
    fn granted(&self, number: u16) -> Option<&InspectedPrivilege> {
        self.opened?.privileges.iter().find(|privilege| privilege.number == number)
    }

    fn publishes(&self) -> bool {
        [PUBLISH_AUDIO, PUBLISH_VIDEO, PUBLISH_DATA]
            .into_iter()
            .any(|number| self.granted(number).is_some())
    }

    /// Whether a moment has passed, with the leeway.
    fn has_passed(&self, end: i64) -> bool {
        self.expected.at >= end.saturating_add(self.expected.leeway)
    }

    /// A privilege that the token must grant now; tells if it doesn't.
    fn need(&self, number: u16, findings: &mut Vec<Finding>) -> Option<&InspectedPrivilege> {
        let name =
            || v006::privilege_name(number).map_or_else(|| number.to_string(), str::to_owned);
        let Some(privilege) = self.granted(number) else {
            findings.push(Finding::new(
                FindingCode::PrivilegeMissing,
                format!("the token does not grant the privilege {}", name()),
            ));
            return None;
        };
        let end = privilege.expires_at;
        // A privilege without an end of its own ends with the token, which is told once.
        if self.has_passed(end) && end != self.token.expires_at {
            findings.push(Finding::new(
                FindingCode::PrivilegeExpired,
                format!("the privilege {} ended {}", name(), self.ago(end)),
            ));
        }
        Some(privilege)
    }

    fn times(&self, end: i64, findings: &mut Vec<Finding>) {
        let Expected { at, leeway, min_remaining, .. } = *self.expected;
        if self.has_passed(self.token.expires_at) {
            findings.push(Finding::new(
                FindingCode::TokenExpired,
                format!("the token ended {}", self.ago(self.token.expires_at)),
            ));
        }
        let remaining = end.saturating_add(leeway).saturating_sub(at);
        if remaining > 0 && remaining < min_remaining {
            findings.push(Finding::new(
                FindingCode::ExpiresTooSoon,
                format!("the token ends in {} s, not in {min_remaining} s or later", end - at),
            ));
        }
        if let Some(early) = self.ends().find(|end| *end < i64::from(EARLIEST)) {
            findings.push(Finding::new(
                FindingCode::ExpiryLooksLikeDuration,
                format!("the end {early} is before 2001, so a duration was probably meant"),
            ));
        }
        let latest = self.ends().max().unwrap_or(self.token.expires_at);
        // Version 006 does not say when it was issued, but not later than now.
        let latest_issue = self.token.issued_at.min(at.saturating_add(leeway));
        if latest > latest_issue.saturating_add(i64::from(DAY)) {
            findings.push(Finding::new(
                FindingCode::LongerThan24h,
                "the token or a privilege of it claims to last for more than 24 hours",
            ));
        }
    }

    /// Every end that the token names, its own first.
    fn ends(&self) -> impl Iterator<Item = i64> {
        let privileges = self.opened.map_or(&[][..], |opened| &opened.privileges);
        core::iter::once(self.token.expires_at)
            .chain(privileges.iter().map(|privilege| privilege.expires_at))
    }

    fn ago(&self, end: i64) -> String {
        format!("{} s before the time of the check, at Unix time {end}", self.expected.at - end)
    }
}
