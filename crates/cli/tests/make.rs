//! `dynakey rtc` and `dynakey rtm`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::{APP_ID, json, run, token, with_credentials};

fn rtc(arguments: &[&str]) -> support::Run {
    let all = [&["rtc", "--token-version", "006"], arguments].concat();
    run(&mut with_credentials(&all))
}

#[test]
fn the_token_stands_alone_on_standard_output() {
    let run = rtc(&["--channel", "room", "--uid", "42", "--ttl", "1h"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let token = run.stdout.strip_suffix('\n').unwrap();
    assert_eq!(token.len(), 139);
    assert!(token.starts_with(&format!("006{APP_ID}")));
}

#[test]
fn a_subscriber_has_a_shorter_token() {
    assert_eq!(token(&["--role", "subscriber"]).len(), 115);
}

#[test]
fn json_holds_the_token_and_what_it_says() {
    let run = rtc(&["--channel", "room", "--any-user", "--json"]);
    let envelope = json(&run);
    assert_eq!(envelope["ok"], true);
    assert!(envelope["data"]["token"].as_str().unwrap().starts_with("006"));
    assert_eq!(envelope["data"]["inspection"]["user_crc"], 0);
}

#[test]
fn bad_values_exit_3_with_code_and_one_line() {
    let long = "a".repeat(64);
    for (arguments, code) in [
        (&["--channel", "x", "--uid", "4294967296"][..], "invalid_uid"),
        (&["--channel", "x", "--uid", "-1"], "invalid_uid"),
        (&["--channel", "x", "--uid", "0"], "invalid_uid"),
        (&["--channel", "x", "--uid", "042"], "invalid_uid"),
        (&["--channel", "x", "--uid", "ann"], "invalid_uid"),
        (&["--channel", "x", "--uid", "99999999999999999999"], "invalid_uid"),
        (&["--channel", "x", "--account", ""], "invalid_user_account"),
        (&["--channel", &long, "--uid", "1"], "invalid_channel_name"),
        (&["--channel", "é", "--uid", "1"], "invalid_channel_name"),
        (&["--channel", "*", "--uid", "1"], "invalid_channel_name"),
        (&["--channel", "x", "--uid", "1", "--ttl", "25h"], "ttl_out_of_range"),
        (&["--channel", "x", "--uid", "1", "--ttl", "0"], "ttl_out_of_range"),
    ] {
        let run = rtc(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (3, ""), "{arguments:?}");
        assert!(run.stderr.starts_with(&format!("error: {code}: ")), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 2, "an error and its hint: {}", run.stderr);

        let run = rtc(&[arguments, &["--json"]].concat());
        let error = &json(&run)["error"];
        assert_eq!((run.code, &error["code"]), (3, &code.into()));
        assert!(error["message"].is_string() && error["hint"].is_string());
    }
}

#[test]
fn a_bad_app_id_exits_3() {
    let arguments = ["rtc", "--token-version", "006", "--channel", "x", "--uid", "1"];
    let run = run(with_credentials(&arguments).env("AGORA_APP_ID", &APP_ID[1..]));
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("invalid_app_id: app_id must be 32 hexadecimal digits"));
}

#[test]
fn a_version_that_is_not_known_exits_3() {
    let arguments = ["rtc", "--channel", "x", "--uid", "1", "--token-version", "8"];
    let run = run(&mut with_credentials(&arguments));
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("unsupported_version"));
    assert!(run.stderr.contains("hint: Say --token-version 006 or 007."), "{}", run.stderr);
}

#[test]
fn hints_speak_of_options() {
    let run = rtc(&["--channel", "x", "--uid", "0"]);
    assert!(run.stderr.contains("say --any-user") && !run.stderr.contains("ANY_USER"));
}

#[test]
fn a_wrong_command_line_exits_2() {
    for arguments in [
        &["--uid", "1"][..],
        &["--channel", "x"],
        &["--channel", "x", "--uid", "1", "--account", "ann"],
        &["--channel", "x", "--uid", "1", "--ttl", "soon"],
        &["--channel", "x", "--uid", "1", "--role", "admin"],
        &["--channel", "x", "--uid", "1", "--no-such-option"],
    ] {
        let run = rtc(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        let run = rtc(&[arguments, &["--json"]].concat());
        assert_eq!((run.code, &json(&run)["error"]["code"]), (2, &"usage".into()));
    }
}

#[test]
fn an_rtm_token_is_made_for_an_account() {
    let arguments = ["rtm", "--token-version", "006", "--account", "ann", "--ttl", "15m", "--json"];
    let run = run(&mut with_credentials(&arguments));
    let data = &json(&run)["data"];
    assert_eq!(data["inspection"]["services"][0]["name"], "rtm");
    let verify = ["verify", data["token"].as_str().unwrap(), "--account", "ann"];
    assert_eq!(support::run(&mut with_credentials(&verify)).code, 0);
}
