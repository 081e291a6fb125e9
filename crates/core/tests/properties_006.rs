//! Rules that hold for every version 006 token.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::AccessToken;
use dynakey::{Clock, Expectation, Input, RtcOptions, SignatureState, check, inspect};
use proptest::prelude::*;
use support::{APP_CERTIFICATE, APP_ID, app, reference_006};

prop_compose! {
    fn any_token()(
        app_id in "[0-9a-fA-F]{32}",
        app_certificate in "[0-9a-fA-F]{32}",
        channel in ".{0,40}",
        user in ".{0,40}",
        salt: u32,
        ts: u32,
        privileges in prop::collection::btree_map(any::<u16>(), any::<u32>(), 0..30),
    ) -> (String, AccessToken) {
        let mut token =
            AccessToken::new(&app_id, &app_certificate, &channel, user.as_str()).unwrap();
        token.salt = salt;
        token.ts = ts;
        token.messages = privileges;
        (app_certificate, token)
    }
}

proptest! {
    #[test]
    fn what_is_built_is_what_the_independent_encoder_gives((certificate, token) in any_token()) {
        let privileges: Vec<_> = token.messages.clone().into_iter().collect();
        let expected = reference_006::Token {
            app_id: &token.app_id,
            app_certificate: &certificate,
            channel: &token.channel_name,
            user: &token.uid,
            salt: token.salt,
            ts: token.ts,
            privileges: &privileges,
        };
        prop_assert_eq!(token.build().unwrap(), expected.encode());
    }

    #[test]
    fn what_is_built_is_read_again((_, token) in any_token()) {
        let text = token.build().unwrap();
        let mut read = AccessToken::new("", "", "", 0).unwrap();
        prop_assert!(read.from_string(&text));
        prop_assert_eq!(&read.app_id, &token.app_id);
        prop_assert_eq!(
            (read.salt, read.ts, &read.messages),
            (token.salt, token.ts, &token.messages)
        );
    }

    #[test]
    fn arbitrary_text_is_read_or_refused_never_more(text in "(006)?[0-9a-f]{0,34}.{0,60}") {
        let expectation = Expectation::new("room", 42);
        let readable = inspect(&text).is_ok();
        let report = app().verify(&text, &expectation).unwrap();
        prop_assert!(!report.ok);
        prop_assert_eq!(report.token().is_some(), readable);
        prop_assert_eq!(check(&text, &expectation).unwrap().token().is_some(), readable);
    }

    #[test]
    fn arbitrary_content_is_read_or_refused_never_more(
        content in prop::collection::vec(any::<u8>(), 0..120),
        plausible: bool,
    ) {
        let mut content = content;
        if plausible {
            content.splice(0..content.len().min(2), [32, 0]);
        }
        let text = format!("006{APP_ID}{}", reference_006::base64(&content));
        prop_assert!(!app().verify(&text, &Expectation::new("room", 42)).unwrap().ok);
    }
}

/// A token for the channel `room` and the user 42 that is good at the time `AT`.
fn sample() -> String {
    let mut token = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
    token.salt = 0x1234_5678;
    token.ts = AT + 80_000;
    for privilege in 1..=4 {
        token.add_privilege(privilege, AT + 3600);
    }
    token.build().unwrap()
}

const AT: u32 = 1_700_000_000;

fn is_good(token: &str) -> bool {
    app().verify(token, &Expectation::new("room", 42).at(AT)).unwrap().ok
}

#[test]
fn the_tokens_of_a_batch_are_what_the_independent_encoder_gives() {
    let app = app().with_clock(Clock::from_fn(|| AT.into()));
    for channel in ["r", &"room".repeat(15)] {
        let users = [1, 42, u32::MAX];
        let tokens = app.rtc_tokens(channel, users, RtcOptions::new().version("006")).unwrap();
        assert_eq!(tokens.len(), users.len());
        for (token, user) in tokens.iter().zip(users) {
            let expected = reference_006::Token {
                app_id: APP_ID,
                app_certificate: APP_CERTIFICATE,
                channel,
                user: &user.to_string(),
                salt: inspect(token).unwrap().salt,
                ts: AT + 86_400,
                privileges: &[1, 2, 3, 4].map(|privilege| (privilege, AT + 3600)),
            };
            assert_eq!(*token, expected.encode());
        }
    }
}

