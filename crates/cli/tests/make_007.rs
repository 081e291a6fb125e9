//! Making version 007 tokens of every service.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use serde_json::Value;
use support::{bare, json, run, with_credentials};

/// What a token that is made holds.
fn made(arguments: &[&str]) -> Value {
    let run = run(with_credentials(arguments).arg("--json"));
    assert_eq!(run.code, 0, "{arguments:?}: {}", run.stderr);
    json(&run)["data"]["inspection"].clone()
}

/// The services of a token, each with its user and its privileges' names.
fn services(inspection: &Value) -> Vec<String> {
    inspection["services"]
        .as_array()
        .unwrap()
        .iter()
        .map(|service| {
            let privileges: Vec<_> = service["privileges"]
                .as_array()
                .unwrap()
                .iter()
                .map(|privilege| privilege["name"].as_str().unwrap())
                .collect();
            let field = |name: &str| service[name].as_str().unwrap_or("-");
            format!(
                "{} {} {} {}",
                field("name"),
                field("channel"),
                field("user"),
                privileges.join(",")
            )
            .trim_end()
            .to_owned()
        })
        .collect()
}

const PUBLISHER: &str = "join_channel,publish_audio,publish_video,publish_data";

#[test]
fn version_007_is_made_unless_another_is_said() {
    let inspection = made(&["rtc", "--channel", "room", "--uid", "42", "--ttl", "10m"]);
    assert_eq!(inspection["version"], "007");
    assert_eq!(services(&inspection), [format!("rtc room 42 {PUBLISHER}")]);
    let lasts =
        inspection["expires_at"].as_i64().unwrap() - inspection["issued_at"].as_i64().unwrap();
    assert_eq!(lasts, 600);
    let old = made(&["rtc", "--channel", "room", "--uid", "42", "--token-version", "006"]);
    assert_eq!(old["version"], "006");
}

#[test]
fn every_service_has_its_command() {
    for (arguments, expected) in [
        (
            &["rtc", "--channel", "room", "--account", "ann", "--role", "subscriber"][..],
            vec!["rtc room ann join_channel"],
        ),
        (&["rtm", "--account", "ann"], vec!["rtm - ann login"]),
        (&["rtm", "--account", "ann", "--permission", "users:write:bob"], vec!["rtm2 - ann login"]),
        (&["chat", "--account", "ann"], vec!["chat - ann user"]),
        (&["chat", "--app"], vec!["chat -  app"]),
        (
            &["apaas", "--room", "class", "--account", "ann", "--role", "2"],
            vec![
                "rtm - ann login",
                "chat - 7e0d7f8a5d96c24ffcc840f31bce72b2 user",
                "apaas class ann room_user",
            ],
        ),
        (&["apaas", "--account", "ann"], vec!["apaas  ann user"]),
        (&["apaas", "--app"], vec!["apaas   app"]),
        (&["fpa"], vec!["fpa - - login"]),
    ] {
        assert_eq!(services(&made(arguments)), expected, "{arguments:?}");
    }
    for (command, service) in [("convoai", "convo_ai - -"), ("stt", "stt - -")] {
        let inspection = made(&[command, "--channel", "room", "--uid", "42", "--rtm", "ann"]);
        let rtc = format!("rtc room 42 {PUBLISHER}");
        assert_eq!(services(&inspection), [rtc.as_str(), "rtm - ann login", service]);
        let inspection = made(&[command, "--channel", "room", "--uid", "42"]);
        assert_eq!(services(&inspection)[1], "rtm - 42 login");
    }
}

#[test]
fn what_a_token_of_very_many_services_shows_has_an_end() {
    let accounts: Vec<_> = (0..300).map(|number| format!("user-{number}")).collect();
    let arguments = accounts.iter().flat_map(|account| ["--rtm", account]);
    let arguments: Vec<_> = core::iter::once("token").chain(arguments).collect();
    let token = run(&mut with_credentials(&arguments)).stdout;
    for command in [bare(&["inspect", "-"]), with_credentials(&["verify", "-"])] {
        let mut command = command;
        let shown = run(command.write_stdin(token.clone())).stdout;
        // A service is a line for its name, one for its user and one for its privilege.
        assert!(shown.contains("and 400 more lines: --json tells all"), "{shown}");
        assert!(shown.lines().count() < 550);
    }
    let whole = run(bare(&["inspect", "-", "--json"]).write_stdin(token));
    assert_eq!(json(&whole)["data"]["services"].as_array().unwrap().len(), 300);
}

