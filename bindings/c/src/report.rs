//! Reading, verifying and checking tokens.

use core::ffi::{CStr, c_char};
use std::ffi::CString;
use std::sync::OnceLock;

use dynakey_core::{
    CertificateUsed, Consistency, Error, Finding, Level, Report, SignatureState, check, inspect,
};

use crate::app::dynakey_app;
use crate::boundary::{c_text, field, free, give, give_text, guard, needed_place, object, text};
use crate::error::{dynakey_error, dynakey_status, text_of};
use crate::expectation::dynakey_expectation;

/// What a token holds, as JSON; nothing in it is proven, and no certificate is needed. Times are
/// Unix seconds. The text is freed with `dynakey_string_free`. `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_inspect(
    token: *const c_char,
    json: *mut *mut c_char,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(json, "json")?;
        let inspection = inspect(text(token, "token")?)?;
        let written = serde_json::to_string(&inspection).map_err(|_| Error::internal())?;
        give_text(json, "json", written)
    })
}

/// Verifies a token with an app's certificates. Whatever is wrong with the token is a finding of
/// the report; the call fails only for arguments. The report is freed with `dynakey_report_free`.
/// `error` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_app_verify(
    app: *const dynakey_app,
    token: *const c_char,
    expectation: *const dynakey_expectation,
    report: *mut *mut dynakey_report,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(report, "report")?;
        let app = object(app, "app")?;
        let token = text(token, "token")?;
        let expectation = object(expectation, "expectation")?.to_core()?;
        let verified = app.0.verify(token, &expectation)?;
        give(report, dynakey_report::new(Outcome::Verified(verified)));
        Ok(())
    })
}

/// Checks what can be checked of a token without a certificate. The report's `ok` is never true: a
/// forged token can be consistent. The rest is as in `dynakey_app_verify`.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_check(
    token: *const c_char,
    expectation: *const dynakey_expectation,
    report: *mut *mut dynakey_report,
    error: *mut *mut dynakey_error,
) -> dynakey_status {
    guard(error, || {
        needed_place(report, "report")?;
        let token = text(token, "token")?;
        let expectation = object(expectation, "expectation")?.to_core()?;
        let checked = check(token, &expectation)?;
        give(report, dynakey_report::new(Outcome::Checked(checked)));
        Ok(())
    })
}

/// The outcome of verifying or checking a token. Freed with `dynakey_report_free`; its texts live
/// as long as it does.
pub struct dynakey_report {
    outcome: Outcome,
    findings: Vec<FindingTexts>,
    /// Written when it is asked for: few do, and it costs more than the verification.
    json: OnceLock<CString>,
}

enum Outcome {
    Verified(Report),
    Checked(Consistency),
}

impl dynakey_report {
    fn new(outcome: Outcome) -> Self {
        let findings = match &outcome {
            Outcome::Verified(report) => findings(&report.findings),
            Outcome::Checked(checked) => findings(&checked.findings),
        };
        Self { outcome, findings, json: OnceLock::new() }
    }

    fn ok(&self) -> bool {
        matches!(&self.outcome, Outcome::Verified(report) if report.ok)
    }

    fn consistent(&self) -> bool {
        match &self.outcome {
            Outcome::Verified(report) => {
                report.findings.iter().all(|finding| finding.level != Level::Error)
            }
            Outcome::Checked(checked) => checked.consistent,
        }
    }

    fn signature(&self) -> &'static CStr {
        match &self.outcome {
            Outcome::Verified(report) => match report.signature {
                SignatureState::Valid => c"valid",
                SignatureState::Mismatch => c"mismatch",
                SignatureState::Undecidable => c"undecidable",
                SignatureState::Unchecked => c"unchecked",
            },
            Outcome::Checked(_) => c"unchecked",
        }
    }

    fn certificate(&self) -> Option<&'static CStr> {
        match &self.outcome {
            Outcome::Verified(report) => report.certificate.map(|certificate| match certificate {
                CertificateUsed::Primary => c"primary",
                CertificateUsed::Secondary => c"secondary",
            }),
            Outcome::Checked(_) => None,
        }
    }

    /// When the token ends and when to renew it.
    fn times(&self) -> (Option<i64>, Option<i64>) {
        match &self.outcome {
            Outcome::Verified(report) => (report.expires_at, report.renew_after),
            Outcome::Checked(checked) => (checked.expires_at, checked.renew_after),
        }
    }

    fn json(&self) -> &CString {
        self.json.get_or_init(|| {
            c_text(match &self.outcome {
                Outcome::Verified(report) => serde_json::to_string(report).unwrap_or_default(),
                Outcome::Checked(checked) => serde_json::to_string(checked).unwrap_or_default(),
            })
        })
    }
}

struct FindingTexts {
    code: CString,
    level: CString,
    message: CString,
    hint: CString,
}

fn findings(findings: &[Finding]) -> Vec<FindingTexts> {
    findings
        .iter()
        .map(|finding| FindingTexts {
            code: c_text(finding.code.as_str().to_owned()),
            level: c_text(finding.level.as_str().to_owned()),
            message: c_text(finding.message.clone()),
            hint: c_text(finding.hint.clone()),
        })
        .collect()
}

/// Whether the signature was checked and fits, and no finding is an error; false for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_ok(report: *const dynakey_report) -> bool {
    field(report, false, dynakey_report::ok)
}

/// Whether no finding is an error; false for NULL. A forged token can be consistent.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_consistent(report: *const dynakey_report) -> bool {
    field(report, false, dynakey_report::consistent)
}

/// "valid", "mismatch", "undecidable" or "unchecked"; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_signature(report: *const dynakey_report) -> *const c_char {
    text_of(report, |report| Some(report.signature()))
}

/// "primary" or "secondary", the certificate that the token was made with; NULL if its signature
/// fits neither, or for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_certificate(report: *const dynakey_report) -> *const c_char {
    text_of(report, dynakey_report::certificate)
}

/// When the token effectively ends, in Unix seconds; 0 if it can't be read, or for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_expires_at(report: *const dynakey_report) -> i64 {
    field(report, 0, |report| report.times().0.unwrap_or(0))
}

/// When to renew the token, in Unix seconds: 30 seconds before its end; 0 if it can't be read, or
/// for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_renew_after(report: *const dynakey_report) -> i64 {
    field(report, 0, |report| report.times().1.unwrap_or(0))
}

/// How many findings there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_finding_count(report: *const dynakey_report) -> usize {
    field(report, 0, |report| report.findings.len())
}

/// The stable code of a finding, such as `channel_mismatch`; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_finding_code(
    report: *const dynakey_report,
    index: usize,
) -> *const c_char {
    text_of(report, |report| report.findings.get(index).map(|finding| &*finding.code))
}

/// "error" or "warning"; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_finding_level(
    report: *const dynakey_report,
    index: usize,
) -> *const c_char {
    text_of(report, |report| report.findings.get(index).map(|finding| &*finding.level))
}

/// What was found, in one sentence; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_finding_message(
    report: *const dynakey_report,
    index: usize,
) -> *const c_char {
    text_of(report, |report| report.findings.get(index).map(|finding| &*finding.message))
}

/// What to do about it; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_finding_hint(
    report: *const dynakey_report,
    index: usize,
) -> *const c_char {
    text_of(report, |report| report.findings.get(index).map(|finding| &*finding.hint))
}

/// The whole report as JSON; NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_json(report: *const dynakey_report) -> *const c_char {
    text_of(report, |report| Some(report.json()))
}

/// Frees a report; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_report_free(report: *mut dynakey_report) {
    free(report);
}
