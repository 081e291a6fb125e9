//! `dynakey fpa`

use crate::args::Fpa;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Fpa, output: &Output) -> Result<Exit, Failure> {
    write_token(&Credentials::app(&args.credentials)?.fpa_token()?, output)
}
