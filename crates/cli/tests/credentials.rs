//! Where credentials come from, and that they go nowhere.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::fs;

use support::{APP_CERTIFICATE, APP_ID, Run, bare, json, run, token, with_credentials};

const OTHER: &str = "00112233445566778899aabbccddeeff";
const RTC: [&str; 7] = ["rtc", "--token-version", "006", "--channel", "room", "--uid", "42"];

fn made_by_the_sample_project(run: &Run) -> bool {
    assert_eq!(run.code, 0, "{}", run.stderr);
    let token = run.stdout.trim_end();
    let verify = ["verify", token, "--channel", "room", "--uid", "42"];
    support::run(&mut with_credentials(&verify)).code == 0
}

#[test]
fn nothing_set_exits_2_and_says_what_to_set() {
    let run = run(&mut bare(&RTC));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("missing_credentials") && run.stderr.contains("AGORA_APP_ID"));
}

#[test]
fn every_pair_of_names_works_and_is_never_mixed() {
    for (id, certificate) in [
        ("AGORA_APP_ID", "AGORA_APP_CERTIFICATE"),
        ("NEXT_PUBLIC_AGORA_APP_ID", "NEXT_AGORA_APP_CERTIFICATE"),
        ("APP_ID", "APP_CERTIFICATE"),
    ] {
        let run = run(bare(&RTC).env(id, APP_ID).env(certificate, APP_CERTIFICATE));
        assert!(made_by_the_sample_project(&run), "{id}");
    }
    let mixed = run(bare(&RTC).env("AGORA_APP_ID", APP_ID).env("APP_CERTIFICATE", APP_CERTIFICATE));
    assert_eq!(mixed.code, 2);
    assert!(mixed.stderr.contains("sets AGORA_APP_ID but not AGORA_APP_CERTIFICATE"));
}

#[test]
fn an_env_file_comes_before_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    fs::write(&file, format!("# ours\nAPP_ID={APP_ID}\nAPP_CERTIFICATE=\"{APP_CERTIFICATE}\"\n"))
        .unwrap();
    let arguments = [&RTC[..], &["--env-file", file.to_str().unwrap()]].concat();
    let run = run(bare(&arguments).env("AGORA_APP_ID", OTHER).env("AGORA_APP_CERTIFICATE", OTHER));
    assert!(made_by_the_sample_project(&run));
}

#[test]
fn an_unreadable_env_file_exits_2_without_showing_its_lines() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    fs::write(&file, format!("APP CERTIFICATE {APP_CERTIFICATE} = \"\n")).unwrap();
    for path in [file.to_str().unwrap(), "/no/such/file"] {
        let run = run(&mut bare(&[&RTC[..], &["--env-file", path]].concat()));
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("unreadable_input"));
    }
}

#[test]
fn a_certificate_file_or_standard_input_wins() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("certificate");
    fs::write(&file, format!("{APP_CERTIFICATE}\n")).unwrap();
    for (path, stdin) in [(file.to_str().unwrap(), ""), ("-", APP_CERTIFICATE)] {
        let more = ["--app-id", APP_ID, "--app-certificate-file", path];
        let mut command = bare(&[&RTC[..], &more].concat());
        command.env("AGORA_APP_ID", OTHER).env("AGORA_APP_CERTIFICATE", OTHER).write_stdin(stdin);
        assert!(made_by_the_sample_project(&run(&mut command)), "{path}");
    }
}

#[test]
fn an_app_id_without_its_certificate_exits_2() {
    let run = run(&mut with_credentials(&[&RTC[..], &["--app-id", OTHER]].concat()));
    assert_eq!(run.code, 2);
}

#[test]
fn a_certificate_as_an_argument_is_refused_and_not_repeated() {
    for arguments in [
        &["--app-certificate", APP_CERTIFICATE][..],
        &[&format!("--app-certificate={APP_CERTIFICATE}")],
        &["--certificate", APP_CERTIFICATE, "--json"],
    ] {
        let run = run(&mut with_credentials(&[&RTC[..], arguments].concat()));
        assert_eq!(run.code, 2);
        assert!(run.stdout.contains("usage") || run.stderr.contains("unexpected argument"));
    }
}

#[test]
fn a_wrong_certificate_is_not_shown_either() {
    let run = run(bare(&[&RTC[..], &["--json"]].concat())
        .env("AGORA_APP_ID", APP_ID)
        .env("AGORA_APP_CERTIFICATE", format!("{APP_CERTIFICATE} ")));
    assert_eq!((run.code, &json(&run)["error"]["code"]), (3, &"invalid_app_certificate".into()));
}

#[test]
fn token_and_certificate_cannot_share_standard_input() {
    let arguments = ["verify", "-", "--app-id", APP_ID, "--app-certificate-file", "-"];
    let run = run(bare(&arguments).write_stdin(token(&[])));
    assert_eq!(run.code, 2);
}

#[test]
fn a_secondary_certificate_verifies_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secondary");
    fs::write(&file, APP_CERTIFICATE).unwrap();
    let token = token(&[]);
    let verify = ["verify", &token, "--channel", "room", "--uid", "42", "--json"];
    let arguments =
        [&verify[..], &["--secondary-certificate-file", file.to_str().unwrap()]].concat();
    let mut command = bare(&arguments);
    command.env("AGORA_APP_ID", APP_ID).env("AGORA_APP_CERTIFICATE", OTHER);
    let rotated = run(&mut command);
    assert_eq!((rotated.code, &json(&rotated)["data"]["certificate"]), (0, &"secondary".into()));
    let mut command = bare(&verify);
    command.env("AGORA_APP_ID", APP_ID).env("AGORA_APP_CERTIFICATE", OTHER);
    let unknown = run(&mut command);
    assert_eq!(json(&unknown)["data"]["findings"][0]["code"], "signature_mismatch");
}
