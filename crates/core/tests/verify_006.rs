//! Every finding that concerns version 006, and the hints under them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{AccessToken, AccessToken2};
use dynakey::{
    ANY_USER, App, CertificateUsed, Clock, Expectation, FindingCode, Input, Report, Role,
    RtcOptions, RtmOptions, SignatureState, UNCHECKED, Version, check,
};
use support::{APP_CERTIFICATE, APP_ID, reference_006};

const NOW: i64 = 1_700_000_000;
const OTHER_CERTIFICATE: &str = "00112233445566778899aabbccddeeff";

fn app() -> App {
    support::app().with_clock(Clock::from_fn(|| 1_700_000_000))
}

fn rtc() -> RtcOptions<'static> {
    RtcOptions::new().version(Version::V006)
}

fn token() -> String {
    app().rtc_token("room", 42, rtc()).unwrap()
}

/// A token made outside the app API: for the channel `room` and the given user and privileges.
fn made(user: &str, ts: u32, privileges: &[(u16, u32)]) -> String {
    reference_006::Token {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        channel: "room",
        user,
        salt: 1,
        ts,
        privileges,
    }
    .encode()
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn hint(report: &Report, code: FindingCode) -> &str {
    &report.findings.iter().find(|finding| finding.code == code).unwrap().hint
}

fn verify(token: &str, expectation: &Expectation<'_>) -> Report {
    app().verify(token, expectation).unwrap()
}

#[test]
fn a_good_token_is_ok_without_findings() {
    let report = verify(&token(), &Expectation::new("room", 42));
    assert!(report.ok && report.findings.is_empty(), "{report:#?}");
    assert_eq!(report.signature, SignatureState::Valid);
    assert_eq!(report.certificate, Some(CertificateUsed::Primary));
    assert_eq!(report.expires_at, Some(NOW + 3600));
    assert_eq!(report.renew_after, Some(NOW + 3570));
    assert!(report.into_valid().is_ok());
}

#[test]
fn a_uid_and_an_account_of_the_same_digits_are_one_user() {
    assert!(verify(&token(), &Expectation::new("room", "42")).ok);
}

#[test]
fn another_channel_is_a_channel_mismatch_and_the_slip_is_named() {
    for (channel, slip) in [
        ("Room", "differs in case"),
        ("ROOM", "differs in case"),
        (" room ", "surrounding space"),
        ("r%6Fom", "percent-decoded"),
    ] {
        let report = verify(&token(), &Expectation::new(channel, 42));
        assert_eq!(codes(&report), ["channel_mismatch"], "{channel}");
        assert!(hint(&report, FindingCode::ChannelMismatch).contains(slip), "{report:#?}");
        assert_eq!(report.signature, SignatureState::Valid, "a near miss is proven");
        assert!(!report.ok);
    }
}

#[test]
fn what_no_near_miss_explains_leaves_the_signature_undecidable() {
    let report = verify(&token(), &Expectation::new("hall", 42));
    assert_eq!(codes(&report), ["channel_mismatch"]);
    assert_eq!(report.signature, SignatureState::Undecidable);

    let report = verify(&token(), &Expectation::new("hall", 43));
    assert_eq!(codes(&report), ["channel_mismatch", "user_mismatch"]);
}

#[test]
fn swapped_channel_and_user_are_named() {
    let report = verify(&token(), &Expectation::new("42", "room"));
    assert_eq!(codes(&report), ["channel_mismatch", "user_mismatch"]);
    assert!(hint(&report, FindingCode::ChannelMismatch).contains("expected for the user"));
    assert!(hint(&report, FindingCode::UserMismatch).contains("expected for the channel"));
}

#[test]
fn an_any_user_token_is_ok_only_against_any_user() {
    let anyone = app().rtc_token("room", ANY_USER, rtc()).unwrap();
    let report = verify(&anyone, &Expectation::new("room", ANY_USER));
    assert!(report.ok);
    assert_eq!(codes(&report), ["any_user"]);

    let report = verify(&anyone, &Expectation::new("room", 42));
    assert!(!report.ok);
    assert_eq!(codes(&report), ["user_mismatch"]);
    assert!(hint(&report, FindingCode::UserMismatch).contains("any user"));

    let report = verify(&token(), &Expectation::new("room", ANY_USER));
    assert_eq!(codes(&report), ["user_mismatch"]);
}

#[test]
fn the_user_called_0_is_not_anyone() {
    let zero = made("0", 1_700_086_400, &[(1, 0), (2, 0)]);
    assert!(verify(&zero, &Expectation::new("room", "0")).ok);
    let report = verify(&zero, &Expectation::new("room", ANY_USER));
    assert_eq!(codes(&report), ["user_mismatch"]);
    assert!(hint(&report, FindingCode::UserMismatch).contains("called \"0\""));
}

#[test]
fn another_certificate_is_a_signature_mismatch() {
    let other = App::new(APP_ID, OTHER_CERTIFICATE).unwrap();
    let report = other.verify(&token(), &Expectation::new("room", 42).at(NOW)).unwrap();
    assert_eq!(codes(&report), ["signature_mismatch"]);
    assert_eq!(report.signature, SignatureState::Mismatch);
    assert!(hint(&report, FindingCode::SignatureMismatch).contains("certificate"));
}

#[test]
fn a_certificate_in_another_case_is_named() {
    let lower = App::new(APP_ID, &APP_CERTIFICATE.to_lowercase()).unwrap();
    let made_with_lower = lower.rtc_token("room", 42, rtc()).unwrap();
    let report = support::app().verify(&made_with_lower, &Expectation::new("room", 42)).unwrap();
    assert_eq!(codes(&report), ["signature_mismatch"]);
    assert!(hint(&report, FindingCode::SignatureMismatch).contains("another case"));
}

#[test]
fn either_certificate_of_a_rotation_verifies_and_the_first_makes() {
    let rotating = App::new(APP_ID, OTHER_CERTIFICATE)
        .unwrap()
        .with_secondary_certificate(APP_CERTIFICATE)
        .unwrap();
    let expectation = Expectation::new("room", 42).at(NOW);
    let report = rotating.verify(&token(), &expectation).unwrap();
    assert!(report.ok);
    assert_eq!(report.certificate, Some(CertificateUsed::Secondary));

    let fresh = rotating.rtc_token("room", 42, rtc()).unwrap();
    let report = rotating.verify(&fresh, &Expectation::new("room", 42)).unwrap();
    assert_eq!(report.certificate, Some(CertificateUsed::Primary));
}

#[test]
fn another_app_id_is_told_and_its_case_is_named() {
    let lower = App::new(&APP_ID.to_lowercase(), APP_CERTIFICATE).unwrap();
    let report = lower.verify(&token(), &Expectation::new("room", 42).at(NOW)).unwrap();
    assert_eq!(codes(&report), ["app_id_mismatch"]);
    assert!(hint(&report, FindingCode::AppIdMismatch).contains("only in case"));

    let other = App::new(OTHER_CERTIFICATE, OTHER_CERTIFICATE).unwrap();
    let report = other.verify(&token(), &Expectation::new("room", 42).at(NOW)).unwrap();
    assert_eq!(codes(&report), ["app_id_mismatch"]);
    assert!(!hint(&report, FindingCode::AppIdMismatch).contains("only in case"));
    assert_eq!(report.signature, SignatureState::Undecidable);
}

#[test]
fn a_changed_checksum_is_told_though_the_signature_fits() {
    // The checksums are bytes 34 to 41 of the content, within the characters 80 to 90 of the text.
    let token = token();
    for position in 82..90 {
        let mut changed = token.clone().into_bytes();
        changed[position] = if changed[position] == b'B' { b'C' } else { b'B' };
        let changed = String::from_utf8(changed).unwrap();
        let report = verify(&changed, &Expectation::new("room", 42));
        assert!(codes(&report).contains(&"checksum_mismatch"), "{position}: {report:#?}");
        assert!(!report.ok && report.signature == SignatureState::Valid);
    }
}

#[test]
fn without_channel_or_user_the_signature_is_unchecked() {
    for expectation in [
        Expectation::new(UNCHECKED, 42),
        Expectation::new("room", UNCHECKED),
        Expectation::new(UNCHECKED, UNCHECKED),
    ] {
        let report = verify(&token(), &expectation);
        assert_eq!(codes(&report), ["signature_unchecked"]);
        assert!(!report.ok && report.signature == SignatureState::Unchecked);
    }
    let report = verify(&token(), &Expectation::new("hall", UNCHECKED));
    assert_eq!(codes(&report), ["channel_mismatch", "signature_unchecked"]);
}

#[test]
fn ends_are_told_at_their_second() {
    let token = token();
    let at = |at: i64| verify(&token, &Expectation::new("room", 42).at(at));
    assert!(at(NOW + 3599).ok);
    assert_eq!(codes(&at(NOW + 3600)), ["privilege_expired"]);
    assert_eq!(codes(&at(NOW + 86_399)), ["privilege_expired"]);
    assert_eq!(codes(&at(NOW + 86_400)), ["privilege_expired", "token_expired"]);
}

#[test]
fn leeway_forgives_as_much_and_no_more() {
    let token = token();
    let at = |at: i64| verify(&token, &Expectation::new("room", 42).at(at).leeway(5));
    assert!(at(NOW + 3604).ok);
    assert!(!at(NOW + 3605).ok);
}

#[test]
fn a_least_remaining_time_is_kept() {
    let expect = |seconds: u32| Expectation::new("room", 42).min_remaining(seconds);
    assert!(verify(&token(), &expect(3600)).ok);
    assert_eq!(codes(&verify(&token(), &expect(3601))), ["expires_too_soon"]);
}

#[test]
fn a_duration_for_a_timestamp_is_recognized() {
    let report =
        verify(&made("42", 1_700_086_400, &[(1, 3600), (2, 3600)]), &Expectation::new("room", 42));
    assert_eq!(codes(&report), ["privilege_expired", "expiry_looks_like_duration"]);
    assert!(hint(&report, FindingCode::ExpiryLooksLikeDuration).contains("now + seconds"));

    let ended = |end| {
        codes(&verify(&made("42", 1_700_086_400, &[(1, end)]), &Expectation::new("room", 42)))
            .contains(&"expiry_looks_like_duration")
    };
    assert!(ended(999_999_999) && !ended(1_000_000_000));
}

#[test]
fn more_than_a_day_is_a_warning() {
    for token in [
        made("42", 1_700_086_400, &[(1, 1_700_604_800), (2, 0)]),
        made("42", 1_800_000_000, &[(1, 0), (2, 0)]),
        made("42", u32::MAX, &[(1, u32::MAX), (2, 0)]),
    ] {
        let report = verify(&token, &Expectation::new("room", 42));
        assert_eq!(codes(&report), ["longer_than_24h"]);
        assert!(report.ok);
    }
    let day = app().rtc_token("room", 42, rtc().ttl(86_400)).unwrap();
    assert!(verify(&day, &Expectation::new("room", 42)).findings.is_empty());
}

#[test]
fn privileges_that_are_asked_for_must_be_there_and_last() {
    let subscriber = app().rtc_token("room", 42, rtc().role(Role::Subscriber)).unwrap();
    let report = verify(&subscriber, &Expectation::new("room", 42));
    assert_eq!(codes(&report), ["join_only"]);
    assert!(report.ok);
    let publishing = Expectation::new("room", 42).privileges(["join_channel", "publish_audio"]);
    assert_eq!(codes(&verify(&subscriber, &publishing)), ["privilege_missing", "join_only"]);
    assert!(verify(&token(), &publishing).ok);
    assert!(verify(&token(), &Expectation::new("room", 42).privileges([2, 3, 4])).ok);

    let administrator = made("42", 1_700_086_400, &[(1, 0), (101, 0)]);
    let administrating = Expectation::new("room", 42).privileges(["administrate_channel"]);
    assert!(verify(&administrator, &administrating).ok);
    assert_eq!(codes(&verify(&token(), &administrating)), ["privilege_missing"]);

    let silent = made("42", 1_700_086_400, &[(1, 0), (2, 1_699_999_999)]);
    assert!(verify(&silent, &Expectation::new("room", 42)).ok);
    assert_eq!(codes(&verify(&silent, &publishing)), ["privilege_expired"]);
}

#[test]
fn a_token_without_the_join_privilege_cannot_join() {
    let report = verify(&made("42", 1_700_086_400, &[(2, 0)]), &Expectation::new("room", 42));
    assert_eq!(codes(&report), ["privilege_missing"]);
    let report = verify(&made("42", 1_700_086_400, &[]), &Expectation::new("room", 42));
    assert_eq!(codes(&report), ["service_missing"]);
}

#[test]
fn an_rtm_token_is_verified_by_its_user_alone() {
    let options = RtmOptions::new().version(Version::V006);
    let token = app().rtm_token("ann", options).unwrap();
    for expectation in [
        Expectation::new(UNCHECKED, "ann"),
        Expectation::new(UNCHECKED, "ann").service("rtm").privileges(["login"]),
    ] {
        let report = verify(&token, &expectation);
        assert!(report.ok && report.findings.is_empty(), "{report:#?}");
    }
    let report = verify(&token, &Expectation::new(UNCHECKED, "bob"));
    assert_eq!(codes(&report), ["user_mismatch"]);
    let report = verify(&token, &Expectation::new(UNCHECKED, "Ann"));
    assert!(hint(&report, FindingCode::UserMismatch).contains("differs in case"));
    let report = verify(&token, &Expectation::new("room", "ann"));
    assert_eq!(codes(&report), ["channel_mismatch"]);
    let report = verify(&token, &Expectation::new("ann", ANY_USER).service("rtc"));
    assert_eq!(codes(&report), ["any_user", "service_missing"]);
}

#[test]
fn an_rtc_token_does_not_open_rtm() {
    let report = verify(&token(), &Expectation::new("room", 42).service("rtm"));
    assert_eq!(codes(&report), ["service_missing"]);
}

#[test]
fn several_faults_are_told_at_once() {
    let subscriber = app().rtc_token("room", 42, rtc().role(Role::Subscriber)).unwrap();
    let everything = Expectation::new("hall", 7).privileges(["publish_audio"]).at(NOW + 90_000);
    assert_eq!(
        codes(&verify(&subscriber, &everything)),
        [
            "channel_mismatch",
            "user_mismatch",
            "privilege_expired",
            "privilege_missing",
            "join_only",
            "token_expired"
        ]
    );
}

#[test]
fn what_cannot_be_read_is_one_finding() {
    let good = token();
    for (token, code) in [
        (&good[..100], "malformed_token"),
        ("", "malformed_token"),
        ("003eJxTYBBbsMMn", "unsupported_version"),
        (&"0".repeat(400_000), "token_too_large"),
    ] {
        let report = verify(token, &Expectation::new("room", 42));
        assert_eq!(codes(&report), [code]);
        assert!(!report.ok && report.token().is_none() && report.expires_at.is_none());
        assert_eq!(report.signature, SignatureState::Unchecked);
    }
}

#[test]
fn the_first_expectation_that_fails_is_told() {
    let odd = Input::Other("a boolean");
    let all = Expectation::new(odd, odd)
        .service(odd)
        .privileges([odd])
        .leeway(odd)
        .min_remaining(odd)
        .at(odd);
    let good = Expectation::new("room", 42);
    let last_two = good.clone().min_remaining(odd).at(odd);
    for (expectation, argument) in
        [(all, "channel"), (last_two, "min_remaining"), (good.at(odd), "at")]
    {
        let error = app().verify(&token(), &expectation).unwrap_err();
        assert_eq!(error.argument(), Some(argument));
    }
}

#[test]
fn a_check_without_certificate_proves_nothing_but_finds_what_it_can() {
    let forged = reference_006::Token {
        app_id: APP_ID,
        app_certificate: OTHER_CERTIFICATE,
        channel: "room",
        user: "42",
        salt: 1,
        ts: 1_700_086_400,
        privileges: &[(1, 0), (2, 0)],
    }
    .encode();
    let consistency = check(&forged, &Expectation::new("room", 42).at(NOW)).unwrap();
    assert!(consistency.consistent, "a forged token can be consistent");
    assert!(!verify(&forged, &Expectation::new("room", 42)).ok);

    let consistency = check(&forged, &Expectation::new("Room", 43).at(NOW + 90_000)).unwrap();
    let codes: Vec<_> = consistency.findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["channel_mismatch", "user_mismatch", "token_expired"]);
    assert!(consistency.findings[0].hint.contains("differs in case"));
    assert!(!consistency.consistent);
}

