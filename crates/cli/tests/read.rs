//! `dynakey inspect`, `verify`, `explain` and `completions`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::{Run, bare, json, run, token, with_credentials};

fn verify(token: &str, arguments: &[&str]) -> Run {
    run(&mut with_credentials(&[&["verify", token], arguments].concat()))
}

const ROOM_42: [&str; 4] = ["--channel", "room", "--uid", "42"];

#[test]
fn inspect_shows_privileges_with_the_time_they_have_left() {
    let run = run(&mut bare(&["inspect", &token(&["--ttl", "30m"])]));
    assert_eq!(run.code, 0);
    for part in ["version      006", "rtc service (1)", "1 join_channel", "Z (in ", "assumed"] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    // A second may pass between the two commands.
    assert!(run.stdout.contains("(in 30 min)") || run.stdout.contains("(in 29 min)"));
}

#[test]
fn inspect_says_how_long_ago_a_token_ended() {
    const ENDED: &str = "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLny\
                         KSJyOXR7dIfRBXoFHlEAABAAAAR/QQAAEAAQCvKDdW";
    let run = run(&mut bare(&["inspect", ENDED]));
    assert!(run.stdout.contains("ends         1970-01-13T20:38:31Z ("), "{}", run.stdout);
    assert!(run.stdout.contains("days ago)"));
}

#[test]
fn inspect_reads_standard_input_and_gives_json() {
    let mut command = bare(&["inspect", "-", "--json"]);
    let run = run(command.write_stdin(format!("  {}\n", token(&[]))));
    let data = &json(&run)["data"];
    assert_eq!(data["version"], "006");
    assert_eq!(data["services"][0]["privileges"].as_array().unwrap().len(), 4);
}

#[test]
fn what_cannot_be_inspected_exits_3() {
    for (token, code) in [("", "malformed_token"), ("003eJxT", "unsupported_version")] {
        let text = run(&mut bare(&["inspect", token]));
        assert_eq!((text.code, text.stdout.as_str()), (3, ""));
        assert!(text.stderr.contains(code), "{}", text.stderr);

        let run = run(&mut bare(&["inspect", token, "--json"]));
        let envelope = json(&run);
        assert_eq!((run.code, &envelope["ok"]), (3, &false.into()));
        assert_eq!(
            (&envelope["error"]["code"], &envelope["error"]["argument"]),
            (&code.into(), &"token".into())
        );
    }
    for command in [["inspect", "-"], ["verify", "-"]] {
        let run = run(bare(&command).write_stdin(&b"006\xff\xfe"[..]));
        assert!([1, 3].contains(&run.code));
        assert!((run.stdout + &run.stderr).contains("malformed_token"));
    }
}

#[test]
fn a_good_token_exits_0_through_a_pipe() {
    let mut command = with_credentials(&[&["verify", "-"], &ROOM_42[..]].concat());
    let good = run(command.write_stdin(format!("{}\n", token(&[]))));
    assert_eq!(good.code, 0, "{}", good.stdout);
    assert!(good.stdout.contains("✓ signature  fits the primary certificate"));
    assert!(good.stdout.trim_end().ends_with("ok: the token is good"));
}

