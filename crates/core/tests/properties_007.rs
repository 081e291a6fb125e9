//! Rules that hold for every version 007 token.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{
    AccessToken2, ApaasTokenBuilder, ConvoAITokenBuilder, Service, ServiceApaas, ServiceFpa,
    ServiceRtc, ServiceRtm2, SttTokenBuilder,
};
use dynakey::{App, Expectation, Permissions, SignatureState, UNCHECKED, inspect};
use md5::{Digest, Md5};
use proptest::prelude::*;
use support::reference_007::{self, service, texts};
use support::{APP_CERTIFICATE, APP_ID, app};

const AT: u32 = 1_700_000_000;

prop_compose! {
    fn any_rtc()(
        channel in ".{0,40}",
        user in ".{1,40}",
        privileges in prop::collection::btree_map(any::<u16>(), any::<u32>(), 0..12),
    ) -> Service {
        let mut service: Service = ServiceRtc::new(&channel, user.as_str()).unwrap().into();
        service.privileges = privileges;
        service
    }
}

prop_compose! {
    fn any_apaas()(
        room in ".{0,40}",
        user in ".{0,40}",
        role: i16,
        expire: u32,
    ) -> Service {
        ServiceApaas::new(&room, &user, role).with_privilege(1, expire).into()
    }
}

prop_compose! {
    fn any_rtm2()(
        user in ".{0,40}",
        rows in prop::collection::vec((0_u16..6, 0_u16..3, prop::collection::vec(".{0,9}", 0..4)), 0..6),
    ) -> Service {
        let permissions = rows.iter().fold(Permissions::new(), |all, (resource, kind, names)| {
            all.add(*resource, *kind, names.iter().map(String::as_str)).unwrap()
        });
        ServiceRtm2::new(&user, permissions).with_privilege(1, 600).into()
    }
}

prop_compose! {
    fn any_token()(
        app_id in "[0-9a-fA-F]{32}",
        app_certificate in "[0-9a-fA-F]{32}",
        issue_ts: u32,
        expire: u32,
        salt: u32,
        services in prop::collection::vec(
            prop_oneof![any_rtc(), any_apaas(), any_rtm2(), Just(ServiceFpa::new().into())],
            1..5,
        ),
    ) -> (String, AccessToken2) {
        let mut token = AccessToken2::new(&app_id, &app_certificate, 1, expire).unwrap();
        token.issue_ts = issue_ts;
        token.salt = salt;
        token.services = services;
        (app_certificate, token)
    }
}

/// The fields of a service as the second encoder writes them.
fn encoded(of: &Service) -> Vec<u8> {
    let number = of.service_type().number();
    let privileges: Vec<_> = of.privileges.clone().into_iter().collect();
    let fields = match number {
        1 => texts(&[&of.channel, &of.user]),
        4 => Vec::new(),
        7 => [texts(&[&of.channel, &of.user]), of.role.to_le_bytes().to_vec()].concat(),
        8 => [texts(&[&of.user]), encoded_permissions(&of.permissions)].concat(),
        other => panic!("no service {other} here"),
    };
    service(number, &privileges, &fields)
}

fn encoded_permissions(permissions: &Permissions) -> Vec<u8> {
    let rows: Vec<_> = permissions.iter().collect();
    let resources: Vec<_> = rows.chunk_by(|left, right| left.0 == right.0).collect();
    let count = |length: usize| u16::try_from(length).unwrap().to_le_bytes();
    let mut bytes = count(resources.len()).to_vec();
    for rows in resources {
        bytes.extend(rows[0].0.to_le_bytes());
        bytes.extend(count(rows.len()));
        for (_, permission, names) in rows {
            bytes.extend(permission.to_le_bytes());
            bytes.extend(count(names.len()));
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            bytes.extend(texts(&names));
        }
    }
    bytes
}