#[test]
fn the_error_of_a_report_names_its_errors_only() {
    let subscriber = app().rtc_token("room", 42, rtc().role(Role::Subscriber)).unwrap();
    let report = verify(&subscriber, &Expectation::new("hall", 42));
    let error = report.clone().into_valid().unwrap_err();
    assert_eq!(error.to_string(), "verification_failed: channel_mismatch");
    assert_eq!(error.report(), &report);
}

#[test]
fn a_token_object_that_fails_to_read_is_cleared() {
    let mut object = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
    object.add_privilege(AccessToken::JOIN_CHANNEL, 0);
    assert!(object.from_string(&token()));
    assert_eq!((object.channel_name.as_str(), object.uid.as_str()), ("room", "42"));
    assert_eq!(object.messages.len(), 4);
    assert!(verify(&object.build().unwrap(), &Expectation::new("room", 42)).ok);

    assert!(!object.from_string("garbage"));
    assert_eq!((object.app_id.as_str(), object.ts, object.salt), ("", 0, 0));
    assert!(object.messages.is_empty() && object.uid.is_empty());
}

#[test]
fn nothing_prints_a_certificate() {
    let app = support::app().with_secondary_certificate(OTHER_CERTIFICATE).unwrap();
    let object = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
    let object_2 = AccessToken2::new(APP_ID, APP_CERTIFICATE, 1, 900).unwrap();
    let report = app.verify(&token(), &Expectation::new("Room", 42)).unwrap();
    for print in
        [format!("{app:?}"), format!("{object:?}"), format!("{object_2:?}"), format!("{report:?}")]
    {
        assert!(print.contains(APP_ID), "it shows the rest: {print}");
        assert!(!print.contains(APP_CERTIFICATE) && !print.contains(OTHER_CERTIFICATE));
    }
}

#[test]
fn a_message_says_whether_the_channel_or_the_user_is_another() {
    for (expectation, message) in [
        (Expectation::new("hall", 42), "the token is not for the channel \"hall\""),
        (Expectation::new("room", 43), "the token is not for the user \"43\""),
        (Expectation::new("room", ANY_USER), "the token is for one user, not for anyone"),
    ] {
        assert_eq!(verify(&token(), &expectation).findings[0].message, message);
    }
}
