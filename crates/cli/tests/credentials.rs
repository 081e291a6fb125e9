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
fn an_empty_variable_is_not_set() {
    let mut command = bare(&RTC);
    command.env("AGORA_APP_ID", "").env("AGORA_APP_CERTIFICATE", "");
    command.env("APP_ID", APP_ID).env("APP_CERTIFICATE", APP_CERTIFICATE);
    assert!(made_by_the_sample_project(&run(&mut command)));
}

/// Another pair doesn't stand in for it: it would be another project's.
#[cfg(unix)]
#[test]
fn a_variable_that_is_not_a_text_exits_2_and_is_named_but_not_shown() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    for name in ["AGORA_APP_ID", "AGORA_APP_CERTIFICATE"] {
        let given = [APP_CERTIFICATE.as_bytes(), b"\xff"].concat();
        let mut command = with_credentials(&RTC);
        command.env("APP_ID", OTHER).env("APP_CERTIFICATE", OTHER);
        let run = run(command.env(name, OsStr::from_bytes(&given)));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        let message =
            format!("error: unreadable_input: the variable {name} is not a text in UTF-8");
        assert!(run.stderr.starts_with(&message), "{}", run.stderr);
    }
}

#[test]
fn an_env_file_comes_before_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    // The last line of a name counts.
    let pair = format!("APP_ID={APP_ID}\nAPP_CERTIFICATE=\"{APP_CERTIFICATE}\"\n");
    fs::write(&file, format!("# ours\nAPP_ID={OTHER}\n{pair}")).unwrap();
    let arguments = [&RTC[..], &["--env-file", file.to_str().unwrap()]].concat();
    let run = run(bare(&arguments).env("AGORA_APP_ID", OTHER).env("AGORA_APP_CERTIFICATE", OTHER));
    assert!(made_by_the_sample_project(&run));
}

#[test]
fn an_env_file_without_a_pair_leaves_it_to_the_environment_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    fs::write(&file, format!("AGORA_APP_ID={OTHER}\n")).unwrap();
    let arguments = [&RTC[..], &["--env-file", file.to_str().unwrap()]].concat();
    let run = run(&mut with_credentials(&arguments));
    assert!(made_by_the_sample_project(&run));
    assert!(run.stderr.contains("sets AGORA_APP_ID but not AGORA_APP_CERTIFICATE"));
    assert!(run.stderr.contains("holds no complete pair"));
}

#[test]
fn odd_lines_of_an_env_file_are_left_out_and_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    let pair = format!("AGORA_APP_ID={APP_ID}\r\nAGORA_APP_CERTIFICATE={APP_CERTIFICATE}\r\n");
    fs::write(&file, format!("\u{feff}{pair}TITLE=My {APP_CERTIFICATE} App\n")).unwrap();
    let run = run(&mut bare(&[&RTC[..], &["--env-file", file.to_str().unwrap()]].concat()));
    assert!(made_by_the_sample_project(&run));
    assert!(run.stderr.contains("a line is not of the form NAME=VALUE"), "{}", run.stderr);
}

