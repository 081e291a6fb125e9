//! The command line's grammar and help.
#![allow(clippy::doc_markdown, reason = "these comments are the help, which is plain text")]

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{lifetime, moment};

/// Make, read and verify Agora tokens (dynamic keys).
///
/// Credentials: --app-id with --app-certificate-file, else the file of --env-file, else the
/// environment. In the latter two the first complete pair counts: AGORA_APP_ID and
/// AGORA_APP_CERTIFICATE, NEXT_PUBLIC_AGORA_APP_ID and NEXT_AGORA_APP_CERTIFICATE, APP_ID and
/// APP_CERTIFICATE. The certificate is a secret and never an argument.
///
/// Exit codes: 0 ok, 1 verification failed, 2 usage or missing credentials, 3 bad input, 4 nothing
/// wrong but the signature was not checked.
#[derive(Parser)]
#[command(name = "dynakey", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// Write one JSON object, {"ok", "data" or "error"}, to standard output
    #[arg(long, global = true, display_order = LAST)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Among the options of a command, its own come first.
const LAST: usize = 900;

const EXAMPLES: &str = "\
Examples:
  export AGORA_APP_ID=... AGORA_APP_CERTIFICATE=...
  dynakey rtc --token-version 006 --channel room --uid 42 --ttl 1h
  dynakey rtc --token-version 006 --channel room --uid 42 | dynakey verify - --channel room --uid 42
  dynakey inspect 006970CA35de...
  dynakey explain channel_mismatch";

#[derive(Subcommand)]
pub(crate) enum Command {
    Rtc(Rtc),
    Rtm(Rtm),
    Inspect(Inspect),
    Verify(Verify),
    Explain(Explain),
    Completions(Completions),
}

/// Where App ID and App Certificate come from.
#[derive(Args)]
#[command(next_help_heading = "Credentials")]
pub(crate) struct CredentialArgs {
    /// The App ID, 32 hexadecimal digits; needs --app-certificate-file
    #[arg(long, value_name = "ID", requires = "app_certificate_file")]
    pub(crate) app_id: Option<String>,

    /// A file that holds the App Certificate, `-` for standard input; needs --app-id
    #[arg(long, value_name = "FILE", requires = "app_id")]
    pub(crate) app_certificate_file: Option<PathBuf>,

    /// A file of lines NAME=VALUE to look for credentials in, before the environment
    #[arg(long, value_name = "FILE", conflicts_with = "app_id")]
    pub(crate) env_file: Option<PathBuf>,
}

/// Make an RTC token, to join a channel
///
/// The token alone goes to standard output. Its user is one of --uid, --account and --any-user.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey rtc --token-version 006 --channel room --uid 42
  dynakey rtc --token-version 006 --channel room --account ann --role subscriber --ttl 15m
  dynakey rtc --token-version 006 --channel lobby --any-user --env-file .env --json")]
pub(crate) struct Rtc {
    /// The channel's name: 1 to 63 letters, digits and some punctuation
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(crate) channel: String,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// What the user may do
    #[arg(long, value_enum, default_value_t = Role::Publisher)]
    pub(crate) role: Role,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make an RTM token, to log in to messaging
///
/// The token alone goes to standard output.
#[derive(Args)]
#[command(after_help = "\
Example:
  dynakey rtm --token-version 006 --account ann --ttl 24h")]
pub(crate) struct Rtm {
    /// The user's id: 1 to 64 letters, digits and some punctuation
    #[arg(long, visible_alias = "user", value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) account: String,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Show what a token holds; no credentials are needed
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey inspect 006970CA35de...
  pbpaste | dynakey inspect - --json")]
pub(crate) struct Inspect {
    /// The token, `-` for standard input
    pub(crate) token: String,
}

/// Verify a token against what it should be good for
///
/// Without credentials it checks what can be checked without a certificate, and exits 4 at best: a
/// forged token can pass such a check. Without a channel and a user (RTM: a user) the signature of a
/// version 006 token can't be checked either. What is not said is not checked.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey verify 006970CA35de... --channel room --uid 42
  dynakey verify - --channel room --any-user --privilege publish_audio --min-remaining 60
  dynakey verify 006970CA35de... --account ann --service rtm --at 2026-11-24T12:00:00Z")]
pub(crate) struct Verify {
    /// The token, `-` for standard input
    pub(crate) token: String,

    /// The channel that the token should be for; unchecked unless said
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(crate) channel: Option<String>,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// The service that the token should open, rtc or rtm; the token's own unless said
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Option<String>,

    /// A privilege that the token should grant besides joining, such as publish_audio,
    /// publish_video or publish_data, or its number; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) privilege: Vec<String>,

    /// The time of the check, in Unix seconds or RFC 3339; now unless said
    #[arg(long, value_name = "T", value_parser = moment::parse, allow_negative_numbers = true)]
    pub(crate) at: Option<i64>,

    /// How far clocks may differ, in seconds
    #[arg(long, value_name = "S", default_value_t = 0, allow_negative_numbers = true)]
    pub(crate) leeway: i64,

    /// How long the token should still last, in seconds
    #[arg(long, value_name = "S", default_value_t = 0, allow_negative_numbers = true)]
    pub(crate) min_remaining: i64,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,

    /// A file that holds the secondary App Certificate, for the time of a rotation
    #[arg(long, value_name = "FILE", help_heading = "Credentials")]
    pub(crate) secondary_certificate_file: Option<PathBuf>,
}

/// Say what a code means and what to do; without a code, list all
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey explain channel_mismatch
  dynakey explain 110      what Agora's SDKs mean by it, and the steps to the cause")]
pub(crate) struct Explain {
    /// A code of dynakey, or the number of an error of Agora's SDKs
    pub(crate) code: Option<String>,
}

/// Write a completion script for a shell to standard output
#[derive(Args)]
#[command(after_help = "\
Example:
  dynakey completions bash > ~/.local/share/bash-completion/completions/dynakey")]
pub(crate) struct Completions {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

/// The user, one of three ways.
#[derive(Args)]
#[group(multiple = false)]
pub(crate) struct UserArgs {
    /// The user's number, 1 to 4294967295; 0 is no user's: anyone is --any-user
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(crate) uid: Option<String>,

    /// The user's account: a text, also if it has only digits
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) account: Option<String>,

    /// Anyone, whatever uid or account they have
    #[arg(long)]
    pub(crate) any_user: bool,
}

#[derive(Args)]
pub(crate) struct LifetimeArgs {
    /// How long the user may stay: seconds, or a number with s, m or h; at most 24h
    #[arg(long, default_value = "1h", value_parser = lifetime::parse)]
    pub(crate) ttl: u64,

    /// The token's version, which must be said: 006
    #[arg(long, value_name = "VERSION")]
    pub(crate) token_version: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    /// Joins and publishes
    Publisher,
    /// Joins only
    Subscriber,
}

impl From<Role> for dynakey::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Publisher => Self::Publisher,
            Role::Subscriber => Self::Subscriber,
        }
    }
}
