//! Where output goes: streams, colour, and readers that go away.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::process::Stdio;

use support::{bare, run, token, with_credentials};

const RTC: [&str; 7] = ["rtc", "--token-version", "006", "--channel", "room", "--uid", "42"];

#[test]
fn json_is_one_line_that_begins_with_ok() {
    for (arguments, start) in [
        (&["explain", "usage", "--json"][..], r#"{"ok":true,"data":{"code":"usage","#),
        (&["inspect", &token(&[]), "--json"], r#"{"ok":true,"data":{"version":"006","#),
        (&["inspect", "", "--json"], r#"{"ok":false,"error":{"code":"malformed_token","#),
        (&["inspect", "--json"], r#"{"ok":false,"error":{"code":"usage","#),
        (&["--json"], r#"{"ok":false,"error":{"code":"usage","#),
    ] {
        let run = run(&mut bare(arguments));
        assert!(run.stdout.starts_with(start), "{}", run.stdout);
        assert_eq!(run.stdout.lines().count(), 1);
    }
}

#[test]
fn a_json_option_after_the_end_of_options_is_none() {
    let run = run(&mut bare(&["completions", "--", "--json"]));
    assert!(run.code == 2 && run.stdout.is_empty() && run.stderr.starts_with("error: "));
}

#[test]
fn colour_is_for_those_who_want_it() {
    let arguments = ["verify", &token(&[]), "--channel", "room", "--uid", "42"];
    let coloured = |name: &str| {
        let output = with_credentials(&arguments).env(name, "1").output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(coloured("CLICOLOR_FORCE"));
    assert!(!coloured("NO_COLOR"));
    assert!(!coloured("TERM"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dynakey"))
        .args(["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

/// A program that makes a token must not take a full disk for success.
#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_exits_2() {
    for more in [&[][..], &["--json"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dynakey"))
            .args([&RTC[..], more].concat())
            .env("AGORA_APP_ID", support::APP_ID)
            .env("AGORA_APP_CERTIFICATE", support::APP_CERTIFICATE)
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.starts_with("error: unwritable_output: "), "{stderr}");
    }
}

#[test]
fn control_characters_of_a_wrong_argument_reach_no_terminal() {
    let arguments = ["rtc", "--channel", "x", "--uid", "1", "--ttl", "\u{1b}[31m\u{7}"];
    let output = bare(&arguments).env("CLICOLOR_FORCE", "1").output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let (_, message) = stderr.split_once(": ").unwrap();
    assert!(!message.contains(['\u{1b}', '\u{7}']), "{stderr:?}");

    let arguments = [&RTC[..], &["--env-file", "/no/such\u{1b}file"]].concat();
    let output = bare(&arguments).env("CLICOLOR_FORCE", "1").output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("/no/such\\u{1b}file"), "{stderr:?}");
}

#[test]
fn no_arguments_at_all_give_the_help() {
    let run = run(&mut bare(&[]));
    assert!(run.code == 2 && run.stderr.contains("Usage: dynakey"), "{}", run.stderr);
}

#[test]
fn help_and_version_go_to_standard_output() {
    for arguments in [&["--help"][..], &["-V"], &["verify", "--help"], &["help", "rtc"]] {
        let run = run(&mut bare(arguments));
        assert!(run.code == 0 && !run.stdout.is_empty() && run.stderr.is_empty(), "{arguments:?}");
    }
    let version = format!("dynakey {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&mut bare(&["--version"])).stdout, version);
}