#[test]
fn a_channel_in_another_case_exits_1_and_the_hint_says_so() {
    let run = verify(&token(&[]), &["--channel", "Room", "--uid", "42"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("✗ channel") && run.stdout.contains("[channel_mismatch]"));
    assert!(run.stdout.contains("hint: The token's channel is \"room\", which differs in case."));
}

#[test]
fn every_wrong_expectation_names_its_finding() {
    let good = token(&[]);
    let truncated = &good[..good.len() - 4];
    for (token, arguments, code) in [
        (good.as_str(), &["--channel", "hall", "--uid", "42"][..], "channel_mismatch"),
        (&good, &["--channel", "room", "--uid", "43"], "user_mismatch"),
        (&good, &["--channel", "room", "--uid", "42", "--at", "4000000000"], "token_expired"),
        (&good, &["--channel", "room", "--uid", "42", "--service", "rtm"], "service_missing"),
        (&good, &["--channel", "room", "--uid", "42", "--privilege", "login"], "privilege_missing"),
        (&good, &["--channel", "room", "--uid", "42", "--privilege", "77"], "privilege_missing"),
        (
            &good,
            &["--channel", "room", "--uid", "42", "--min-remaining", "9999"],
            "expires_too_soon",
        ),
        (truncated, &["--channel", "room", "--uid", "42"], "malformed_token"),
    ] {
        let text = verify(token, arguments);
        assert_eq!(text.code, 1, "{code}");
        assert!(text.stdout.contains(&format!("[{code}]")), "{}", text.stdout);

        let run = verify(token, &[arguments, &["--json"]].concat());
        let envelope = json(&run);
        assert_eq!((run.code, &envelope["ok"]), (1, &false.into()));
        let findings = envelope["data"]["findings"].as_array().unwrap();
        assert!(findings.iter().any(|finding| finding["code"] == code), "{envelope}");
    }
}

#[test]
fn another_certificate_is_a_signature_mismatch() {
    let mut command = with_credentials(&[&["verify", &token(&[])], &ROOM_42[..]].concat());
    let run = run(command.env("AGORA_APP_CERTIFICATE", "00112233445566778899aabbccddeeff"));
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("[signature_mismatch]"));
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_summed_up_in_the_last_line() {
    let arguments = ["--channel", "hall", "--uid", "43", "--at", "2040-01-01T00:00:00Z"];
    let run = verify(&token(&[]), &arguments);
    assert_eq!(run.code, 1);
    let codes = ["channel_mismatch", "user_mismatch", "privilege_expired", "token_expired"];
    assert_eq!(run.stdout.lines().last(), Some(&*format!("failed: {}", codes.join(", "))));
    for code in codes {
        let mut lines = run.stdout.lines().skip_while(|line| !line.contains(&format!("[{code}]")));
        assert!(lines.next().unwrap().starts_with('✗'), "{}", run.stdout);
        assert!(lines.next().unwrap().trim_start().starts_with("hint: "), "{}", run.stdout);
    }
    assert!(run.stdout.contains("– signature  undecidable"));
}

#[test]
fn what_only_a_checksum_says_is_told_as_such() {
    let good = token(&[]);
    let proven = verify(&good, &ROOM_42);
    assert!(proven.stdout.contains("✓ user       42\n"), "{}", proven.stdout);
    let checked = run(&mut bare(&[&["verify", &good], &ROOM_42[..]].concat()));
    assert!(checked.stdout.contains("✓ user       42, by its checksum\n"), "{}", checked.stdout);
    let undecided = verify(&good, &["--channel", "hall", "--uid", "42"]);
    assert!(undecided.stdout.contains("42, by its checksum\n"), "{}", undecided.stdout);
}

#[test]
fn a_check_that_was_not_made_has_no_tick() {
    let run = verify(&token(&[]), &["--service", "rtm", "--account", "ann"]);
    assert!(run.stdout.contains("✗ service") && run.stdout.contains("– privileges"));
    let arguments = ["rtm", "--token-version", "006", "--account", "ann"];
    let rtm = support::run(&mut with_credentials(&arguments)).stdout;
    let run = verify(rtm.trim_end(), &["--account", "ann"]);
    assert!(run.code == 0 && run.stdout.contains("– channel    an RTM token has none"));
    let run = verify(rtm.trim_end(), &["--channel", "room", "--account", "ann"]);
    assert!(run.code == 1 && run.stdout.contains("hint: Leave --channel out"), "{}", run.stdout);
}

#[test]
fn warnings_are_marked_and_do_not_fail() {
    let run = verify(&token(&["--role", "subscriber"]), &ROOM_42);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("! privileges") && run.stdout.contains("[join_only]"));
}

#[test]
fn verify_has_the_leeway_and_the_time_that_are_asked_for() {
    let good = token(&["--ttl", "60s"]);
    let inspection = json(&run(&mut bare(&["inspect", &good, "--json"])));
    let end = inspection["data"]["services"][0]["privileges"][0]["expires_at"].as_i64().unwrap();
    for (at, leeway, code) in [(end - 1, "0", 0), (end, "0", 1), (end, "1", 0), (end + 9, "9", 1)] {
        let time = at.to_string();
        let arguments = [&ROOM_42[..], &["--at", &time, "--leeway", leeway]].concat();
        assert_eq!(verify(&good, &arguments).code, code, "{at} {leeway}");
    }
    assert_eq!(verify(&good, &[&ROOM_42[..], &["--at", "yesterday"]].concat()).code, 2);
}

#[test]
fn an_any_user_token_fails_for_a_named_user() {
    let arguments = ["rtc", "--token-version", "006", "--channel", "room", "--any-user"];
    let anyone = run(&mut with_credentials(&arguments)).stdout;
    let named = verify(anyone.trim_end(), &ROOM_42);
    assert_eq!(named.code, 1);
    assert!(named.stdout.contains("[user_mismatch]") && named.stdout.contains("any user"));
    assert!(named.stdout.contains("or say --any-user."), "{}", named.stdout);
    assert_eq!(verify(anyone.trim_end(), &["--channel", "room", "--any-user"]).code, 0);
}

