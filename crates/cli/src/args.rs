//! The command line's grammar and help.
#![allow(clippy::doc_markdown, reason = "these comments are the help, which is plain text")]

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use dynakey::Input;

use crate::permission::{self, Permission};
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
  dynakey rtc --channel room --uid 42 --ttl 1h
  dynakey rtc --channel room --uid 42 | dynakey verify - --channel room --uid 42
  dynakey token --rtc room --uid 42 --rtm ann | dynakey inspect -
  dynakey inspect 007eJxTYBBb...
  dynakey explain channel_mismatch";

#[derive(Subcommand)]
pub(crate) enum Command {
    Rtc(Rtc),
    Rtm(Rtm),
    Chat(Chat),
    Apaas(Apaas),
    Fpa(Fpa),
    Convoai(Convoai),
    Stt(Stt),
    Token(Token),
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
  dynakey rtc --channel room --uid 42
  dynakey rtc --channel room --account ann --role subscriber --ttl 15m
  dynakey rtc --channel lobby --any-user --token-version 006 --env-file .env --json")]
pub(crate) struct Rtc {
    #[command(flatten)]
    pub(crate) channel: ChannelArgs,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// What the user may do
    #[arg(long, value_enum, default_value_t = Role::Publisher)]
    pub(crate) role: Role,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) version: VersionArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make an RTM token, to log in to messaging
///
/// The token alone goes to standard output. With --permission it is for the RTM service that knows
/// permissions on single resources.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey rtm --account ann --ttl 24h
  dynakey rtm --account ann --permission message_channels:read:news --permission users:write:bob")]
pub(crate) struct Rtm {
    /// The user's id: 1 to 64 letters, digits and some punctuation
    #[arg(long, visible_alias = "user", value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) account: String,

    #[command(flatten)]
    pub(crate) permissions: PermissionArgs,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) version: VersionArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make a Chat token, for a user or for the app
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey chat --account ann
  dynakey chat --app --ttl 15m")]
pub(crate) struct Chat {
    #[command(flatten)]
    pub(crate) of: AccountOrApp,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make an APaaS token, for a user in a room, a user or the app
///
/// With --room it also opens RTM and Chat for the user, as flexible classroom needs them.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey apaas --room class --account ann --role 2
  dynakey apaas --account ann
  dynakey apaas --app")]
pub(crate) struct Apaas {
    #[command(flatten)]
    pub(crate) of: AccountOrApp,

    /// The room; needs --role
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        requires = "role",
        conflicts_with = "app"
    )]
    pub(crate) room: Option<String>,

    /// The user's role in the room, a number that the classroom gives a meaning; needs --room
    #[arg(long, value_name = "N", allow_negative_numbers = true, requires = "room")]
    pub(crate) role: Option<i64>,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make a token for full-path acceleration, which lasts 24 hours
#[derive(Args)]
pub(crate) struct Fpa {
    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make a token for conversational AI: with RTC and RTM
#[derive(Args)]
#[command(after_help = "\
Example:
  dynakey convoai --channel room --account ann")]
pub(crate) struct Convoai {
    #[command(flatten)]
    pub(crate) conversation: ConversationArgs,
}

/// Make a token for speech to text: with RTC and RTM
#[derive(Args)]
#[command(after_help = "\
Example:
  dynakey stt --channel room --uid 42 --rtm ann")]
pub(crate) struct Stt {
    #[command(flatten)]
    pub(crate) conversation: ConversationArgs,
}

/// What the services that work within a conversation have in common.
#[derive(Args)]
pub(crate) struct ConversationArgs {
    #[command(flatten)]
    pub(crate) channel: ChannelArgs,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// The user's id in RTM; that of --account or --uid unless said
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) rtm: Option<String>,

    /// What the user may do in the channel
    #[arg(long, value_enum, default_value_t = Role::Publisher)]
    pub(crate) role: Role,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Make one token for several services
///
/// Say each service by its option, some more than once if need be. --uid, --account or --any-user is
/// the user of --rtc, --streaming and --fcdn, --account also that of --apaas-room.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey token --rtc room --uid 42 --rtm ann --ttl 1h
  dynakey token --rtc room --rtc hall --account ann --role subscriber --chat ann --fpa")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option")]
pub(crate) struct Token {
    /// RTC in this channel; may be repeated
    #[arg(long, value_name = "CHANNEL", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) rtc: Vec<String>,

    /// RTC in any channel of the project
    #[arg(long, help_heading = "Services")]
    pub(crate) any_channel: bool,

    /// RTM for this user; may be repeated
    #[arg(long, value_name = "ACCOUNT", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) rtm: Vec<String>,

