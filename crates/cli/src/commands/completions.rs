//! `dynakey completions`

use clap::CommandFactory;

use crate::args::{Cli, Completions};
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "dynakey", &mut script);
    Output::result(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Ok)
}
