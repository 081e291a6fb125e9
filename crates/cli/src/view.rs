//! Tokens and reports as text for people.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use dynakey::{
    CertificateUsed, Finding, FindingCode, InspectedPrivilege, InspectedService, Inspection, Level,
    SignatureState, Version,
};

use crate::args::Verify;
use crate::failure::Exit;
use crate::{moment, words};

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const DIM: Style = Style::new().dimmed();

/// What a token holds.
pub(crate) fn inspection(token: &Inspection, now: i64) -> String {
    let mut text = String::new();
    let assumed = if token.issued_at_assumed { ", assumed: 24 hours before its end" } else { "" };
    let rows = [
        ("version", token.version.to_string()),
        ("App ID", token.app_id.clone()),
        ("issued", moment::text(token.issued_at, now) + assumed),
        ("ends", moment::text(token.expires_at, now)),
        ("salt", token.salt.to_string()),
        ("channel CRC", crc(token.channel_crc)),
        ("user CRC", crc(token.user_crc)),
        ("signature", token.signature.clone()),
        ("unknown", unknown_service(token)),
    ];
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        line(&mut text, format_args!("{name:12} {value}"));
    }
    if token.trailing_bytes > 0 {
        line(&mut text, format_args!("{:12} {} bytes", "trailing", token.trailing_bytes));
    }
    services(&mut text, &token.services, now);
    text.trim_end().to_owned()
}

fn crc(crc: Option<u32>) -> String {
    match crc {
        Some(0) => "0x00000000 (of the empty text)".to_owned(),
        Some(crc) => format!("{crc:#010x}"),
        None => String::new(),
    }
}

fn unknown_service(token: &Inspection) -> String {
    token
        .unknown_service
        .map(|number| format!("the service {number}, and what follows it"))
        .unwrap_or_default()
}

/// How many services are named in one line.
const MOST_NAMES: usize = 20;
/// More lines than the services of any token that is meant to be used take. One of a kilobyte can
/// hold tens of thousands.
const MOST_LINES: usize = 500;

fn services(text: &mut String, services: &[InspectedService], now: i64) {
    let mut shown = String::new();
    for service in services {
        line(
            &mut shown,
            format_args!("{BOLD}{} service{BOLD:#} ({})", service.name, service.number),
        );
        names(&mut shown, service);
        for InspectedPrivilege { name, number, expires_at, .. } in &service.privileges {
            let name = name.unwrap_or("(no known name)");
            let style = if *expires_at > now { Style::new() } else { RED };
            let end = moment::text(*expires_at, now);
            line(&mut shown, format_args!("  {number:>5} {name:22} {style}ends {end}{style:#}"));
        }
    }
    let lines = shown.lines().count();
    text.extend(shown.split_inclusive('\n').take(MOST_LINES));
    if let Some(more @ 1..) = lines.checked_sub(MOST_LINES) {
        let lines = if more == 1 { "line" } else { "lines" };
        line(text, format_args!("{DIM}and {more} more {lines}: --json tells all{DIM:#}"));
    }
}

/// Whom a service is for, as far as the token says it.
fn names(text: &mut String, service: &InspectedService) {
    let is_joined = ["rtc", "streaming", "fcdn"].contains(&service.name);
    if let Some(channel) = &service.channel {
        let place = if service.name == "apaas" { "room" } else { "channel" };
        let channel = match channel.as_str() {
            "*" if is_joined => "any".to_owned(),
            "" => "none".to_owned(),
            channel => format!("{channel:?}"),
        };
        line(text, format_args!("  {place:10} {channel}"));
    }
    if let Some(user) = &service.user {
        let user = match user.as_str() {
            "" if is_joined => "anyone".to_owned(),
            "" => "none".to_owned(),
            user => format!("{user:?}"),
        };
        line(text, format_args!("  {:10} {user}", "user"));
    }
    if let Some(role) = service.role {
        line(text, format_args!("  {:10} {role}", "role"));
    }
    for permission in &service.permissions {
        let kind = named(permission.permission, permission.permission_number);
        let resource = named(permission.resource, permission.resource_number);
        line(text, format_args!("  {kind:10} {resource} {:?}", permission.names));
    }
}

/// A name, or the number of what has none.
fn named(name: Option<&str>, number: u16) -> String {
    name.map_or_else(|| number.to_string(), str::to_owned)
}

/// What verifying and checking have in common.
pub(crate) struct Checked<'a> {
    pub(crate) findings: &'a [Finding],
    pub(crate) token: Option<&'a Inspection>,
    /// `None` where there was no certificate to check it with.
    pub(crate) signature: Option<(SignatureState, Option<CertificateUsed>)>,
    pub(crate) at: i64,
    pub(crate) expires_at: Option<i64>,
}

/// The checks and the findings that belong to each.
const CHECKS: [(&str, &[FindingCode]); 8] = [
    (
        "format",
        &[
            FindingCode::MalformedToken,
            FindingCode::UnsupportedVersion,
            FindingCode::TokenTooLarge,
            FindingCode::TrailingBytes,
            FindingCode::UnknownService,
        ],
    ),
    ("App ID", &[FindingCode::AppIdMismatch]),
    ("channel", &[FindingCode::ChannelMismatch, FindingCode::AnyChannel]),
    ("user", &[FindingCode::UserMismatch, FindingCode::AnyUser]),
    (
        "signature",
        &[
            FindingCode::SignatureMismatch,
            FindingCode::SignatureUnchecked,
            FindingCode::ChecksumMismatch,
        ],
    ),
    ("service", &[FindingCode::ServiceMissing]),
    (
        "privileges",
        &[FindingCode::PrivilegeMissing, FindingCode::PrivilegeExpired, FindingCode::JoinOnly],
    ),
    (
        "time",
        &[
            FindingCode::TokenExpired,
            FindingCode::ExpiresTooSoon,
            FindingCode::LongerThan24h,
            FindingCode::IssuedInFuture,
            FindingCode::ExpiryLooksLikeDuration,
            FindingCode::ExpiryLooksLikeTimestamp,
        ],
    ),
];