proptest! {
    #[test]
    fn what_is_built_is_what_the_independent_encoder_gives((certificate, token) in any_token()) {
        let mut services: Vec<_> = token.services.iter().collect();
        services.sort_by_key(|service| service.service_type().number());
        let services: Vec<_> = services.into_iter().map(encoded).collect();
        let expected = reference_007::Token {
            app_id: &token.app_id,
            app_certificate: &certificate,
            issue_ts: token.issue_ts,
            expire: token.expire,
            salt: token.salt,
            services: &services,
        };
        prop_assert_eq!(token.build().unwrap(), expected.encode());
    }

    #[test]
    fn what_is_built_is_read_again_and_proven((certificate, token) in any_token()) {
        let text = token.build().unwrap();
        let mut read = AccessToken2::new("", &certificate, 0, 900).unwrap();
        prop_assert!(read.from_string(&text));
        prop_assert!(read.verify_signature(&certificate));
        prop_assert_eq!(
            (&read.app_id, read.issue_ts, read.expire, read.salt),
            (&token.app_id, token.issue_ts, token.expire, token.salt)
        );
        let mut services = token.services.clone();
        services.sort_by_key(Service::service_type);
        prop_assert_eq!(&read.services, &services);
        prop_assert_eq!(read.build().unwrap(), text);
    }

    #[test]
    fn arbitrary_text_is_read_or_refused_never_more(text in "007[0-9a-zA-Z+/]{0,60}={0,2}") {
        let report = app().verify(&text, &Expectation::new("room", 42)).unwrap();
        prop_assert!(!report.ok);
        prop_assert_eq!(report.token().is_some(), inspect(&text).is_ok());
    }

    #[test]
    fn arbitrary_payloads_are_read_or_refused_never_more(
        info in prop::collection::vec(any::<u8>(), 0..120),
        plausible: bool,
    ) {
        let head = if plausible { texts(&[APP_ID]) } else { Vec::new() };
        let payload = reference_007::signed(APP_CERTIFICATE, 0, 0, &[head, info].concat());
        let text = reference_007::text(&payload);
        let report = app().verify(&text, &Expectation::new("room", 42)).unwrap();
        prop_assert!(!report.ok);
        prop_assert_eq!(report.token().is_some(), inspect(&text).is_ok());
    }
}

fn sample() -> String {
    let mut token = AccessToken2::new(APP_ID, APP_CERTIFICATE, AT, 600).unwrap();
    token.salt = 0x1234_5678;
    let mut service = ServiceRtc::new("room", 42).unwrap();
    for privilege in 1..=4 {
        service.add_privilege(privilege, 600);
    }
    token.add_service(service);
    token.build().unwrap()
}

fn is_good(token: &str) -> bool {
    app().verify(token, &Expectation::new("room", 42).at(AT)).unwrap().ok
}

#[test]
fn a_changed_text_fails_or_has_the_very_same_payload() {
    let token = sample();
    assert!(is_good(&token));
    let payload = reference_007::payload(&token);
    let mut same = 0;
    for position in 0..token.len() {
        for bit in 0..8 {
            let mut bytes = token.clone().into_bytes();
            bytes[position] ^= 1 << bit;
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            if is_good(&flipped) {
                assert_eq!(reference_007::payload(&flipped), payload);
                same += 1;
            }
        }
    }
    assert!(same <= 8, "only the padding behind the last code may differ: {same}");
}

#[test]
fn every_single_bit_flip_of_the_payload_fails() {
    let payload = reference_007::payload(&sample());
    for position in 0..payload.len() * 8 {
        let mut payload = payload.clone();
        payload[position / 8] ^= 1 << (position % 8);
        assert!(!is_good(&reference_007::text(&payload)), "bit {position}");
    }
}

#[test]
fn every_truncation_and_extension_fails() {
    let token = sample();
    for length in 0..token.len() {
        assert!(inspect(&token[..length]).is_err(), "{length}");
    }
    for more in ["A", "=", "AA==", "AAAA", "\n", " ", "\0"] {
        assert!(!is_good(&format!("{token}{more}")), "{more:?}");
    }
    let payload = reference_007::payload(&token);
    for length in 0..payload.len() {
        assert!(inspect(&reference_007::text(&payload[..length])).is_err(), "{length}");
    }
}

#[test]
fn more_than_the_format_holds_is_an_error() {
    let mut token = AccessToken2::new(APP_ID, APP_CERTIFICATE, AT, 600).unwrap();
    assert_eq!(token.build().unwrap_err().code().as_str(), "no_services");

    let long = "x".repeat(65_535);
    token.add_service(ServiceRtc::new(&long, "ann").unwrap());
    assert_eq!(inspect(&token.build().unwrap()).unwrap().services[0].channel, Some(long));

    token.services[0].channel.push('x');
    assert_eq!(token.build().unwrap_err().code().as_str(), "field_too_long");

    // 256 KiB: 82 bytes for the token itself and 8 for each service.
    let longest = [65_535, 65_535, 65_535, 262_144 - 82 - 4 * 8 - 3 * 65_535];
    token.services =
        longest.map(|length| ServiceRtc::new(&"x".repeat(length), "").unwrap().into()).to_vec();
    assert_eq!(inspect(&token.build().unwrap()).unwrap().services.len(), 4);
    token.services[3].channel.push('x');
    assert_eq!(token.build().unwrap_err().code().as_str(), "token_too_large");

    token.services = vec![ServiceFpa::new().into(); 65_535];
    assert_eq!(token.build().unwrap_err().code().as_str(), "token_too_large");
    token.services.push(ServiceFpa::new().into());
    assert_eq!(token.build().unwrap_err().code().as_str(), "field_too_long");

    let mut crowded = ServiceRtc::new("room", 42).unwrap();
    crowded.privileges = (0..=u16::MAX).map(|privilege| (privilege, 0)).collect();
    token.services = vec![crowded.into()];
    assert_eq!(token.build().unwrap_err().code().as_str(), "field_too_long");
}