#[test]
fn a_file_that_cannot_be_read_exits_2() {
    let folder = tempfile::tempdir().unwrap();
    let (binary, large) = (folder.path().join("binary"), folder.path().join("large"));
    fs::write(&binary, b"\xff\xfe").unwrap();
    fs::write(&large, "x".repeat(100_000)).unwrap();
    for path in [binary.to_str().unwrap(), large.to_str().unwrap(), "/no/such/file", "/"] {
        for arguments in
            [&["--env-file", path][..], &["--app-id", APP_ID, "--app-certificate-file", path]]
        {
            let run = run(&mut bare(&[&RTC[..], arguments].concat()));
            assert_eq!((run.code, run.stdout.as_str()), (2, ""));
            assert!(run.stderr.starts_with("error: unreadable_input: "), "{}", run.stderr);
        }
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
fn a_certificate_as_an_argument_is_refused_with_a_hint() {
    for option in ["--app-certificate", "--certificate", "--secondary-certificate", "--secret"] {
        for arguments in [&[option, APP_CERTIFICATE][..], &[&format!("{option}={APP_CERTIFICATE}")]]
        {
            let text = run(&mut with_credentials(&[&RTC[..], arguments].concat()));
            assert_eq!((text.code, text.stdout.as_str()), (2, ""));
            assert!(text.stderr.starts_with("error: usage: a certificate is never an argument"));
            assert!(text.stderr.contains("hint: Pass --app-certificate-file"), "{}", text.stderr);

            let run = run(&mut with_credentials(&[&RTC[..], arguments, &["--json"]].concat()));
            assert_eq!(
                (run.code, &json(&run)["error"]["argument"]),
                (2, &"app_certificate".into())
            );
        }
    }
}

/// `run` asserts that no output shows the certificate; here a cut one, one in groups of digits and a
/// token are looked for.
#[test]
fn secrets_in_wrong_places_are_not_repeated() {
    let cut = &APP_CERTIFICATE[1..];
    let grouped = "5CFd2fd1-755d-40ec-b729-77518be15d3b";
    let token = token(&[]);
    for secret in [APP_CERTIFICATE, cut, grouped, &token] {
        for arguments in [
            &[secret][..],
            &["rtc", secret],
            &["rtc", "--channel", "x", "--uid", secret],
            &["rtc", "--channel", "x", "--uid", "1", "--ttl", secret],
            &["rtc", "--channel", "x", "--uid", "1", "--role", secret],
            &["rtc", "--channel", "x", "--uid", "1", "--token-version", secret],
            &["rtc", "--channel", "x", "--uid", "1", "--app-certificate-file", secret],
            &["rtc", "--app-id", APP_ID, "--app-certificate-file", secret, "--channel", "x"],
            &["rtc", "--channel", "x", "--uid", "1", "--env-file", secret],
            &["rtc", "--channel", "x", "--uid", "1", &format!("--{secret}")],
            &["inspect", cut],
            &["inspect", "-", secret],
            &["verify", cut, "--at", secret],
            &["verify", cut, "--leeway", secret],
            &["verify", cut, "--service", secret],
            &["verify", cut, "--privilege", secret],
            &["explain", secret],
            &["completions", secret],
        ] {
            for more in [&[][..], &["--json"]] {
                let run = run(&mut bare(&[arguments, more].concat()));
                assert!([2, 3].contains(&run.code), "{arguments:?}");
                let output = run.stdout + &run.stderr;
                assert!(!output.contains(secret) && !output.contains(cut), "{output}");
            }
        }
    }
}

/// Cut, doubled, spaced, with one wrong letter: wherever it comes from, it is told and not shown.
#[test]
fn a_mistaken_certificate_is_not_shown_either() {
    let folder = tempfile::tempdir().unwrap();
    let (file, env_file) = (folder.path().join("certificate"), folder.path().join(".env"));
    let with_wrong_letter =
        |at: usize| format!("{}g{}", &APP_CERTIFICATE[..at], &APP_CERTIFICATE[at + 1..]);
    for given in [
        APP_CERTIFICATE[1..].to_owned(),
        APP_CERTIFICATE[..31].to_owned(),
        format!("{APP_CERTIFICATE}0"),
        format!("{APP_CERTIFICATE}-x"),
        APP_CERTIFICATE.repeat(2),
        with_wrong_letter(0),
        with_wrong_letter(16),
        with_wrong_letter(31),
    ] {
        fs::write(&file, &given).unwrap();
        let pair = format!("AGORA_APP_ID={APP_ID}\nAGORA_APP_CERTIFICATE={given}\n");
        fs::write(&env_file, pair).unwrap();
        let id = ["--app-id", APP_ID, "--app-certificate-file"];
        for (arguments, stdin) in [
            (vec![], ""),
            (vec!["--env-file", env_file.to_str().unwrap()], ""),
            ([&id[..], &[file.to_str().unwrap()]].concat(), ""),
            ([&id[..], &["-"]].concat(), given.as_str()),
        ] {
            for json in [&[][..], &["--json"]] {
                let mut command = bare(&[&RTC[..], &arguments, json].concat());
                command.env("AGORA_APP_ID", APP_ID).env("AGORA_APP_CERTIFICATE", &given);
                let run = run(command.write_stdin(stdin));
                assert_eq!(run.code, 3);
                let output = run.stdout + &run.stderr;
                assert!(output.contains("invalid_app_certificate"), "{output}");
                for part in [&APP_CERTIFICATE[1..15], &APP_CERTIFICATE[17..31]] {
                    assert!(!output.contains(part), "{output}");
                }
            }
        }
    }
}

/// `run` asserts it.
#[test]
fn no_help_shows_what_the_environment_holds() {
    for command in ["rtc", "rtm", "chat", "apaas", "fpa", "token", "inspect", "verify", "explain"] {
        for help in ["-h", "--help"] {
            assert_eq!(run(&mut with_credentials(&[command, help])).code, 0, "{command}");
        }
    }
    assert_eq!(run(&mut with_credentials(&["--help"])).code, 0);
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