    /// RTM with the permissions of --permission for this user
    #[arg(
        long,
        value_name = "ACCOUNT",
        allow_hyphen_values = true,
        requires = "permission",
        help_heading = "Services"
    )]
    pub(crate) rtm2: Option<String>,

    #[command(flatten)]
    pub(crate) permissions: PermissionArgs,

    /// Streaming in this channel; may be repeated
    #[arg(long, value_name = "CHANNEL", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) streaming: Vec<String>,

    /// The fusion CDN in this channel; may be repeated
    #[arg(long, value_name = "CHANNEL", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) fcdn: Vec<String>,

    /// Chat for this user; may be repeated
    #[arg(long, value_name = "ACCOUNT", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) chat: Vec<String>,

    /// Chat for the app
    #[arg(long, help_heading = "Services")]
    pub(crate) chat_app: bool,

    /// APaaS in this room for the user of --account, in the role of --apaas-role
    #[arg(
        long,
        value_name = "ROOM",
        allow_hyphen_values = true,
        requires = "apaas_role",
        help_heading = "Services"
    )]
    pub(crate) apaas_room: Option<String>,

    /// The user's role in the APaaS room
    #[arg(
        long,
        value_name = "N",
        allow_negative_numbers = true,
        requires = "apaas_room",
        help_heading = "Services"
    )]
    pub(crate) apaas_role: Option<i64>,

    /// APaaS for this user outside of any room; may be repeated
    #[arg(long, value_name = "ACCOUNT", allow_hyphen_values = true, help_heading = "Services")]
    pub(crate) apaas: Vec<String>,

    /// APaaS for the app
    #[arg(long, help_heading = "Services")]
    pub(crate) apaas_app: bool,

    /// Full-path acceleration
    #[arg(long, help_heading = "Services")]
    pub(crate) fpa: bool,

    /// Conversational AI, beside RTC and RTM
    #[arg(long, help_heading = "Services")]
    pub(crate) convoai: bool,

    /// Speech to text, beside RTC and RTM
    #[arg(long, help_heading = "Services")]
    pub(crate) stt: bool,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// What the user of --rtc and --fcdn may do: publisher unless said
    #[arg(long, value_enum)]
    pub(crate) role: Option<Role>,

    #[command(flatten)]
    pub(crate) lifetime: LifetimeArgs,

    #[command(flatten)]
    pub(crate) credentials: CredentialArgs,
}

/// Show what a token holds; no credentials are needed
#[derive(Args)]
#[command(after_help = "\
Examples:
  dynakey inspect 007eJxTYBBb...
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
  dynakey verify 007eJxTYBBb... --channel room --uid 42
  dynakey verify - --channel room --any-user --privilege publish_audio --min-remaining 60
  dynakey verify 007eJxTYBBb... --account ann --service rtm --at 2026-11-24T12:00:00Z")]
pub(crate) struct Verify {
    /// The token, `-` for standard input
    pub(crate) token: String,

    /// The channel, or APaaS room, that the token should be for; unchecked unless said
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(crate) channel: Option<String>,

    /// Any channel of the project
    #[arg(long, conflicts_with = "channel")]
    pub(crate) any_channel: bool,

    #[command(flatten)]
    pub(crate) user: UserArgs,

    /// The service that the token should open: rtc, rtm, streaming, fpa, chat, fcdn, apaas, rtm2,
    /// convo_ai or stt; RTC or else the token's first unless said
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

/// The channel, one of two ways.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct ChannelArgs {
    /// The channel's name: 1 to 63 letters, digits and some punctuation
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(crate) channel: Option<String>,

    /// Any channel of the project; version 007 only, never with --any-user
    #[arg(long)]
    pub(crate) any_channel: bool,
}

impl ChannelArgs {
    pub(crate) fn input(&self) -> Input<'_> {
        self.channel.as_ref().map_or(dynakey::ANY_CHANNEL, Input::from)
    }
}

/// A user or the app.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct AccountOrApp {
    /// The user's id, any text
    #[arg(long, visible_alias = "user", value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) account: Option<String>,

    /// The app itself, for a server that manages the project
    #[arg(long)]
    pub(crate) app: bool,
}

#[derive(Args)]
pub(crate) struct PermissionArgs {
    /// A permission, RESOURCE:read:NAME or RESOURCE:write:NAME; the resources are
    /// message_channels, stream_channels, group_channels, server_groups and users; may be repeated
    #[arg(long, value_name = "PERMISSION", value_parser = permission::parse)]
    pub(crate) permission: Vec<Permission>,
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
}

#[derive(Args)]
pub(crate) struct VersionArgs {
    /// The token's version, 006 or 007
    #[arg(long, value_name = "VERSION", default_value = "007")]
    pub(crate) token_version: String,
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