#[test]
fn every_single_bit_flip_of_the_text_fails() {
    let token = sample();
    assert!(is_good(&token));
    for position in 0..token.len() {
        for bit in 0..8 {
            let mut bytes = token.clone().into_bytes();
            bytes[position] ^= 1 << bit;
            let flipped = String::from_utf8(bytes);
            assert!(
                flipped.as_deref().is_err() || !is_good(flipped.as_deref().unwrap()),
                "byte {position}, bit {bit}"
            );
        }
    }
}

#[test]
fn every_single_bit_flip_of_the_content_fails() {
    let token = sample();
    let content = decoded(&token);
    for position in 0..content.len() * 8 {
        let mut content = content.clone();
        content[position / 8] ^= 1 << (position % 8);
        let flipped = format!("006{APP_ID}{}", reference_006::base64(&content));
        assert!(!is_good(&flipped), "bit {position}");
    }
}

#[test]
fn every_truncation_and_extension_fails() {
    let token = sample();
    for length in 0..token.len() {
        assert!(inspect(&token[..length]).is_err(), "{length}");
        assert!(!is_good(&token[..length]), "{length}");
    }
    for more in ["A", "=", "AA==", "AAAA", "\n", " ", "\0"] {
        assert!(!is_good(&format!("{token}{more}")), "{more:?}");
    }
    let content = decoded(&token);
    for length in 0..content.len() {
        let cut = format!("006{APP_ID}{}", reference_006::base64(&content[..length]));
        assert!(inspect(&cut).is_err(), "{length}");
    }
}

#[test]
fn repeated_privileges_are_malformed_in_any_order() {
    let content = decoded(&sample());
    let number_of = |privilege: u8| content.len() - 6 * usize::from(5 - privilege);
    for (privilege, repeated) in [(1, 4), (1, 2), (2, 1), (4, 3), (4, 1)] {
        let mut content = content.clone();
        content[number_of(privilege)] = repeated;
        let text = format!("006{APP_ID}{}", reference_006::base64(&content));
        let error = inspect(&text).unwrap_err();
        let words = format!("privilege {repeated} is repeated");
        assert!(error.message().contains(&words), "{error}");
    }
}

#[test]
fn privileges_in_another_order_are_read_and_verified_as_they_came() {
    let mut token = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
    token.messages = [(1, 0), (2, 0)].into();
    let mut content = decoded(&token.build().unwrap());
    let at = content.len() - 12;
    content.swap(at, at + 6);
    let swapped = format!("006{APP_ID}{}", reference_006::base64(&content));
    let report = app().verify(&swapped, &Expectation::new("room", 42)).unwrap();
    assert_eq!(report.signature, SignatureState::Mismatch, "the signed bytes differ");
    assert_eq!(report.token().unwrap().services[0].privileges[0].number, 2);
}

#[test]
fn more_than_the_format_holds_is_an_error() {
    let mut token = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
    token.messages = (0..10_920).map(|privilege| (privilege, 0)).collect();
    let text = token.build().unwrap();
    assert_eq!(inspect(&text).unwrap().services.len(), 2);

    token.messages.insert(10_920, 0);
    assert_eq!(token.build().unwrap_err().code().as_str(), "field_too_long");
}

#[test]
fn bytes_after_the_privileges_inside_the_signed_part_are_kept_and_told() {
    let content = decoded(&sample());
    let mut longer = content.clone();
    longer[42] += 3;
    longer.extend([1, 2, 3]);
    let text = format!("006{APP_ID}{}", reference_006::base64(&longer));
    assert_eq!(inspect(&text).unwrap().trailing_bytes, 3);
    assert!(!is_good(&text));
}

fn decoded(token: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut count = 0;
    let mut bytes = Vec::new();
    for character in token[35..].trim_end_matches('=').chars() {
        bits = bits << 6 | u32::try_from(ALPHABET.find(character).unwrap()).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 255).unwrap());
        }
    }
    bytes
}

#[test]
fn any_kind_of_value_for_a_token_is_a_finding() {
    for odd in [Input::IllFormedText, Input::Integer(6), Input::Other("nothing")] {
        let report = app().verify(odd, &Expectation::new("room", 42)).unwrap();
        assert_eq!(report.findings[0].code.as_str(), "malformed_token");
    }
}
