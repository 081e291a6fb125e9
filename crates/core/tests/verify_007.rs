//! Every finding that concerns version 007, and the hints under them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use dynakey::{
    ANY_CHANNEL, ANY_USER, App, CertificateUsed, Clock, Expectation, FindingCode, Grant, Input,
    Level, Permissions, Report, Role, RtcOptions, RtmOptions, SignatureState, TokenOptions,
    UNCHECKED, Version, check, inspect,
};
use support::reference_007::{self, service, texts};
use support::{APP_CERTIFICATE, APP_ID};

const NOW: u32 = 1_700_000_000;
const OTHER_CERTIFICATE: &str = "00112233445566778899aabbccddeeff";

fn app() -> App {
    support::app().with_clock(Clock::from_fn(|| u64::from(NOW)))
}

fn token() -> String {
    app().rtc_token("room", 42, RtcOptions::new()).unwrap()
}

/// A token made outside the library, of these encoded services.
fn made(expire: u32, services: &[Vec<u8>]) -> String {
    reference_007::Token {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        issue_ts: NOW,
        expire,
        salt: 1,
        services,
    }
    .encode()
}

fn rtc(channel: &str, user: &str) -> Vec<u8> {
    service(1, &[(1, 600), (2, 600), (3, 600), (4, 600)], &texts(&[channel, user]))
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

fn room() -> Expectation<'static> {
    Expectation::new("room", 42)
}

#[test]
fn a_good_token_is_ok_without_findings() {
    for token in [token(), made(600, &[rtc("room", "42")])] {
        let report = verify(&token, &room());
        assert!(report.ok && report.findings.is_empty(), "{report:#?}");
        assert_eq!(report.signature, SignatureState::Valid);
        assert_eq!(report.certificate, Some(CertificateUsed::Primary));
        assert_eq!(report.renew_after, report.expires_at.map(|end| end - 30));
    }
    assert_eq!(verify(&token(), &room()).expires_at, Some(i64::from(NOW) + 3600));
}

#[test]
fn names_are_compared_and_the_slip_is_named() {
    for (channel, slip) in [
        ("Room", "differs in case"),
        (" room", "surrounding space"),
        ("r%6Fom", "percent-decoded"),
        ("hall", "byte for byte"),
    ] {
        let report = verify(&token(), &Expectation::new(channel, 42));
        assert_eq!(codes(&report), ["channel_mismatch"], "{channel}");
        assert!(hint(&report, FindingCode::ChannelMismatch).contains(slip), "{report:#?}");
        assert!(report.findings[0].message.contains("\"room\""), "{report:#?}");
        assert_eq!(report.signature, SignatureState::Valid, "names are no part of the proof");
    }
    let report = verify(&token(), &Expectation::new("room", 7));
    assert_eq!(codes(&report), ["user_mismatch"]);
    let swapped = verify(&made(600, &[rtc("ann", "room")]), &Expectation::new("room", "ann"));
    assert_eq!(codes(&swapped), ["channel_mismatch", "user_mismatch"]);
    assert!(hint(&swapped, FindingCode::ChannelMismatch).contains("expected for the user"));
    assert!(hint(&swapped, FindingCode::UserMismatch).contains("expected for the channel"));
}

#[test]
fn unchecked_names_are_left_out_and_the_signature_is_checked_all_the_same() {
    let report = verify(&token(), &Expectation::new(UNCHECKED, UNCHECKED));
    assert!(report.ok && report.findings.is_empty(), "{report:#?}");
}

#[test]
fn a_token_for_anyone_is_good_only_where_anyone_is_expected() {
    let token = app().rtc_token("room", ANY_USER, RtcOptions::new()).unwrap();
    let report = verify(&token, &room());
    assert_eq!(codes(&report), ["user_mismatch"]);
    assert!(hint(&report, FindingCode::UserMismatch).contains("ANY_USER"));
    for anyone in [ANY_USER, UNCHECKED] {
        let report = verify(&token, &Expectation::new("room", anyone));
        assert_eq!(codes(&report), ["any_user"]);
        assert!(report.ok);
    }
    let report = verify(&self::token(), &Expectation::new("room", ANY_USER));
    assert_eq!(codes(&report), ["user_mismatch"]);
}

