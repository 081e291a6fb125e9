//! Where a command writes: its result on standard output, notes on standard error.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::failure::{Exit, Failure};
use crate::secret;
use crate::view::{BOLD, RED};

/// Whether the result is text for people or JSON for programs.
pub(crate) struct Output {
    pub(crate) json: bool,
}

/// What `--json` gives, whatever the command.
#[derive(Serialize)]
struct Envelope<'a, T> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a Failure>,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Writes the result.
    pub(crate) fn result(text: &str) -> Result<(), Failure> {
        let mut stdout = anstream::stdout().lock();
        unless_closed(writeln!(stdout, "{text}").and_then(|()| stdout.flush()))
    }

    /// Writes the result as an envelope.
    pub(crate) fn envelope(ok: bool, data: impl Serialize) -> Result<(), Failure> {
        Self::json(&Envelope { ok, data: Some(data), error: None })
    }

    fn json<T: Serialize>(envelope: &Envelope<'_, T>) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        let written = serde_json::to_writer(&mut stdout, envelope).map_err(io::Error::from);
        unless_closed(written.and_then(|()| writeln!(stdout)).and_then(|()| stdout.flush()))
    }

    /// Writes something a person may want to know.
    pub(crate) fn note(text: &str) {
        let _ = writeln!(anstream::stderr(), "note: {}", secret::hidden(text));
    }

    /// Writes the help or the version that was asked for.
    pub(crate) fn help(help: &clap::Error) -> Result<(), Failure> {
        unless_closed(help.print())
    }

    /// Tells why the command line can't be parsed, with the usage.
    pub(crate) fn unparsed(error: &clap::Error) {
        // The parser's own colours would come with those of a wrong argument.
        let text = secret::hidden(&error.to_string());
        let text = text.strip_prefix("error").unwrap_or(&text);
        let _ = write!(anstream::stderr(), "{RED}error{RED:#}{text}");
    }

    /// Tells a failure.
    pub(crate) fn fail(&self, failure: &Failure) -> Result<Exit, Failure> {
        if self.json {
            Self::json(&Envelope::<()> { ok: false, data: None, error: Some(failure) })?;
        } else {
            let Failure { code, message, hint, .. } = failure;
            let _ = writeln!(
                anstream::stderr(),
                "{RED}error{RED:#}: {BOLD}{code}{BOLD:#}: {message}\n hint: {hint}"
            );
        }
        Ok(failure.exit)
    }
}

/// A reader that has gone away has seen enough; any other trouble would lose the result.
fn unless_closed(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::unwritable(&error)),
        _ => Ok(()),
    }
}
