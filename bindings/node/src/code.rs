//! The tables of codes: of errors for those that the JavaScript half throws itself, of findings for
//! the test that its types name them all.

use dynakey::{ErrorCode, FindingCode};
use napi_derive::napi;

/// A row of the table.
#[napi(object, object_from_js = false)]
pub(crate) struct CodeEntry {
    /// The stable code.
    pub code: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// What usually mends it.
    pub remedy: &'static str,
}

/// The table of errors.
#[napi]
#[must_use]
pub(crate) fn error_codes() -> Vec<CodeEntry> {
    ErrorCode::ALL
        .iter()
        .map(|code| CodeEntry {
            code: code.as_str(),
            meaning: code.meaning(),
            remedy: code.remedy(),
        })
        .collect()
}

/// The codes of findings.
#[napi]
#[must_use]
pub(crate) fn finding_codes() -> Vec<&'static str> {
    FindingCode::ALL.iter().map(|code| code.as_str()).collect()
}

/// The package with its version, as a release looks for it in the files of platforms that it can't
/// load.
#[napi]
#[must_use]
pub(crate) fn stamp() -> &'static str {
    concat!("dynakey@", env!("CARGO_PKG_VERSION"), ";")
}
