//! One file for each command.

pub(crate) mod apaas;
pub(crate) mod chat;
pub(crate) mod completions;
pub(crate) mod conversation;
pub(crate) mod explain;
pub(crate) mod fpa;
pub(crate) mod inspect;
pub(crate) mod rtc;
pub(crate) mod rtm;
pub(crate) mod token;
pub(crate) mod token_argument;
pub(crate) mod verify;

use dynakey::Inspection;
use serde::Serialize;

use crate::failure::{Exit, Failure};
use crate::output::Output;

/// A token with what it holds.
#[derive(Serialize)]
struct Made<'a> {
    token: &'a str,
    inspection: Inspection,
}

/// Writes a token that was made: alone, or with what it holds.
fn write_token(token: &str, output: &Output) -> Result<Exit, Failure> {
    if output.json {
        Output::envelope(true, Made { token, inspection: dynakey::inspect(token)? })?;
    } else {
        Output::result(token)?;
    }
    Ok(Exit::Ok)
}