#[test]
fn a_token_for_any_channel_is_good_only_where_any_channel_is_expected() {
    let token = app().rtc_token(ANY_CHANNEL, 42, RtcOptions::new()).unwrap();
    let report = verify(&token, &room());
    assert_eq!(codes(&report), ["channel_mismatch"]);
    assert!(hint(&report, FindingCode::ChannelMismatch).contains("ANY_CHANNEL"));
    for any in [ANY_CHANNEL, UNCHECKED] {
        let report = verify(&token, &Expectation::new(any, 42));
        assert_eq!(codes(&report), ["any_channel"]);
        assert!(report.ok);
    }
    assert_eq!(
        codes(&verify(&self::token(), &Expectation::new(ANY_CHANNEL, 42))),
        ["channel_mismatch"]
    );
}

#[test]
fn another_project_is_told_and_its_signature_is_undecidable() {
    let other = App::new("00000000000000000000000000000000", OTHER_CERTIFICATE).unwrap();
    let report = other.verify(&token(), &room().at(NOW)).unwrap();
    assert_eq!(codes(&report), ["app_id_mismatch"]);
    assert_eq!(report.signature, SignatureState::Undecidable);

    let lower = App::new(APP_ID.to_lowercase().as_str(), APP_CERTIFICATE).unwrap();
    let report = lower.verify(&token(), &room().at(NOW)).unwrap();
    assert!(!report.ok && hint(&report, FindingCode::AppIdMismatch).contains("only in case"));
    assert_eq!(report.signature, SignatureState::Valid, "the bytes that came are proven");
}

#[test]
fn another_certificate_is_a_signature_mismatch_and_its_case_is_tried() {
    let other = App::new(APP_ID, OTHER_CERTIFICATE).unwrap();
    let report = other.verify(&token(), &room().at(NOW)).unwrap();
    assert_eq!(codes(&report), ["signature_mismatch"]);
    assert_eq!(report.signature, SignatureState::Mismatch);

    let lower = APP_CERTIFICATE.to_lowercase();
    let made_lower = App::new(APP_ID, lower.as_str())
        .unwrap()
        .with_clock(Clock::from_fn(|| u64::from(NOW)))
        .rtc_token("room", 42, RtcOptions::new())
        .unwrap();
    let report = verify(&made_lower, &room());
    assert!(hint(&report, FindingCode::SignatureMismatch).contains("another case"));
}

#[test]
fn the_secondary_certificate_is_tried_too() {
    let rotating = App::new(APP_ID, OTHER_CERTIFICATE)
        .unwrap()
        .with_secondary_certificate(APP_CERTIFICATE)
        .unwrap();
    let report = rotating.verify(&token(), &room().at(NOW)).unwrap();
    assert!(report.ok);
    assert_eq!(report.certificate, Some(CertificateUsed::Secondary));
}

#[test]
fn each_end_is_told_by_its_own_code() {
    let at = |seconds: u32| room().at(NOW + seconds);
    let token = made(600, &[service(1, &[(1, 300), (2, 100)], &texts(&["room", "42"]))]);
    assert!(verify(&token, &at(299)).ok);
    assert_eq!(verify(&token, &at(0)).expires_at, Some(i64::from(NOW) + 300));
    assert_eq!(codes(&verify(&token, &at(300))), ["privilege_expired"]);
    assert!(verify(&token, &at(300).leeway(1)).ok);
    assert_eq!(codes(&verify(&token, &at(600))), ["privilege_expired", "token_expired"]);
    assert_eq!(
        codes(&verify(&token, &at(100).privileges(["publish_audio"]))),
        ["privilege_expired"]
    );
    assert_eq!(codes(&verify(&token, &at(0).privileges(["publish_video"]))), ["privilege_missing"]);
    assert_eq!(codes(&verify(&token, &at(250).min_remaining(60))), ["expires_too_soon"]);
    let endless = made(600, &[service(1, &[(1, 0), (2, 0)], &texts(&["room", "42"]))]);
    assert_eq!(codes(&verify(&endless, &at(600))), ["token_expired"]);
    assert_eq!(codes(&verify(&made(0, &[rtc("room", "42")]), &at(0))), ["token_expired"]);
}

#[test]
fn a_token_of_the_future_is_told_unless_the_leeway_allows_for_it() {
    let early = room().at(NOW - 5);
    assert_eq!(codes(&verify(&token(), &early)), ["issued_in_future"]);
    assert!(verify(&token(), &early.leeway(5)).ok);
}