#[test]
fn changed_checksums_fail() {
    let mut token = token(&[]).into_bytes();
    token[85] = if token[85] == b'A' { b'B' } else { b'A' };
    let run = verify(&String::from_utf8(token).unwrap(), &ROOM_42);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("[checksum_mismatch]"), "{}", run.stdout);
}

#[test]
fn without_credentials_nothing_exits_0() {
    let good = token(&[]);
    let consistent = run(&mut bare(&[&["verify", &good], &ROOM_42[..]].concat()));
    assert_eq!(consistent.code, 4);
    assert!(consistent.stderr.contains("the signature is not checked"));
    assert!(consistent.stdout.contains("not proven"));

    let arguments = ["verify", &good, "--channel", "Room", "--uid", "42", "--json"];
    let inconsistent = run(&mut bare(&arguments));
    assert_eq!((inconsistent.code, &json(&inconsistent)["ok"]), (1, &false.into()));
}

#[test]
fn with_credentials_but_no_channel_the_signature_is_unchecked() {
    let good = token(&[]);
    for arguments in [&[][..], &["--channel", "room"], &["--uid", "42"]] {
        let run = verify(&good, arguments);
        assert_eq!(run.code, 4, "{}", run.stdout);
        assert!(run.stdout.contains("[signature_unchecked]"));
    }
    // A warning beside it changes nothing.
    assert_eq!(verify(&token(&["--role", "subscriber"]), &["--uid", "42"]).code, 4);
}

#[test]
fn names_are_escaped_before_they_reach_a_terminal() {
    let run = verify(&token(&[]), &["--channel", "a\u{1b}[31mb\n", "--uid", "42"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("\\u{1b}[31mb\\n"), "{}", run.stdout);
}

#[test]
fn bad_expectations_exit_3() {
    for arguments in [
        &["--service", "chats"][..],
        &["--privilege", "fly"],
        &["--leeway", "-1"],
        &["--at", "-1"],
        &["--uid", "0"],
    ] {
        assert_eq!(verify(&token(&[]), arguments).code, 3, "{arguments:?}");
    }
}

#[test]
fn explain_knows_every_code() {
    let all = run(&mut bare(&["explain", "--json"]));
    let codes: Vec<String> = json(&all)["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|explanation| explanation["code"].as_str().unwrap().to_owned())
        .collect();
    let listed = run(&mut bare(&["explain"])).stdout;
    for code in dynakey::ErrorCode::ALL
        .iter()
        .map(|code| code.as_str())
        .chain(dynakey::FindingCode::ALL.iter().map(|code| code.as_str()))
        .chain(["usage", "missing_credentials", "unreadable_input", "unwritable_output"])
        .chain(["101", "102", "109", "110", "118", "119"])
    {
        assert_eq!(codes.iter().filter(|known| *known == code).count(), 1, "{code}");
        assert!(listed.contains(&format!("{code}, ")), "{code}");
        let run = run(&mut bare(&["explain", code]));
        assert!(run.code == 0 && run.stdout.lines().count() >= 3, "{code}");
    }
}

#[test]
fn explain_has_the_steps_to_the_cause_of_110() {
    let text = run(&mut bare(&["explain", "110"])).stdout;
    assert!(text.contains("1. ") && text.contains("dynakey verify TOKEN --channel NAME --uid N"));
    let envelope = json(&run(&mut bare(&["explain", "110", "--json"])));
    assert_eq!((&envelope["ok"], &envelope["data"]["kind"]), (&true.into(), &"sdk".into()));
}

#[test]
fn explain_takes_a_code_as_it_is_spoken_and_suggests_the_nearest() {
    assert_eq!(run(&mut bare(&["explain", "Channel-Mismatch"])).code, 0);
    let slip = run(&mut bare(&["explain", "chanel_mismach"]));
    assert_eq!((slip.code, slip.stdout.as_str()), (2, ""));
    assert!(slip.stderr.contains("Did you mean channel_mismatch"), "{}", slip.stderr);
    let unknown = run(&mut bare(&["explain", "7777", "--json"]));
    assert_eq!((unknown.code, &json(&unknown)["error"]["code"]), (2, &"usage".into()));
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = run(&mut bare(&["completions", shell]));
        assert!(run.code == 0 && run.stdout.contains("any-user"), "{shell}");
        assert!(!run.stdout.contains("--app-certificate "), "{shell} offers a refused option");
    }
}

#[test]
fn every_help_has_an_example() {
    for command in ["rtc", "rtm", "inspect", "verify", "explain", "completions"] {
        let run = run(&mut bare(&[command, "--help"]));
        assert!(run.code == 0 && run.stdout.contains("Example"), "{command}");
    }
    let run = run(&mut bare(&["--help"]));
    assert!(run.stdout.contains("Exit codes") && run.stdout.contains("Examples"));
}
