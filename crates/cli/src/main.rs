//! `dynakey`: makes, reads and verifies Agora tokens.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing))]
#![forbid(unsafe_code)]

mod args;
mod commands;
mod credentials;
mod explanation;
mod failure;
mod lifetime;
mod moment;
mod output;
mod view;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use failure::{Exit, Failure};
use output::Output;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() && wants_json() => {
            return Output::new(true).fail(&Failure::usage(&error)).into();
        }
        Err(error) => {
            // A closed pipe is no reason to fail.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Ok }.into();
        }
    };
    let output = Output::new(cli.json);
    let outcome = match &cli.command {
        Command::Rtc(rtc) => commands::rtc::run(rtc, &output),
        Command::Rtm(rtm) => commands::rtm::run(rtm, &output),
        Command::Inspect(inspect) => commands::inspect::run(inspect, &output),
        Command::Verify(verify) => commands::verify::run(verify, &output),
        Command::Explain(explain) => commands::explain::run(explain, &output),
        Command::Completions(completions) => Ok(commands::completions::run(completions)),
    };
    outcome.unwrap_or_else(|failure| output.fail(&failure)).into()
}

/// Whether `--json` stands among the arguments, which could not be parsed.
fn wants_json() -> bool {
    std::env::args_os().any(|argument| argument == "--json")
}