#[test]
fn more_than_a_day_and_times_for_durations_are_warned_of() {
    let day = service(1, &[(1, 86_400), (2, 86_400)], &texts(&["room", "42"]));
    assert!(verify(&made(86_400, &[day]), &room()).findings.is_empty());
    let longer = made(86_401, &[rtc("room", "42")]);
    let report = verify(&longer, &room());
    assert_eq!(codes(&report), ["longer_than_24h"]);
    assert_eq!(report.expires_at, Some(i64::from(NOW) + 600));
    let endless = service(1, &[(1, 0), (2, 0)], &texts(&["room", "42"]));
    let report = verify(&made(NOW, &[endless]), &room());
    assert_eq!(codes(&report), ["expiry_looks_like_timestamp", "longer_than_24h"]);
    assert!(report.ok);
    assert_eq!(report.expires_at, Some(i64::from(NOW) + 86_400), "the service ends it");
}

#[test]
fn a_token_that_claims_more_ends_a_day_after_its_issue() {
    let endless = service(1, &[(1, 0), (2, 0)], &texts(&["room", "42"]));
    let token = made(200_000, &[endless]);
    let at = |seconds: u32| room().at(NOW + seconds);
    assert!(verify(&token, &at(86_399)).ok);
    let ended = verify(&token, &at(86_400).min_remaining(60));
    assert_eq!(codes(&ended), ["token_expired", "longer_than_24h"]);
    assert!(!ended.ok);
    assert!(verify(&token, &at(86_400).leeway(1)).ok);
    assert_eq!(codes(&verify(&token, &at(200_000))), ["token_expired", "longer_than_24h"]);
}

#[test]
fn a_subscriber_is_told_of() {
    let token = app().rtc_token("room", 42, RtcOptions::new().role(Role::Subscriber)).unwrap();
    assert_eq!(codes(&verify(&token, &room())), ["join_only"]);
}

#[test]
fn a_service_that_is_not_opened_is_missing() {
    let report = verify(&token(), &Expectation::new(UNCHECKED, 42).service("rtm"));
    assert_eq!(codes(&report), ["service_missing"]);
    let rtm = app().rtm_token("ann", RtmOptions::new()).unwrap();
    let report = verify(&rtm, &Expectation::new(UNCHECKED, "ann"));
    assert!(report.ok && report.findings.is_empty(), "the only service is the one asked for");
    assert_eq!(
        codes(&verify(&rtm, &Expectation::new("room", "ann").service("rtc"))),
        ["service_missing"]
    );
    let report = verify(&rtm, &Expectation::new("room", "ann"));
    assert_eq!(codes(&report), ["channel_mismatch"]);
    assert!(hint(&report, FindingCode::ChannelMismatch).contains("UNCHECKED"));
}

#[test]
fn of_several_services_one_that_fits_wholly_is_enough() {
    let token = made(600, &[rtc("hall", "7"), rtc("room", "42"), rtc("room", "7")]);
    let report = verify(&token, &room());
    assert!(report.ok && report.findings.is_empty(), "{report:#?}");
    let closest = verify(&token, &Expectation::new("hall", 8));
    assert_eq!(codes(&closest), ["user_mismatch"], "the closest is told of: {closest:#?}");
}

#[test]
fn every_service_has_its_entry_and_its_names() {
    let permissions = Permissions::new().add(0, 0, ["news"]).unwrap();
    let services = || {
        [
            Grant::rtc("room", 42),
            Grant::rtm("ann"),
            Grant::streaming("room", 42),
            Grant::fpa(),
            Grant::chat_user("ann"),
            Grant::fcdn("room", 42),
            Grant::apaas_room("class", "ann", 1),
            Grant::rtm2("ann", permissions.clone()),
            Grant::convo_ai(),
            Grant::stt(),
        ]
    };
    let token = app().token(services(), TokenOptions::new()).unwrap();
    for (service, channel, user) in [
        ("rtc", "room".into(), 42.into()),
        ("rtm", UNCHECKED, "ann".into()),
        ("streaming", "room".into(), 42.into()),
        ("fpa", UNCHECKED, UNCHECKED),
        ("chat", UNCHECKED, "ann".into()),
        ("fcdn", "room".into(), 42.into()),
        ("apaas", "class".into(), "ann".into()),
        ("rtm2", UNCHECKED, "ann".into()),
        ("convo_ai", UNCHECKED, UNCHECKED),
        ("stt", UNCHECKED, UNCHECKED),
    ] {
        let report = verify(&token, &Expectation::new(channel, user).service(service));
        assert!(report.ok && report.findings.is_empty(), "{service}: {report:#?}");
        let other = verify(&token, &Expectation::new(channel, "other").service(service));
        assert_eq!(codes(&other), ["user_mismatch"], "{service}");
    }
    for grant in services() {
        let alone = app().token([grant], TokenOptions::new()).unwrap();
        assert!(verify(&alone, &Expectation::new(UNCHECKED, UNCHECKED)).ok);
    }
}

