//! Tokens that an attacker, a bug or a bad copy may bring.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{AccessToken, AccessToken2};
use dynakey::{Expectation, Level, check, inspect};
use serde_json::Value;
use support::{app, testdata};

const AT: u32 = 1_700_000_010;

fn expectation() -> Expectation<'static> {
    Expectation::new("room", 42).at(AT)
}

/// A row's token, which may be told in parts.
fn token(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(token).collect(),
        repeated => testdata::text(repeated, "text").repeat(testdata::number(&repeated["times"])),
    }
}

fn good_tokens() -> Vec<String> {
    let rows = testdata::rows("hostile_tokens.json", "tokens");
    let good: Vec<_> = rows[..2].iter().map(|row| token(&row["token"])).collect();
    assert!(good.iter().all(|token| app().verify(token, &expectation()).unwrap().ok));
    good
}

#[test]
fn every_hostile_token_is_told_as_what_it_is() {
    let rows = testdata::rows("hostile_tokens.json", "tokens");
    assert!(rows.len() > 150, "{} rows", rows.len());
    for row in rows {
        let about = format!("{} {}", row["id"], row["about"]);
        let token = token(&row["token"]);
        let report = app().verify(&token, &expectation()).unwrap();
        let codes: Vec<_> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(report.ok, row["ok"], "{about}: {codes:?}");
        let inspected = inspect(&token);
        if let Some(code) = row["error"].as_str() {
            let error = inspected.expect_err(&about);
            assert_eq!((error.code().as_str(), error.argument()), (code, Some("token")), "{about}");
            assert_eq!(codes, [code], "{about}");
        } else {
            assert!(inspected.is_ok(), "{about}: {inspected:?}");
            assert_eq!(serde_json::json!(codes), row["findings"], "{about}");
        }
        let checked = check(&token, &expectation()).unwrap();
        assert_eq!(checked.token.is_some(), row["error"].is_null(), "{about}");
        assert!(checked.consistent || !report.ok, "{about}");

        let readable = |version| row["error"].is_null() && token.starts_with(version);
        let mut object = AccessToken::new("", "", "", 0).unwrap();
        assert_eq!(object.from_string(&token), readable("006"), "{about}");
        let mut object = AccessToken2::new("", "", 0, 900).unwrap();
        assert_eq!(object.from_string(&token), readable("007"), "{about}");
    }
}

/// Every byte of a token replaced by every other that a text may hold there.
#[test]
fn a_changed_byte_is_an_error_a_failed_verification_or_the_very_same_token() {
    let app = app();
    for token in good_tokens() {
        let held = inspect(&token).unwrap();
        let mut same = 0;
        for at in 0..token.len() {
            for byte in (0..128).filter(|byte| *byte != token.as_bytes()[at]) {
                let mut changed = token.clone().into_bytes();
                changed[at] = byte;
                let changed = String::from_utf8(changed).unwrap();
                let report = app.verify(&changed, &expectation()).unwrap();
                if report.ok {
                    assert_eq!(report.token.unwrap(), held, "byte {at}: {byte}");
                    same += 1;
                } else {
                    assert!(report.findings.iter().any(|finding| finding.level == Level::Error));
                }
            }
        }
        // Only the bits behind the last code of a deflate stream have no meaning.
        assert!(same <= 1 << 7, "{same} changes of {token} left it good");
    }
}
