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
mod permission;
mod secret;
mod view;
mod words;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use dynakey::Grant;

use args::{Cli, Command};
use failure::{Exit, Failure};
use output::Output;

fn main() -> ExitCode {
    let outcome = match Cli::try_parse() {
        Ok(cli) => {
            let output = Output::new(cli.json);
            run(&cli.command, &output).or_else(|failure| output.fail(&failure))
        }
        Err(error) => unparsed(&error),
    };
    match outcome {
        Ok(exit) => exit.into(),
        Err(unwritable) => Output::new(false).fail(&unwritable).unwrap_or(Exit::Usage).into(),
    }
}

fn run(command: &Command, output: &Output) -> Result<Exit, Failure> {
    match command {
        Command::Rtc(rtc) => commands::rtc::run(rtc, output),
        Command::Rtm(rtm) => commands::rtm::run(rtm, output),
        Command::Chat(chat) => commands::chat::run(chat, output),
        Command::Apaas(apaas) => commands::apaas::run(apaas, output),
        Command::Fpa(fpa) => commands::fpa::run(fpa, output),
        Command::Convoai(convoai) => {
            commands::conversation::run(&convoai.conversation, Grant::convo_ai(), output)
        }
        Command::Stt(stt) => commands::conversation::run(&stt.conversation, Grant::stt(), output),
        Command::Token(token) => commands::token::run(token, output),
        Command::Inspect(inspect) => commands::inspect::run(inspect, output),
        Command::Verify(verify) => commands::verify::run(verify, output),
        Command::Explain(explain) => commands::explain::run(explain, output),
        Command::Completions(completions) => commands::completions::run(completions),
    }
}

/// Tells why the command line can't be parsed, or gives the help or version that it asks for.
fn unparsed(error: &clap::Error) -> Result<Exit, Failure> {
    if !error.use_stderr() {
        return Output::help(error).map(|()| Exit::Ok);
    }
    if let Some(refused) = Failure::refused_certificate(error) {
        return Output::new(wants_json()).fail(&refused);
    }
    if wants_json() {
        return Output::new(true).fail(&Failure::usage(error));
    }
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Output::help(error)?,
        _ => Output::unparsed(error),
    }
    Ok(Exit::Usage)
}

/// Whether `--json` stands among the arguments, which could not be parsed.
fn wants_json() -> bool {
    std::env::args_os().take_while(|argument| argument != "--").any(|argument| argument == "--json")
}
