//! The vectors and bad inputs that every language runs, through the binary.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use serde_json::Value;
use support::{Run, bare, json, run, with_credentials};

fn data(file: &str, list: &str) -> Vec<Value> {
    let path = format!("{}/../../testdata/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()[list].as_array().unwrap().clone()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// App ID, certificate, and the options that name whom a vector's token is for.
fn identity(row: &Value) -> (&str, &str, Vec<String>) {
    let input = &row["input"];
    let args = &input["args"];
    let (app_id, certificate, channel, user, is_number) = match row["op"].as_str() {
        None => (
            &input["app_id"],
            &input["app_certificate"],
            &input["channel"],
            &input["uid"],
            input["uid_kind"] == "int",
        ),
        Some("rtm") => {
            let account = format!("--account={}", text(&args[2]));
            return (text(&args[0]), text(&args[1]), vec![account, "--service=rtm".to_owned()]);
        }
        Some(op) => (&args[0], &args[1], &args[2], &args[3], op == "rtc_uid"),
    };
    let user = match (is_number, user) {
        (true, Value::Number(number)) if number.as_u64() != Some(0) => format!("--uid={number}"),
        (_, Value::String(account)) if !account.is_empty() => format!("--account={account}"),
        _ => "--any-user".to_owned(),
    };
    let options = vec![format!("--channel={}", text(channel)), user, "--service=rtc".to_owned()];
    (text(app_id), text(certificate), options)
}

#[test]
fn every_vector_is_inspected_and_its_signature_verified() {
    let rows = data("vectors_006.json", "vectors");
    assert_eq!(rows.len(), 149);
    let mut unverified = 0;
    for row in &rows {
        let (id, token) = (&row["id"], text(&row["token"]));
        let inspected = run(&mut bare(&["inspect", token, "--json"]));
        let salt = &json(&inspected)["data"]["salt"];
        assert_eq!((inspected.code, salt), (0, &row["input"]["salt"]), "{id}");

        let (app_id, certificate, options) = identity(row);
        if options.iter().any(|option| option.contains('\0')) {
            // A NUL can't be typed.
            unverified += 1;
            continue;
        }
        let mut command = bare(&["verify", token, "--json"]);
        command
            .args(&options)
            .env("AGORA_APP_ID", app_id)
            .env("AGORA_APP_CERTIFICATE", certificate);
        let report = json(&run(&mut command));
        assert_eq!(report["data"]["signature"], "valid", "{id} {options:?} {report}");
    }
    assert_eq!(unverified, 1);
}

#[test]
fn every_vector_of_version_007_is_inspected_and_its_signature_verified() {
    let rows = data("vectors_007.json", "vectors");
    assert_eq!(rows.len(), 96);
    for row in &rows {
        let (id, token, input) = (&row["id"], text(&row["token"]), &row["input"]);
        let inspected = run(&mut bare(&["inspect", token, "--json"]));
        let salt = &json(&inspected)["data"]["salt"];
        assert_eq!((inspected.code, salt), (0, &input["salt"]), "{id}");
        assert_eq!(run(&mut bare(&["inspect", token])).code, 0, "{id}");

        let (app_id, certificate) = match input.get("args") {
            Some(args) => (&args[0], &args[1]),
            None => (&input["app_id"], &input["app_certificate"]),
        };
        let mut command = bare(&["verify", token, "--json"]);
        command.env("AGORA_APP_ID", text(app_id)).env("AGORA_APP_CERTIFICATE", text(certificate));
        let report = json(&run(&mut command));
        assert_eq!(report["data"]["signature"], "valid", "{id} {report}");
    }
}

/// How a value is written after an option; `None` for what no argument can be.
fn argument(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        // More bits are for the parser.
        Value::Number(number) if number.is_i64() => Some(number.to_string()),
        Value::Object(object) if object.get("$")? == "repeat" => {
            let times = object["times"].as_u64()?.try_into().ok()?;
            Some(text(&object["text"]).repeat(times))
        }
        _ => None,
    }
}

/// What the command line answers to a call that must fail; `None` if it can't be called so.
fn answer(case: &Value) -> Option<Run> {
    let args = case["args"].as_object()?;
    let call = text(&case["call"]);
    let mut command = match call {
        "app" => bare(&["rtc", "--token-version=006", "--channel=room", "--uid=1", "--json"]),
        "app_rtc" => with_credentials(&["rtc", "--json"]),
        "app_rtm" => with_credentials(&["rtm", "--json"]),
        "app_chat_user" => with_credentials(&["chat", "--json"]),
        "app_chat_app" => with_credentials(&["chat", "--app", "--json"]),
        "app_apaas_room" | "app_apaas_user" => with_credentials(&["apaas", "--json"]),
        "app_apaas_app" => with_credentials(&["apaas", "--app", "--json"]),
        "inspect" => bare(&["inspect", "-", "--json"]),
        "verify" => with_credentials(&["verify", "-", "--json"]),
        _ => return None,
    };
    for (name, value) in args {
        if name == "privileges" {
            for privilege in value.as_array()? {
                command.arg(format!("--privilege={}", argument(privilege)?));
            }
            continue;
        }
        let written = argument(value)?;
        // A number is no text for an option that takes texts.
        let is_text = !value.is_number();
        match (name.as_str(), is_text) {
            ("token", true) => {
                command.write_stdin(written);
            }
            // Nothing is what an empty variable holds.
            ("app_id" | "app_certificate", true) if !written.is_empty() => {
                let name = format!("AGORA_{}", name.to_uppercase());
                command.env(name, written);
            }
            ("user", false) if ["app_rtc", "verify"].contains(&call) => {
                command.arg(format!("--uid={written}"));
            }
            ("user", true) => {
                command.arg(format!("--account={written}"));
            }
            ("version", true) => {
                command.arg(format!("--token-version={written}"));
            }
            // What is no name of a role or no lifetime is for the parser.
            ("role", true) if ["publisher", "subscriber"].contains(&&*written) => {
                command.arg(format!("--role={written}"));
            }
            // That of APaaS is a number.
            ("role", false) if call == "app_apaas_room" => {
                command.arg(format!("--role={written}"));
            }
            ("ttl", false) if !written.starts_with('-') => {
                command.arg(format!("--ttl={written}"));
            }
            ("channel" | "room" | "service", true) | ("leeway" | "min_remaining" | "at", false) => {
                command.arg(format!("--{}={written}", name.replace('_', "-")));
            }
            _ => return None,
        }
    }
    Some(run(&mut command))
}

/// Runs the cases of a file that can be typed, and counts them, so that none is lost in silence.
fn run_bad_inputs(file: &str) -> usize {
    let mut count = 0;
    for case in data(file, "cases") {
        let token = case["args"]["token"].as_str().unwrap_or_default();
        if token.trim() != token {
            // White space around a token does not matter here.
            continue;
        }
        let Some(run) = answer(&case) else { continue };
        let error = &json(&run)["error"];
        assert_eq!(run.code, 3, "{case} {error}");
        assert_eq!(
            (&error["code"], &error["argument"]),
            (&case["code"], &case["argument"]),
            "{case}"
        );
        count += 1;
    }
    count
}

#[test]
fn every_bad_input_that_can_be_typed_exits_3_with_its_code() {
    assert_eq!(run_bad_inputs("bad_inputs.json"), 122);
}

#[test]
fn every_bad_input_of_version_007_that_can_be_typed_exits_3_with_its_code() {
    assert_eq!(run_bad_inputs("bad_inputs_007.json"), 92);
}

#[test]
fn a_token_may_have_white_space_around_it() {
    let token = support::token(&[]);
    for padded in [format!("{token}\r\n"), format!("  {token}")] {
        assert_eq!(run(bare(&["inspect", "-"]).write_stdin(padded.clone())).code, 0);
        assert_eq!(run(&mut bare(&["inspect", &padded])).code, 0);
    }
}
