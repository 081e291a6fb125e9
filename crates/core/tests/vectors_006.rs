//! The token object gives the tokens on which independent implementations agreed; they are read
//! and verified too. The builders' rows need a fixed clock and salt: see `sample_api`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{AccessToken, AccessTokenFields};
use dynakey::{Expectation, Input, SignatureState, inspect};
use serde_json::Value;
use support::testdata::{number, privileges, text, vectors_006};
use support::{APP_CERTIFICATE, APP_ID};
use support::{reference_006, reference_007};

fn token_objects() -> Vec<Value> {
    let rows: Vec<_> =
        vectors_006().into_iter().filter(|row| row["kind"] == "access_token").collect();
    assert_eq!(rows.len(), 123);
    rows
}

fn uid(input: &Value) -> Input<'_> {
    match text(input, "uid_kind") {
        "int" => number::<u32>(&input["uid"]).into(),
        "str" => text(input, "uid").into(),
        kind => panic!("unknown kind of uid: {kind}"),
    }
}

/// The user as a token has it: the number 0 is anyone, the text "0" is not.
fn user_text(input: &Value) -> String {
    match input["uid"].as_u64() {
        Some(0) => String::new(),
        Some(uid) => uid.to_string(),
        None => text(input, "uid").to_owned(),
    }
}

#[test]
fn the_token_object_gives_every_vector() {
    for row in token_objects() {
        let input = &row["input"];
        let mut token = AccessToken::new(
            text(input, "app_id"),
            text(input, "app_certificate"),
            text(input, "channel"),
            uid(input),
        )
        .unwrap();
        token.salt = number(&input["salt"]);
        token.ts = number(&input["ts"]);
        for (privilege, expires) in privileges(input) {
            token.add_privilege(privilege, expires);
        }
        assert_eq!(token.build().unwrap(), text(&row, "token"), "{}", row["id"]);
    }
}

#[test]
fn the_fields_of_another_language_give_every_vector() {
    for row in token_objects() {
        let input = &row["input"];
        let token = AccessTokenFields {
            app_id: text(input, "app_id").into(),
            app_certificate: text(input, "app_certificate").into(),
            channel_name: text(input, "channel").into(),
            uid: uid(input),
            salt: input["salt"].as_f64().unwrap().into(),
            ts: input["ts"].as_f64().unwrap().into(),
        };
        let messages = privileges(input);
        let messages = messages.iter().map(|(number, end)| ((*number).into(), (*end).into()));
        assert_eq!(token.build(messages).unwrap(), text(&row, "token"), "{}", row["id"]);
    }
}

#[test]
fn the_independent_encoder_gives_every_vector() {
    for row in token_objects() {
        let input = &row["input"];
        let token = reference_006::Token {
            app_id: text(input, "app_id"),
            app_certificate: text(input, "app_certificate"),
            channel: text(input, "channel"),
            user: &user_text(input),
            salt: number(&input["salt"]),
            ts: number(&input["ts"]),
            privileges: &privileges(input),
        };
        assert_eq!(token.encode(), text(&row, "token"), "{}", row["id"]);
    }
}

#[test]
fn every_vector_is_read() {
    for row in token_objects() {
        let input = &row["input"];
        let mut token = AccessToken::new("", "", "", 0).unwrap();
        assert!(token.from_string(text(&row, "token")), "{}", row["id"]);
        assert_eq!(token.app_id, text(input, "app_id"));
        assert_eq!(token.salt, number::<u32>(&input["salt"]));
        assert_eq!(token.ts, number::<u32>(&input["ts"]));
        let signature = reference_007::hex(&token.signature);
        assert_eq!(signature, text(&row, "content_hex")[4..68], "{}", row["id"]);
        let read: Vec<_> = token.messages.into_iter().collect();
        let mut privileges = privileges(input);
        privileges.sort_unstable();
        assert_eq!(read, privileges, "{}", row["id"]);

        let inspection = inspect(text(&row, "token")).unwrap();
        let shown: usize = inspection.services.iter().map(|s| s.privileges.len()).sum();
        assert_eq!(shown, privileges.len(), "{}", row["id"]);
        assert_eq!(inspection.expires_at - inspection.issued_at, 86_400);
    }
}

#[test]
fn every_vector_proves_its_signature() {
    for row in token_objects() {
        let input = &row["input"];
        let app = dynakey::App::new(text(input, "app_id"), text(input, "app_certificate")).unwrap();
        let user = user_text(input);
        let user = if user.is_empty() { dynakey::ANY_USER } else { Input::from(&user) };
        let channel = Input::from(text(input, "channel"));
        let is_rtm = matches!(privileges(input)[..], [(1000, _)]);
        let expectation = if is_rtm && user == dynakey::ANY_USER {
            Expectation::new(dynakey::UNCHECKED, channel)
        } else {
            Expectation::new(channel, user).service("rtc")
        };
        let report = app.verify(text(&row, "token"), &expectation.at(0)).unwrap();
        assert_eq!(report.signature, SignatureState::Valid, "{}: {report:#?}", row["id"]);
        assert_eq!(report.certificate.unwrap().as_str(), "primary");
    }
}

/// The check value of CRC-32 is that of "123456789"; the others are zlib's.
#[test]
fn channel_and_user_are_told_by_their_published_crc_32() {
    for (text, expected) in [
        ("", 0),
        ("a", 0xe8b7_be43),
        ("abc", 0x3524_41c2),
        ("123456789", 0xcbf4_3926),
        ("The quick brown fox jumps over the lazy dog", 0x414f_a339),
    ] {
        for (channel, user, crcs) in [(text, "", (expected, 0)), ("", text, (0, expected))] {
            let token = AccessToken::new(APP_ID, APP_CERTIFICATE, channel, user).unwrap();
            let built = token.build().unwrap();
            let inspection = inspect(&built).unwrap();
            assert_eq!((inspection.channel_crc, inspection.user_crc), (Some(crcs.0), Some(crcs.1)));
            let read = AccessToken::read(&built).unwrap();
            assert_eq!((read.crc_channel_name, read.crc_uid), crcs);
        }
    }
}
