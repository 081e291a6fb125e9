//! Where a command writes: its result on standard output, notes on standard error.

use std::io::Write;

use serde_json::{Value, json};

use crate::failure::{Exit, Failure};
use crate::view::{BOLD, RED};

/// The two streams, and whether the result is text for people or JSON for programs.
pub(crate) struct Output {
    pub(crate) json: bool,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Writes the result. A reader that has gone away is no reason to fail.
    pub(crate) fn result(text: &str) {
        let _ = writeln!(anstream::stdout(), "{text}");
    }

    /// Writes the result as an envelope.
    pub(crate) fn envelope(ok: bool, data: &Value) {
        Self::result(&json!({ "ok": ok, "data": data }).to_string());
    }

    /// Writes something a person may want to know.
    pub(crate) fn note(text: &str) {
        let _ = writeln!(anstream::stderr(), "note: {text}");
    }

    /// Tells a failure.
    pub(crate) fn fail(&self, failure: &Failure) -> Exit {
        if self.json {
            Self::result(&json!({ "ok": false, "error": failure.to_json() }).to_string());
        } else {
            let Failure { code, message, hint, .. } = failure;
            let _ = writeln!(
                anstream::stderr(),
                "{RED}error{RED:#}: {BOLD}{code}{BOLD:#}: {message}\n hint: {hint}"
            );
        }
        failure.exit
    }
}
