//! Tokens that an attacker, a bug or a bad copy may bring, through the binary.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use serde_json::Value;
use support::{bare, json, run, with_credentials};

/// A row's token, which may be told in parts.
fn token(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(token).collect(),
        repeated => {
            let times = repeated["times"].as_u64().unwrap().try_into().unwrap();
            repeated["text"].as_str().unwrap().repeat(times)
        }
    }
}

#[test]
fn every_hostile_token_is_told_as_what_it_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/hostile_tokens.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let rows = document["tokens"].as_array().unwrap();
    assert!(rows.len() > 150, "{} rows", rows.len());
    let options = ["verify", "-", "--channel=room", "--uid=42", "--at=1700000010"];
    for row in rows {
        let about = format!("{} {}", row["id"], row["about"]);
        let token = token(&row["token"]);
        let verify = || with_credentials(&options);
        let verified = run(verify().arg("--json").write_stdin(token.clone()));
        let findings = &json(&verified)["data"]["findings"];
        let codes: Vec<_> =
            findings.as_array().unwrap().iter().map(|found| found["code"].clone()).collect();
        assert_eq!(verified.code, i32::from(row["ok"] != true), "{about}");

        let inspected = run(bare(&["inspect", "-", "--json"]).write_stdin(token.clone()));
        if row["error"].is_string() {
            assert_eq!(codes, [row["error"].clone()], "{about}");
            assert_eq!(inspected.code, 3, "{about}");
            assert_eq!(json(&inspected)["error"]["code"], row["error"], "{about}");
        } else {
            assert_eq!(Value::Array(codes), row["findings"], "{about}");
            assert_eq!(inspected.code, 0, "{about}");
            // Names that a stranger chose are shown to people here.
            let shown = run(verify().write_stdin(token)).stdout;
            assert!(!shown.contains(['\u{1b}', '\0', '\u{202e}']), "{about}: {shown}");
        }
    }
}
