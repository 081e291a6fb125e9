//! `dynakey inspect`

use crate::args::Inspect;
use crate::commands::token_argument::token;
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::{moment, view};

pub(crate) fn run(args: &Inspect, output: &Output) -> Result<Exit, Failure> {
    let inspection = dynakey::inspect(&token(&args.token)?)?;
    if output.json {
        Output::envelope(true, &inspection)?;
    } else {
        Output::result(&view::inspection(&inspection, moment::now()))?;
    }
    Ok(Exit::Ok)
}
