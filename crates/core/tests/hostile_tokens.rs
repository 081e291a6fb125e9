//! Tokens that an attacker, a bug or a bad copy may bring.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dynakey::sample_api::{AccessToken, AccessToken2};
use dynakey::{
    Clock, ErrorCode, Expectation, Level, RtcOptions, SignatureState, Version, check, inspect,
};
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

/// One of each version.
fn good_tokens() -> [String; 2] {
    let rows = testdata::rows("hostile_tokens.json", "tokens");
    let good = [0, 1].map(|row: usize| token(&rows[row]["token"]));
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
        assert_eq!(checked.token().is_some(), row["error"].is_null(), "{about}");
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
                    assert_eq!(report.token().unwrap(), held, "byte {at}: {byte}");
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

/// Clocks stand still, go backwards and jump to where no token can follow.
#[test]
fn whatever_the_clock_reads_a_token_is_good_by_it_or_there_is_none() {
    let last = u64::from(u32::MAX) - 86_400;
    let readings = [0, 1 << 31, 1, last, 1_700_000_000, 1_699_999_999, (1 << 31) - 1, 0, last + 1];
    let beyond = [last + 1, u64::from(u32::MAX), 1 << 32, u64::MAX >> 1, u64::MAX];
    let reading = Arc::new(AtomicU64::new(0));
    let clock = Arc::clone(&reading);
    let app = app().with_clock(Clock::from_fn(move || clock.load(Ordering::Relaxed)));
    for seconds in readings.into_iter().chain(beyond) {
        reading.store(seconds, Ordering::Relaxed);
        for version in [Version::V006, Version::V007] {
            let options = RtcOptions::new().version(version);
            match app.rtc_token("room", 42, options) {
                Ok(token) => {
                    assert!(seconds <= last);
                    let report = app.verify(&token, &Expectation::new("room", 42)).unwrap();
                    assert_eq!(report.token().unwrap().issued_at, i64::try_from(seconds).unwrap());
                    let is_ok = report.signature == SignatureState::Valid;
                    assert!(is_ok, "{seconds}: {:?}", report.findings);
                }
                Err(error) => {
                    assert!(seconds > last);
                    assert_eq!(error.code(), ErrorCode::ClockOutOfRange);
                }
            }
        }
        // Tokens that were made elsewhere are judged by it too.
        let ended = seconds >= 1_700_003_600;
        let not_begun = seconds < 1_700_000_000;
        let good = good_tokens()
            .map(|token| app.verify(&token, &Expectation::new("room", 42)).unwrap().ok);
        assert_eq!(good, [!ended, !ended && !not_begun], "{seconds}");
    }
}
