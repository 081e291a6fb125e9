//! What every code means: the library's, the command line's, and those of Agora's SDKs that a bad
//! token causes.

use dynakey::{ErrorCode, FindingCode, Level};
use serde::Serialize;

/// A code with its meaning and its remedy.
#[derive(Serialize)]
pub(crate) struct Explanation {
    pub(crate) code: &'static str,
    /// Whose code it is.
    pub(crate) kind: Kind,
    pub(crate) meaning: &'static str,
    pub(crate) remedy: &'static str,
}

/// Whose code it is. What can be an error and a finding is listed as an error.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Of a call that failed.
    Error,
    /// Of a token that was verified or checked.
    Finding,
    /// Of a finding that does not make a token unfit.
    Warning,
    /// Of this program.
    CommandLine,
    /// Of Agora's SDKs.
    Sdk,
}

impl Kind {
    /// The kind in words.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error of dynakey",
            Self::Finding => "finding of verify",
            Self::Warning => "warning of verify",
            Self::CommandLine => "error of the command line",
            Self::Sdk => "error of Agora's RTC SDKs",
        }
    }
}

const COMMAND_LINE: [Explanation; 4] = [
    Explanation {
        code: "missing_credentials",
        kind: Kind::CommandLine,
        meaning: "No App ID and App Certificate were found.",
        remedy: "Set AGORA_APP_ID and AGORA_APP_CERTIFICATE, or see dynakey --help for other ways.",
    },
    Explanation {
        code: "usage",
        kind: Kind::CommandLine,
        meaning: "The command line is not one that dynakey understands.",
        remedy: "See dynakey --help, or the help of the command.",
    },
    Explanation {
        code: "unreadable_input",
        kind: Kind::CommandLine,
        meaning: "A file, standard input or a variable of the environment can't be read.",
        remedy: "Check the path, its permissions and its format; what it holds is never shown.",
    },
    Explanation {
        code: "unwritable_output",
        kind: Kind::CommandLine,
        meaning: "Standard output can't be written, so the result was lost.",
        remedy: "Make room on the disk, or write elsewhere.",
    },
];

/// <https://docs.agora.io/en/faq/token_error>
const SDK: [Explanation; 6] = [
    Explanation {
        code: "101",
        kind: Kind::Sdk,
        meaning: "The App ID is invalid (ERR_INVALID_APP_ID, ERR_INVALID_VENDOR_KEY).",
        remedy: "Compare the client's App ID with the console's: 32 hexadecimal digits. \
                 dynakey inspect TOKEN shows the one that the token is for.",
    },
    Explanation {
        code: "102",
        kind: Kind::Sdk,
        meaning: "The channel name is invalid (ERR_INVALID_CHANNEL_NAME).",
        remedy: "dynakey explain invalid_channel_name says what a channel may be called.",
    },
    Explanation {
        code: "109",
        kind: Kind::Sdk,
        meaning: "The token has expired (ERR_TOKEN_EXPIRED, ERR_DYNAMIC_KEY_TIMEOUT).",
        remedy: "\
Make a new token and renew it in the client. If it was new:
  1. dynakey inspect TOKEN shows which end came first, the token's or a privilege's.
  2. An end in 1970 means that a duration was given where version 006 takes a time.
  3. Compare the server's clock with the true time.",
    },
    Explanation {
        code: "110",
        kind: Kind::Sdk,
        meaning: "The token is invalid (ERR_INVALID_TOKEN, ERR_NO_AUTHORIZED): whatever is wrong \
                  with a token, this one error says so.",
        remedy: "\
Find the cause where the App Certificate is at hand:
  1. Log the channel and the uid or account that the client joins with, and the token it has.
  2. Set AGORA_APP_ID and AGORA_APP_CERTIFICATE to what the console shows for the client's App ID.
  3. Run dynakey verify TOKEN --channel NAME --uid N, or --account TEXT in the place of --uid N.
  4. Each ✗ is a cause, with a hint: another App ID or certificate, a channel in other case, a uid
     where an account is meant, a token for anyone, an end in the past, a text that was cut.
  5. If all is well, the client joins with other values than those you logged, or sends no token.",
    },
    Explanation {
        code: "118",
        kind: Kind::Sdk,
        meaning: "The token has expired (ERR_DYNAMIC_KEY_EXPIRED, in browsers).",
        remedy: "As for 109: dynakey explain 109.",
    },
    Explanation {
        code: "119",
        kind: Kind::Sdk,
        meaning: "A token came, but the project has no App Certificate switched on \
                  (ERR_STATIC_USE_DYNAMIC_KEY, in browsers).",
        remedy: "Switch on the primary certificate in the console, or join without a token.",
    },
];

/// Every explanation, each code once.
pub(crate) fn all() -> Vec<Explanation> {
    let errors = ErrorCode::ALL.iter().map(|code| Explanation {
        code: code.as_str(),
        kind: Kind::Error,
        meaning: code.meaning(),
        remedy: code.remedy(),
    });
    let findings = FindingCode::ALL.iter().map(|code| Explanation {
        code: code.as_str(),
        kind: if code.level() == Level::Warning { Kind::Warning } else { Kind::Finding },
        meaning: code.meaning(),
        remedy: code.remedy(),
    });
    let mut all: Vec<Explanation> = Vec::new();
    for explanation in errors.chain(findings).chain(COMMAND_LINE).chain(SDK) {
        if all.iter().all(|known| known.code != explanation.code) {
            all.push(explanation);
        }
    }
    all
}

/// The codes that `code` may be a slip of, the nearest first.
pub(crate) fn nearest(code: &str) -> Vec<&'static str> {
    let mut near: Vec<_> = all()
        .into_iter()
        .map(|known| (strsim::jaro_winkler(code, known.code), known.code))
        .filter(|(likeness, _)| *likeness > LIKE)
        .collect();
    near.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    near.into_iter().take(MAX_NEAREST).map(|(_, known)| known).collect()
}

/// Less than this likeness is no slip.
const LIKE: f64 = 0.8;
/// More suggestions help nobody.
const MAX_NEAREST: usize = 3;
