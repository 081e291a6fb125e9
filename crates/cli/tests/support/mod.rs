//! Running the binary as a user does.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test binary uses a part of it")]

use assert_cmd::Command;

pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
pub const APP_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

/// What a run gave.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// `dynakey` with these arguments and nothing in its environment.
pub fn bare(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("dynakey").unwrap();
    command.env_clear().args(arguments);
    command
}

/// `dynakey` with the sample project in its environment.
pub fn with_credentials(arguments: &[&str]) -> Command {
    let mut command = bare(arguments);
    command.env("AGORA_APP_ID", APP_ID).env("AGORA_APP_CERTIFICATE", APP_CERTIFICATE);
    command
}

pub fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let run = Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    };
    assert!(!run.stdout.contains(APP_CERTIFICATE) && !run.stderr.contains(APP_CERTIFICATE));
    assert!(!run.stdout.contains('\u{1b}'), "colour is for terminals only");
    run
}

pub fn json(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.stdout).unwrap()
}

/// A token for the channel `room` and the uid 42.
pub fn token(more: &[&str]) -> String {
    let arguments =
        [&["rtc", "--token-version", "006", "--channel", "room", "--uid", "42"], more].concat();
    let run = run(&mut with_credentials(&arguments));
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout.trim_end().to_owned()
}
