//! What an app grants: each service with its privileges, fields and lifetimes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use core::time::Duration;

use dynakey::{
    ANY_CHANNEL, ANY_USER, App, Clock, ErrorCode, Grant, Input, Permissions, Role, TokenOptions,
    inspect,
};
use support::reference_007::{self, service, texts};
use support::{APP_CERTIFICATE, APP_ID};

const AT: u32 = 1_700_000_000;

fn app() -> App {
    support::app().with_clock(Clock::from_fn(|| AT.into()))
}

/// A token of 600 seconds.
fn token(grants: impl IntoIterator<Item = Grant<'static>>) -> dynakey::Result<String> {
    app().token(grants, TokenOptions::new().ttl(600))
}

fn opens(grants: impl IntoIterator<Item = Grant<'static>>, services: &[Vec<u8>]) {
    let token = token(grants).unwrap();
    let salt = inspect(&token).unwrap().salt;
    let expected = reference_007::Token {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        issue_ts: AT,
        expire: 600,
        salt,
        services,
    };
    assert_eq!(token, expected.encode());
}

#[test]
fn every_grant_is_the_service_that_the_independent_encoder_gives() {
    let all = [(1, 600), (2, 600), (3, 600), (4, 600)];
    let fields = texts(&["room", "ann"]);
    opens([Grant::rtc("room", "ann")], &[service(1, &all, &fields)]);
    opens([Grant::rtc("room", "ann").role(Role::Subscriber)], &[service(1, &all[..1], &fields)]);
    opens([Grant::rtc(ANY_CHANNEL, 42)], &[service(1, &all, &texts(&["*", "42"]))]);
    opens([Grant::rtc("room", ANY_USER)], &[service(1, &all, &texts(&["room", ""]))]);
    opens([Grant::rtm("ann")], &[service(2, &all[..1], &texts(&["ann"]))]);
    opens([Grant::streaming("room", "ann")], &[service(3, &all[..2], &fields)]);
    opens([Grant::fpa()], &[service(4, &all[..1], &[])]);
    opens([Grant::chat_user("ann")], &[service(5, &all[..1], &texts(&["ann"]))]);
    opens([Grant::chat_app()], &[service(5, &all[1..2], &texts(&[""]))]);
    opens([Grant::fcdn("room", "ann")], &[service(6, &all[..2], &fields)]);
    opens([Grant::fcdn("room", "ann").role(Role::Subscriber)], &[service(6, &all[1..2], &fields)]);
    let room = [fields, 2_i16.to_le_bytes().to_vec()].concat();
    opens([Grant::apaas_room("room", "ann", 2)], &[service(7, &all[..1], &room)]);
    let no_room = |user| [texts(&["", user]), (-1_i16).to_le_bytes().to_vec()].concat();
    opens([Grant::apaas_user("ann")], &[service(7, &all[1..2], &no_room("ann"))]);
    opens([Grant::apaas_app()], &[service(7, &all[2..3], &no_room(""))]);
    let permissions = Permissions::new().add(1, 0, ["lobby"]).unwrap();
    let encoded = [texts(&["ann"]), vec![1, 0, 1, 0, 1, 0, 0, 0, 1, 0], texts(&["lobby"])].concat();
    opens([Grant::rtm2("ann", permissions)], &[service(8, &all[..1], &encoded)]);
    opens([Grant::convo_ai()], &[service(9, &[], &[])]);
    opens([Grant::stt()], &[service(10, &[], &[])]);
}

#[test]
fn services_are_written_by_their_numbers_and_equal_ones_in_their_order() {
    let rtm = |user| service(2, &[(1, 600)], &texts(&[user]));
    opens(
        [Grant::stt(), Grant::rtm("zoe"), Grant::fpa(), Grant::rtm("ann")],
        &[rtm("zoe"), rtm("ann"), service(4, &[(1, 600)], &[]), service(10, &[], &[])],
    );
}

#[test]
fn a_grant_and_each_privilege_may_last_as_long_as_they_say() {
    let fields = texts(&["room", "ann"]);
    opens(
        [Grant::rtc("room", "ann").ttl(60).privilege("publish_video", 30).privilege(9, 86_400)],
        &[service(1, &[(1, 60), (2, 60), (3, 30), (4, 60), (9, 86_400)], &fields)],
    );
    opens(
        [Grant::rtm("ann").privilege("login", Duration::from_secs(5))],
        &[service(2, &[(1, 5)], &texts(&["ann"]))],
    );
}

#[test]
fn what_a_grant_does_not_have_is_refused_with_its_index() {
    for (odd, code, argument) in [
        (Grant::rtm("ann").role(1), ErrorCode::InvalidCall, "role"),
        (Grant::stt().role(1), ErrorCode::InvalidCall, "role"),
        (Grant::rtc("room", 42).role(3), ErrorCode::InvalidRole, "role"),
        (Grant::rtm("ann").privilege("publish_video", 60), ErrorCode::InvalidCall, "privileges"),
        (Grant::rtm("ann").privilege(65_536, 60), ErrorCode::InvalidCall, "privileges"),
        (Grant::rtm("ann").privilege(1, 0), ErrorCode::TtlOutOfRange, "ttl"),
        (Grant::rtm("ann").ttl(86_401), ErrorCode::TtlOutOfRange, "ttl"),
        (Grant::rtc(ANY_CHANNEL, ANY_USER), ErrorCode::InvalidUid, "user"),
    ] {
        let error = token([Grant::fpa(), odd]).unwrap_err();
        assert_eq!((error.code(), error.argument()), (code, Some(argument)), "{error}");
        assert_eq!(error.index(), Some(1));
    }
    assert_eq!(token([]).unwrap_err().code(), ErrorCode::NoServices);
}

#[test]
fn a_lifetime_is_whole_seconds_of_a_day_at_most() {
    let ttl = |ttl: Input<'static>| app().token([Grant::fpa()], TokenOptions::new().ttl(ttl));
    for good in [1_u32.into(), 86_400_u32.into(), 60.0.into(), Duration::from_secs(60).into()] {
        assert!(ttl(good).is_ok(), "{good}");
    }
    for odd in [0_u32.into(), 86_401_u32.into(), 0.5.into(), Duration::from_millis(1500).into()] {
        assert_eq!(ttl(odd).unwrap_err().code(), ErrorCode::TtlOutOfRange, "{odd}");
    }
    let default = inspect(&app().token([Grant::fpa()], TokenOptions::default()).unwrap()).unwrap();
    assert_eq!(default.expires_at - default.issued_at, 3600);
}

#[test]
fn permissions_are_empty_until_something_is_permitted() {
    assert!(Permissions::new().is_empty());
    assert!(!Permissions::new().add(1, 0, ["lobby"]).unwrap().is_empty());
}
