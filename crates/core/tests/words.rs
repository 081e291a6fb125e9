//! What errors and findings say to people: what was expected, what came and where.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use core::fmt;
use core::time::Duration;

use dynakey::sample_api::RtcTokenBuilder;
use dynakey::{
    App, Clock, Expectation, Input, RtcOptions, RtmOptions, TokenOptions, UNCHECKED, inspect,
};
use support::reference_007::{self, texts};
use support::{APP_CERTIFICATE, APP_ID, app};

fn words<T: fmt::Debug>(outcome: dynakey::Result<T>) -> String {
    outcome.unwrap_err().to_string()
}

#[test]
fn an_error_says_what_was_expected_and_what_came() {
    for (came, words) in [
        (Input::from(""), "an empty text"),
        ("x".into(), "a text of 1 byte"),
        ("exes".into(), "a text of 4 bytes"),
        (7_u32.into(), "7"),
        (1.5.into(), "1.5"),
        (Duration::from_secs(60).into(), "60"),
        (Duration::from_millis(1500).into(), "1.5"),
        (Input::AnyUser, "ANY_USER"),
        (Input::AnyChannel, "ANY_CHANNEL"),
        (Input::Unchecked, "UNCHECKED"),
        (Input::Other("a list"), "a list"),
    ] {
        let expected = "invalid_app_id: app_id must be 32 hexadecimal digits, but";
        assert_eq!(
            self::words(App::new(came, APP_CERTIFICATE)),
            format!("{expected} {words} came")
        );
    }
    let came = Input::IllFormedText;
    assert_eq!(
        words(App::new(came, APP_CERTIFICATE)),
        "invalid_text: app_id must be well-formed Unicode without a cutting NUL, but an ill-formed \
         text came"
    );
}

#[test]
fn an_error_says_where_a_wrong_character_is() {
    let options = RtcOptions::new();
    let expected = "invalid_channel_name: channel must be 1 to 63 bytes of the allowed characters";
    for (channel, came) in [
        ("", "an empty text"),
        ("café", "a text with U+00E9 at byte 3"),
        (&"x".repeat(64), "a text of 64 bytes"),
    ] {
        let words = words(app().rtc_token(channel, 42, options));
        assert_eq!(words, format!("{expected}, but {came} came"));
    }
    let odd = APP_ID.replace('C', "x");
    assert_eq!(
        words(App::new(&odd, APP_CERTIFICATE)),
        "invalid_app_id: app_id must be 32 hexadecimal digits, but a text whose byte 3 is no such \
         digit came"
    );
}

#[test]
fn an_error_prints_all_that_it_says_but_its_hint() {
    let users = [1, 0].map(Input::from);
    let error = app().rtc_tokens("room", users, RtcOptions::new()).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "Error { code: InvalidUid, argument: Some(\"user\"), message: \"user must be a uid from 1 \
         to 4294967295, an account or ANY_USER, but 0 came\", index: Some(1), .. }"
    );
}

#[test]
fn an_account_that_is_too_long_is_told_its_own_limit() {
    let long = "x".repeat(256);
    for (error, limit) in [
        (words(app().rtc_token("room", &long, RtcOptions::new())), 255),
        (words(app().rtm_token(&long, RtmOptions::new())), 64),
    ] {
        assert_eq!(
            error,
            format!(
                "invalid_user_account: user must be a text of 1 to {limit} bytes of the allowed \
                 characters, but a text of 256 bytes came"
            )
        );
    }
}

#[test]
fn a_uid_0_as_text_is_told_what_it_may_mean() {
    let uid = |uid: &str| {
        RtcTokenBuilder::build_token_with_uid(APP_ID, APP_CERTIFICATE, "room", uid, 1, 0)
            .unwrap_err()
    };
    assert!(uid("0").hint().contains("ambiguous"));
    assert_eq!(uid("00").hint(), uid("ann").hint());
}

#[test]
fn a_token_that_is_not_read_is_told_as_what_it_is() {
    let unsupported =
        |name| format!("unsupported_version: the token is of {name}, which is not supported");
    let digits = APP_ID.repeat(4);
    let unknown = "malformed_token: the token starts with no known version at byte 0";
    for (token, words) in [
        ("003eJx", unsupported("version 003")),
        ("004eJx", unsupported("version 004")),
        ("005eJx", unsupported("version 005")),
        ("1:970CA35d", unsupported("the Signaling kind")),
        (&digits[..90], unsupported("version 1")),
        (&digits[..110], unsupported("version 2")),
        (&format!("{}!", &digits[..89]), unsupported("version 1")),
        (&digits[..91], unknown.into()),
        (&"x".repeat(90), unknown.into()),
        (&"x".repeat(110), unknown.into()),
        ("", "malformed_token: the token is empty".into()),
        ("008", unknown.into()),
    ] {
        assert_eq!(self::words(inspect(token)), words, "{token}");
    }
}

#[test]
fn an_error_of_a_token_says_at_which_byte() {
    let not_an_id = texts(&["not an App ID"]);
    let payload = reference_007::signed(APP_CERTIFICATE, 0, 0, &not_an_id);
    let unread = |token: &str| words(inspect(token));
    for (token, words) in [
        (format!("006{APP_ID}AAA!"), "byte 38"),
        ("007AAA!".into(), "byte 6"),
        (format!("006{}", APP_ID.replace('C', "x")), "the App ID at byte 3 is not"),
        (reference_007::text(&payload), "the App ID at payload byte 36 is not"),
        (reference_007::text(&payload[..30]), "at payload byte 2, 28 are left"),
    ] {
        assert!(unread(&token).contains(words), "{}", unread(&token));
    }
}

#[test]
fn a_finding_says_how_far_a_time_is_from_the_check() {
    let now = 1_700_000_000;
    let app = app().with_clock(Clock::from_fn(move || now));
    let token = app.rtc_token("room", 42, RtcOptions::new()).unwrap();
    let end = now + 3600;
    for (at, words) in [
        (now - 5, "the token was issued 5 s after the time of the check"),
        (end - 59, "the token ends in 59 s, not in 60 s or later"),
        (end + 7, "the token ended 7 s before the time of the check, at Unix time 1700003600"),
    ] {
        let expected = Expectation::new("room", 42).min_remaining(60).at(at);
        let report = app.verify(&token, &expected).unwrap();
        let messages: Vec<_> = report.findings.iter().map(|finding| &finding.message).collect();
        assert_eq!(messages, [words]);
    }
}

#[test]
fn the_channel_of_a_classroom_is_called_a_room() {
    let token = app().apaas_room_token("class", "ann", 1, TokenOptions::new()).unwrap();
    for (service, words) in [
        ("apaas", "the token is for the room \"class\", not for \"hall\""),
        ("rtm", "the service rtm is for no channel"),
    ] {
        let expected = Expectation::new("hall", UNCHECKED).service(service);
        assert_eq!(app().verify(&token, &expected).unwrap().findings[0].message, words);
    }
}

#[test]
fn a_clock_prints_whose_it_is() {
    assert_eq!(format!("{:?}", Clock::system()), "Clock(system)");
    assert_eq!(format!("{:?}", Clock::from_fn(|| 0)), "Clock(given)");
}