#[test]
fn tokens_of_an_app_are_for_no_user() {
    let chat = app().chat_app_token(TokenOptions::new()).unwrap();
    assert!(verify(&chat, &Expectation::new(UNCHECKED, UNCHECKED)).ok);
    assert!(verify(&chat, &Expectation::new(UNCHECKED, ANY_USER)).ok);
    assert_eq!(
        codes(&verify(&chat, &Expectation::new(UNCHECKED, "ann"))),
        ["user_mismatch", "privilege_missing"]
    );
    let user = app().apaas_user_token("ann", TokenOptions::new()).unwrap();
    assert!(verify(&user, &Expectation::new(UNCHECKED, "ann")).ok);
    assert_eq!(
        codes(&verify(&user, &Expectation::new("class", "ann"))),
        ["channel_mismatch", "privilege_missing"]
    );
    let app_token = app().apaas_app_token(TokenOptions::new()).unwrap();
    assert!(verify(&app_token, &Expectation::new(UNCHECKED, UNCHECKED)).ok);
    assert_eq!(
        codes(&verify(&app_token, &Expectation::new(UNCHECKED, "ann"))),
        ["user_mismatch", "privilege_missing"]
    );
    assert!(verify(&app().fpa_token().unwrap(), &Expectation::new(UNCHECKED, UNCHECKED)).ok);
}

#[test]
fn an_unknown_service_is_warned_of_and_what_was_read_is_kept() {
    let unknown = service(99, &[(1, 600)], b"whatever follows");
    let token = made(600, &[rtc("room", "42"), unknown, rtc("hall", "7")]);
    let report = verify(&token, &room());
    assert_eq!(codes(&report), ["unknown_service"]);
    assert!(report.ok);
    let inspection = inspect(&token).unwrap();
    assert_eq!(inspection.unknown_service, Some(99));
    assert_eq!((inspection.services.len(), inspection.trailing_bytes), (1, 0));
}

#[test]
fn signed_bytes_after_the_services_are_told() {
    let token = reference_007::Token {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        issue_ts: NOW,
        expire: 600,
        salt: 1,
        services: &[rtc("room", "42")],
    };
    let info = [token.signing_info(), vec![1, 2, 3]].concat();
    let text = reference_007::text(&reference_007::signed(APP_CERTIFICATE, NOW, 1, &info));
    let report = verify(&text, &room());
    assert_eq!(codes(&report), ["trailing_bytes"]);
    assert!(report.ok);
    assert_eq!(report.token().unwrap().trailing_bytes, 3);
}

#[test]
fn a_check_without_a_certificate_compares_all_but_the_signature() {
    let consistency = check(&token(), &room().at(NOW)).unwrap();
    assert!(consistency.consistent && consistency.findings.is_empty());
    let consistency = check(&token(), &Expectation::new("hall", 42).at(NOW)).unwrap();
    assert!(!consistency.consistent);
}

#[test]
fn any_kind_of_value_for_a_token_is_a_finding() {
    for odd in [Input::IllFormedText, Input::Integer(7), Input::Other("nothing"), "007".into()] {
        let report = app().verify(odd, &room()).unwrap();
        assert_eq!(codes(&report), ["malformed_token"]);
    }
}