#[test]
fn one_token_opens_several_services() {
    let both = ["token", "--rtc", "room", "--uid", "42", "--rtm", "ann", "--ttl", "1h"];
    let token = run(&mut with_credentials(&both)).stdout;
    let shown = run(bare(&["inspect", "-"]).write_stdin(token)).stdout;
    for line in ["rtc service (1)", "rtm service (2)", "channel    \"room\"", "(in 1 h)"] {
        assert!(shown.contains(line), "{shown}");
    }
    let all = made(&[
        "token",
        "--rtc",
        "room",
        "--rtc",
        "hall",
        "--any-channel",
        "--account",
        "ann",
        "--role",
        "subscriber",
        "--rtm",
        "bob",
        "--streaming",
        "room",
        "--fpa",
        "--chat",
        "ann",
        "--chat-app",
        "--fcdn",
        "room",
        "--apaas-room",
        "class",
        "--apaas-role",
        "1",
        "--apaas",
        "ann",
        "--apaas-app",
        "--rtm2",
        "ann",
        "--permission",
        "users:read:a",
        "--convoai",
        "--stt",
    ]);
    assert_eq!(
        services(&all),
        [
            "rtc room ann join_channel",
            "rtc hall ann join_channel",
            "rtc * ann join_channel",
            "rtm - bob login",
            "streaming room ann publish_mixed_stream,publish_raw_stream",
            "fpa - - login",
            "chat - ann user",
            "chat -  app",
            "fcdn room ann play",
            "apaas class ann room_user",
            "apaas  ann user",
            "apaas   app",
            "rtm2 - ann login",
            "convo_ai - -",
            "stt - -",
        ]
    );
}

#[test]
fn what_does_not_go_together_exits_2_or_3() {
    for (code, arguments) in [
        (2, &["rtc", "--uid", "1"][..]),
        (2, &["rtc", "--channel", "a", "--any-channel", "--uid", "1"]),
        (2, &["chat"]),
        (2, &["chat", "--app", "--account", "ann"]),
        (2, &["apaas", "--room", "class", "--account", "ann"]),
        (2, &["apaas", "--room", "class", "--app", "--role", "1"]),
        (2, &["token"]),
        (2, &["token", "--rtc", "room"]),
        (2, &["token", "--rtm2", "ann"]),
        (2, &["token", "--rtm", "ann", "--permission", "users:read:bob"]),
        (2, &["token", "--rtm", "ann", "--uid", "4"]),
        (2, &["token", "--rtm", "ann", "--any-user"]),
        (2, &["token", "--streaming", "room", "--uid", "4", "--role", "subscriber"]),
        (2, &["token", "--apaas-room", "class", "--apaas-role", "1", "--uid", "1"]),
        (2, &["convoai", "--channel", "room", "--any-user"]),
        (2, &["rtm", "--account", "ann", "--permission", "users:fly:bob"]),
        (2, &["rtm", "--account", "ann", "--permission", "users:read:b", "--token-version", "006"]),
        (3, &["rtc", "--any-channel", "--any-user"]),
        (3, &["rtc", "--any-channel", "--uid", "1", "--token-version", "006"]),
        (3, &["rtc", "--channel", "*", "--uid", "1"]),
        (3, &["apaas", "--room", "class", "--account", "ann", "--role", "32768"]),
        (3, &["chat", "--account", "ann", "--ttl", "25h"]),
    ] {
        let run = run(&mut with_credentials(arguments));
        assert_eq!(run.code, code, "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn a_token_for_any_channel_is_verified_as_such_only() {
    let token = run(&mut with_credentials(&["rtc", "--any-channel", "--uid", "42"])).stdout;
    let verify = |arguments: &[&str]| {
        run(with_credentials(&[&["verify", "-"], arguments].concat()).write_stdin(token.clone()))
    };
    let good = verify(&["--any-channel", "--uid", "42"]);
    assert_eq!(good.code, 0, "{}", good.stdout);
    assert!(good.stdout.contains("[any_channel]"), "{}", good.stdout);
    let named = verify(&["--channel", "room", "--uid", "42"]);
    assert_eq!(named.code, 1);
    assert!(named.stdout.contains("say --any-channel"), "{}", named.stdout);
}