/// The table of checks, the hint under each failure, the privileges and the verdict.
pub(crate) fn checks(checked: &Checked<'_>, args: &Verify, exit: Exit) -> String {
    let mut text = String::new();
    for (name, codes) in CHECKS {
        let mut findings =
            checked.findings.iter().filter(|finding| codes.contains(&finding.code)).peekable();
        if findings.peek().is_none() && (checked.token.is_some() || name == "format") {
            let (mark, style, value) = passed(name, checked, args);
            line(&mut text, format_args!("{style}{mark}{style:#} {name:10} {value}"));
        }
        for finding in findings {
            let (mark, style) = match (finding.level, finding.code) {
                (_, FindingCode::SignatureUnchecked) => ("–", YELLOW),
                (Level::Error, _) => ("✗", RED),
                (Level::Warning, _) => ("!", YELLOW),
            };
            let Finding { code, message, hint, .. } = finding;
            line(
                &mut text,
                format_args!("{style}{mark}{style:#} {name:10} {message} {DIM}[{code}]{DIM:#}"),
            );
            line(&mut text, format_args!("{:13}hint: {}", "", words::of_a_hint(hint)));
        }
    }
    if let Some(token) = checked.token {
        services(&mut text, &token.services, checked.at);
    }
    text.push_str(&verdict(checked, exit));
    text
}

/// A check that found nothing: it passed, or it was left out.
fn passed(name: &str, checked: &Checked<'_>, args: &Verify) -> (&'static str, Style, String) {
    let yes = |value: String| ("✓", GREEN, value);
    let skipped = |why: &str| ("–", YELLOW, why.to_owned());
    let token = checked.token;
    let user = &args.user;
    // Without a signature that fits, only the token itself speaks for a name.
    let by_name = |name: String| match (checked.signature, token.map(|token| token.version)) {
        _ if checked.found(FindingCode::ServiceMissing) => {
            skipped("not checked: the service is missing")
        }
        (Some((SignatureState::Valid, _)), _) => yes(name),
        (_, Some(Version::V006)) => yes(format!("{name}, by its checksum")),
        _ => yes(format!("{name}, not proven")),
    };
    match name {
        "App ID" => match checked.signature {
            Some(_) => yes(token.map(|token| token.app_id.clone()).unwrap_or_default()),
            None => skipped("not checked: no credentials"),
        },
        "channel" => match &args.channel {
            Some(channel) => by_name(format!("{channel:?}")),
            None if args.any_channel => by_name("any channel".to_owned()),
            None if checked.is_rtm() => skipped("an RTM token has none"),
            None => skipped("not checked: say --channel or --any-channel"),
        },
        "user" => match (&user.uid, &user.account, user.any_user) {
            (Some(uid), _, _) => by_name(uid.clone()),
            (_, Some(account), _) => by_name(format!("{account:?}")),
            (_, _, true) => by_name("any user".to_owned()),
            _ => skipped("not checked: say --uid, --account or --any-user"),
        },
        "signature" => match checked.signature {
            Some((SignatureState::Valid, Some(certificate))) => {
                yes(format!("fits the {} certificate", certificate.as_str()))
            }
            Some((SignatureState::Undecidable, _)) => {
                skipped("undecidable until the mismatch above is mended")
            }
            _ => skipped("not checked: no credentials"),
        },
        "service" => {
            let services = token.map(|token| token.services.as_slice()).unwrap_or_default();
            let names: Vec<_> = services.iter().take(MOST_NAMES).map(|it| it.name).collect();
            let more = if services.len() > MOST_NAMES { ", .." } else { "" };
            yes(names.join(", ") + more)
        }
        "time" => {
            let end = checked.expires_at.unwrap_or_default();
            yes(format!("effectively ends {}", moment::text(end, checked.at)))
        }
        "format" => {
            let version = token.map(|token| token.version.as_str()).unwrap_or_default();
            yes(format!("version {version}"))
        }
        _ if checked.found(FindingCode::ServiceMissing) => {
            skipped("not checked: the service is missing")
        }
        _ => yes("all that are needed".to_owned()),
    }
}

impl Checked<'_> {
    fn found(&self, code: FindingCode) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// Whether the token opens RTM and nothing else.
    fn is_rtm(&self) -> bool {
        self.token.is_some_and(|token| {
            !token.services.is_empty() && token.services.iter().all(|service| service.name == "rtm")
        })
    }
}

/// One last line that says it all.
fn verdict(checked: &Checked<'_>, exit: Exit) -> String {
    match exit {
        Exit::Ok => format!("{GREEN}ok{GREEN:#}: the token is good"),
        Exit::Unchecked => format!(
            "{YELLOW}not proven{YELLOW:#}: nothing is wrong, but the signature was not checked, \
             so anyone may have made the token"
        ),
        _ => {
            let mut codes: Vec<_> = checked
                .findings
                .iter()
                .filter(|finding| finding.level == Level::Error)
                .map(|finding| finding.code.as_str())
                .collect();
            codes.dedup();
            format!("{RED}failed{RED:#}: {}", codes.join(", "))
        }
    }
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a String can't fail.
    let _ = writeln!(text, "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_belongs_to_one_check() {
        for code in FindingCode::ALL {
            let checks = CHECKS.iter().filter(|(_, codes)| codes.contains(code)).count();
            assert_eq!(checks, 1, "{code}");
        }
    }
}
