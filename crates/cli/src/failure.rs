//! Why a command failed, and with which exit code.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use dynakey::ErrorCode;
use serde::Serialize;

use crate::{secret, words};

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Ok = 0,
    /// The token was verified and is not good.
    VerificationFailed = 1,
    /// The command line is wrong, or credentials are missing.
    Usage = 2,
    /// A value is not what a token can be made of, or a token can't be read.
    BadInput = 3,
    /// Nothing is wrong with the token, but its signature was not checked.
    Unchecked = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A failure with the fields that every face of dynakey gives its errors.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    #[serde(skip)]
    pub(crate) exit: Exit,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) argument: Option<&'static str>,
    pub(crate) hint: String,
}

impl Failure {
    /// A mistake in the command line that the parser found.
    pub(crate) fn usage(error: &clap::Error) -> Self {
        let text = secret::hidden(&error.to_string());
        // The first paragraph; what follows is the usage.
        let lines: Vec<_> =
            text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
        Self {
            exit: Exit::Usage,
            code: "usage",
            message: lines.join(" ").trim_start_matches("error: ").to_owned(),
            argument: None,
            hint: "See dynakey --help.".to_owned(),
        }
    }

    /// The refusal of a certificate as an argument, if that is what the parser stumbled on.
    pub(crate) fn refused_certificate(error: &clap::Error) -> Option<Self> {
        let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else {
            return None;
        };
        let refused = error.kind() == ErrorKind::UnknownArgument && secret::is_refused(option);
        refused.then(|| {
            Self::misuse(
                "app_certificate",
                "a certificate is never an argument, which every process of the machine can read",
                "Pass --app-certificate-file FILE (- is standard input), or set \
                 AGORA_APP_CERTIFICATE. What was given is in the shell's history now.",
            )
        })
    }

    /// A mistake in how options were combined.
    pub(crate) fn misuse(
        argument: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            exit: Exit::Usage,
            code: "usage",
            message: message.into(),
            argument: Some(argument),
            hint: hint.into(),
        }
    }

    /// No credentials where they are needed.
    pub(crate) fn missing_credentials() -> Self {
        Self {
            exit: Exit::Usage,
            code: "missing_credentials",
            message: "no App ID and App Certificate were found".to_owned(),
            argument: None,
            hint: "Set AGORA_APP_ID and AGORA_APP_CERTIFICATE, name a file that holds them with \
                   --env-file, or pass --app-id and --app-certificate-file."
                .to_owned(),
        }
    }

    /// A file or standard input that can't be read. What it holds is never shown.
    pub(crate) fn unreadable(argument: &'static str, reason: &str) -> Self {
        Self {
            exit: Exit::Usage,
            code: "unreadable_input",
            // A path may be a certificate that was given for one.
            message: secret::hidden(reason),
            argument: Some(argument),
            hint: "Check the path, its permissions and its format; `-` is standard input."
                .to_owned(),
        }
    }

    /// A variable that is set, but not to a text. Its value is never shown.
    pub(crate) fn unreadable_variable(name: &str) -> Self {
        Self {
            exit: Exit::Usage,
            code: "unreadable_input",
            message: format!("the variable {name} is not a text in UTF-8"),
            argument: None,
            hint: "Set it to the 32 hexadecimal digits that Agora's console shows, or unset it."
                .to_owned(),
        }
    }

    /// Standard output that can't be written, as on a full disk.
    pub(crate) fn unwritable(error: &std::io::Error) -> Self {
        Self {
            exit: Exit::Usage,
            code: "unwritable_output",
            message: format!("standard output: {error}"),
            argument: None,
            hint: "Make room, or write elsewhere; the result was lost.".to_owned(),
        }
    }
}

impl From<dynakey::Error> for Failure {
    fn from(error: dynakey::Error) -> Self {
        let hint = match (error.code(), error.argument()) {
            (ErrorCode::UnsupportedVersion, Some("version")) => "Say --token-version 006 or 007.",
            _ => error.hint(),
        };
        Self {
            exit: Exit::BadInput,
            code: error.code().as_str(),
            message: words::of_the_command_line(error.message()),
            argument: error.argument(),
            hint: words::of_the_command_line(hint),
        }
    }
}