/// The payload of a token that a builder made now, and the time and salt in it.
fn parts(token: &str) -> (Vec<u8>, u32, u32) {
    let inspection = inspect(token).unwrap();
    let issued_at = u32::try_from(inspection.issued_at).unwrap();
    (reference_007::payload(token), issued_at, inspection.salt)
}

#[test]
fn a_room_users_token_is_what_the_independent_encoder_gives() {
    let token =
        ApaasTokenBuilder::build_room_user_token(APP_ID, APP_CERTIFICATE, "class", "änn", 2, 600)
            .unwrap();
    let (payload, issue_ts, salt) = parts(&token);
    let hash = reference_007::hex(&Md5::digest("änn"));
    let expected = reference_007::Token {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        issue_ts,
        expire: 600,
        salt,
        services: &[
            service(2, &[(1, 600)], &texts(&["änn"])),
            service(5, &[(1, 600)], &texts(&[&hash])),
            service(7, &[(1, 600)], &[texts(&["class", "änn"]), vec![2, 0]].concat()),
        ],
    };
    assert_eq!(payload, expected.payload());
}

#[test]
fn tokens_of_conversational_ai_and_speech_to_text_are_what_the_independent_encoder_gives() {
    type Builder = fn(u32) -> String;
    let builders: [(u16, Builder); 2] = [
        (9, |role| {
            ConvoAITokenBuilder::build_token(
                APP_ID,
                APP_CERTIFICATE,
                "room",
                "ann",
                role,
                600,
                1,
                2,
                3,
                4,
                "bob",
                700,
            )
            .unwrap()
        }),
        (10, |role| {
            SttTokenBuilder::build_token(
                APP_ID,
                APP_CERTIFICATE,
                "room",
                "ann",
                role,
                600,
                1,
                2,
                3,
                4,
                "bob",
                700,
            )
            .unwrap()
        }),
    ];
    for (number, build) in builders {
        for (role, privileges) in [(1, &[(1, 1), (2, 2), (3, 3), (4, 4)][..]), (2, &[(1, 1)][..])] {
            let (payload, issue_ts, salt) = parts(&build(role));
            let expected = reference_007::Token {
                app_id: APP_ID,
                app_certificate: APP_CERTIFICATE,
                issue_ts,
                expire: 600,
                salt,
                services: &[
                    service(1, privileges, &texts(&["room", "ann"])),
                    service(2, &[(1, 700)], &texts(&["bob"])),
                    service(number, &[], &[]),
                ],
            };
            assert_eq!(payload, expected.payload());
        }
    }
}

#[test]
fn an_app_keeps_its_key_only_for_the_second_it_was_made_for() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    let time = Arc::new(AtomicU64::new(u64::from(AT)));
    let clock = Arc::clone(&time);
    let app = App::new(APP_ID, APP_CERTIFICATE)
        .unwrap()
        .with_clock(dynakey::Clock::from_fn(move || clock.load(Ordering::Relaxed)));
    for second in [0, 0, 1, 1, 0, 5] {
        time.store(u64::from(AT) + second, Ordering::Relaxed);
        for _ in 0..2 {
            let token = app.rtc_token("room", 42, dynakey::RtcOptions::new()).unwrap();
            let report = app.verify(&token, &Expectation::new("room", 42)).unwrap();
            assert_eq!(report.signature, SignatureState::Valid);
            assert_eq!(
                inspect(&token).unwrap().issued_at,
                i64::from(AT) + i64::try_from(second).unwrap()
            );
        }
    }
    let threads = std::thread::scope(|scope| {
        let make = || {
            (0..200)
                .map(|_| app.rtc_token("room", 42, dynakey::RtcOptions::new()).unwrap())
                .collect::<Vec<_>>()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(make)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    let anyone = Expectation::new(UNCHECKED, UNCHECKED);
    assert!(threads.iter().all(|token| app.verify(token, &anyone).unwrap().ok));
}
