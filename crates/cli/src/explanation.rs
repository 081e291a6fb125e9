//! What every code means: the library's, the command line's, and those of Agora's SDKs that a bad
//! token causes.

use dynakey::{ErrorCode, FindingCode};

/// A code with its meaning and its remedy.
pub(crate) struct Explanation {
    pub(crate) code: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) remedy: &'static str,
}

const COMMAND_LINE: [Explanation; 3] = [
    Explanation {
        code: "missing_credentials",
        meaning: "No App ID and App Certificate were found.",
        remedy: "Set AGORA_APP_ID and AGORA_APP_CERTIFICATE, or see dynakey --help for other ways.",
    },
    Explanation {
        code: "usage",
        meaning: "The command line is not one that dynakey understands.",
        remedy: "See dynakey --help, or the help of the command.",
    },
    Explanation {
        code: "unreadable_input",
        meaning: "A file or standard input can't be read.",
        remedy: "Check the path, its permissions and its format; what it holds is never shown.",
    },
];

/// <https://docs.agora.io/en/video-calling/troubleshooting/error-codes>
const SDK: [Explanation; 2] = [
    Explanation {
        code: "109",
        meaning: "Agora's SDKs: the token has expired.",
        remedy: "Make a new token and renew it in the client; see with dynakey inspect which end \
                 came first, the token's or a privilege's. An end in 1970 means that a duration \
                 was given for a time.",
    },
    Explanation {
        code: "110",
        meaning: "Agora's SDKs: the token is invalid. Every mistake gives this one error.",
        remedy: "Set the server's credentials and run dynakey verify TOKEN --channel NAME --uid N \
                 (or --account TEXT) with the very channel and user that the client joins with: \
                 each check is told apart. The usual causes: another App ID or certificate, a \
                 channel in other case, a uid where an account is meant or 0 for a named user, \
                 an end in the past, a text that was cut.",
    },
];

/// Every explanation, each code once.
pub(crate) fn all() -> Vec<Explanation> {
    let errors = ErrorCode::ALL.iter().map(|code| Explanation {
        code: code.as_str(),
        meaning: code.meaning(),
        remedy: code.remedy(),
    });
    let findings = FindingCode::ALL.iter().map(|code| Explanation {
        code: code.as_str(),
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