#[test]
fn an_inspection_shows_every_field() {
    let permissions =
        Permissions::new().add(0, 0, ["news", "sport"]).unwrap().add(9, 7, ["x"]).unwrap();
    let services = [
        Grant::apaas_room("class", "ann", -3),
        Grant::rtm2("bob", permissions),
        Grant::rtc(ANY_CHANNEL, "ann").ttl(60).privilege("publish_video", 30),
    ];
    let token = app().token(services, TokenOptions::new().ttl(600)).unwrap();
    let inspection = inspect(&token).unwrap();
    assert_eq!(inspection.expires_at, i64::from(NOW) + 600);
    let [rtc, apaas, rtm2] = &inspection.services[..] else { unreachable!() };
    assert_eq!((rtc.channel.as_deref(), rtc.user.as_deref()), (Some("*"), Some("ann")));
    let ends: Vec<_> = rtc.privileges.iter().map(|p| (p.name, p.expires_at)).collect();
    let end = |seconds: u32| i64::from(NOW + seconds);
    assert_eq!(
        ends,
        [
            (Some("join_channel"), end(60)),
            (Some("publish_audio"), end(60)),
            (Some("publish_video"), end(30)),
            (Some("publish_data"), end(60)),
        ]
    );
    assert_eq!((apaas.name, apaas.role), ("apaas", Some(-3)));
    assert_eq!(rtm2.permissions.len(), 2);
    assert_eq!(rtm2.permissions[0].resource, Some("message_channels"));
    assert_eq!(rtm2.permissions[0].permission, Some("read"));
    assert_eq!(rtm2.permissions[0].names, ["news", "sport"]);
    assert_eq!((rtm2.permissions[1].resource, rtm2.permissions[1].resource_number), (None, 9));
}

#[test]
fn a_privilege_may_be_expected_by_its_number() {
    let report = verify(&token(), &room().privileges([4, 2]));
    assert!(report.ok, "{report:#?}");
    let report = verify(&token(), &room().privileges([2, 77]));
    assert_eq!(codes(&report), ["privilege_missing"]);
    assert!(report.findings[0].message.ends_with("the privilege 77"), "{report:#?}");
}

#[test]
fn a_clone_of_an_app_makes_and_verifies_the_same_tokens() {
    let app = app().with_secondary_certificate(OTHER_CERTIFICATE).unwrap();
    let clone = app.clone();
    assert_eq!(clone.app_id(), APP_ID);
    for (maker, verifier) in [(&app, &clone), (&clone, &app)] {
        for version in ["006", "007"] {
            let options = RtcOptions::default().version(version);
            let token = maker.rtc_token("room", 42, options).unwrap();
            assert!(verifier.verify(&token, &room()).unwrap().ok);
        }
    }
    let other =
        App::new(APP_ID, OTHER_CERTIFICATE).unwrap().with_clock(Clock::from_fn(|| NOW.into()));
    let token = other.rtc_token("room", 42, RtcOptions::new()).unwrap();
    let report = clone.verify(&token, &room()).unwrap();
    assert_eq!(report.certificate, Some(CertificateUsed::Secondary));
}

#[test]
fn the_words_of_a_report_are_the_same_in_every_language() {
    assert_eq!([Level::Error, Level::Warning].map(Level::as_str), ["error", "warning"]);
    let certificates = [CertificateUsed::Primary, CertificateUsed::Secondary];
    assert_eq!(certificates.map(CertificateUsed::as_str), ["primary", "secondary"]);
    let states = [
        SignatureState::Valid,
        SignatureState::Mismatch,
        SignatureState::Undecidable,
        SignatureState::Unchecked,
    ];
    let words = ["valid", "mismatch", "undecidable", "unchecked"];
    assert_eq!(states.map(SignatureState::as_str), words);
    assert_eq!([Version::V006, Version::V007].map(|version| version.to_string()), ["006", "007"]);
    assert_eq!(FindingCode::ChannelMismatch.to_string(), "channel_mismatch");
}

#[test]
fn a_privilege_may_be_expected_by_a_name_that_only_one_service_has() {
    let token = app().token([Grant::fcdn("room", 42)], TokenOptions::new()).unwrap();
    let report = verify(&token, &room().privileges(["play", "publish"]));
    assert!(report.ok, "{report:#?}");
}

#[test]
fn a_token_that_has_ended_does_not_also_end_too_soon() {
    let end = NOW + 3600;
    let codes_at = |at| codes(&verify(&token(), &room().min_remaining(60).at(at)));
    assert_eq!(codes_at(end - 60), [""; 0]);
    assert_eq!(codes_at(end - 59), ["expires_too_soon"]);
    assert_eq!(codes_at(end - 1), ["expires_too_soon"]);
    assert_eq!(codes_at(end), ["token_expired"]);
}
