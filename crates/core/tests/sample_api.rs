//! What the builders of the sample code do that the app API does not, or no vector can show.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use dynakey::sample_api::{
    AccessToken2, ApaasTokenBuilder, ChatTokenBuilder2, FpaTokenBuilder, RtcTokenBuilder,
    RtcTokenBuilder2 as Builder, RtmTokenBuilder, RtmTokenBuilder2, ServiceFpa, ServiceRtm,
};
use dynakey::{ErrorCode, Expectation, Permissions, RtcOptions, ServiceType, UNCHECKED, inspect};
use support::{APP_CERTIFICATE as CERTIFICATE, APP_ID as ID, app};

#[test]
fn an_asterisk_is_any_channel_in_the_sample_api_and_no_name_in_the_app_api() {
    for token in [
        Builder::build_token_with_uid(ID, CERTIFICATE, "*", 42, 1, 600, 600),
        Builder::build_token_with_user_account(ID, CERTIFICATE, "*", "ann", 1, 600, 600),
        Builder::build_token_with_uid_and_privilege(ID, CERTIFICATE, "*", 42, 600, 1, 2, 3, 4),
        Builder::build_token_with_user_account_and_privilege(
            ID,
            CERTIFICATE,
            "*",
            "ann",
            600,
            1,
            2,
            3,
            4,
        ),
        Builder::build_token_with_rtm(ID, CERTIFICATE, "*", "ann", 1, 600, 600),
        Builder::build_token_with_rtm2(ID, CERTIFICATE, "*", "ann", 1, 600, 1, 2, 3, 4, "bob", 600),
    ] {
        let inspection = inspect(&token.unwrap()).unwrap();
        assert_eq!(inspection.services[0].channel.as_deref(), Some("*"));
    }
    let error = app().rtc_token("*", 42, RtcOptions::new()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidChannelName);
    assert!(error.hint().contains("ANY_CHANNEL"), "{}", error.hint());
}

#[test]
fn a_token_is_issued_by_the_systems_clock_and_ends_in_24_hours_in_version_006() {
    let now = || i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs());
    let before = now().unwrap();
    let tokens = [
        RtcTokenBuilder::build_token_with_uid(ID, CERTIFICATE, "room", 42, 1, 0),
        RtcTokenBuilder::build_token_with_user_account(ID, CERTIFICATE, "room", "ann", 1, 0),
        RtmTokenBuilder::build_token(ID, CERTIFICATE, "ann", 1, 0),
        FpaTokenBuilder::build_token(ID, CERTIFICATE),
    ];
    let after = now().unwrap();
    for token in tokens {
        let inspection = inspect(&token.unwrap()).unwrap();
        assert!((before..=after).contains(&inspection.issued_at), "{inspection:?}");
        assert_eq!(inspection.expires_at - inspection.issued_at, 86_400);
    }
}

/// The vectors show what is in it; these have the system's clock and a salt of their own.
#[test]
fn every_builder_for_another_product_opens_its_service() {
    let permissions = Permissions::new().add(1, 0, ["lobby"]).unwrap();
    for (token, opens) in [
        (ApaasTokenBuilder::build_user_token(ID, CERTIFICATE, "ann", 600), "apaas: user"),
        (ApaasTokenBuilder::build_app_token(ID, CERTIFICATE, 600), "apaas: app"),
        (ChatTokenBuilder2::build_user_token(ID, CERTIFICATE, "ann", 600), "chat: user"),
        (ChatTokenBuilder2::build_app_token(ID, CERTIFICATE, 600), "chat: app"),
        (FpaTokenBuilder::build_token(ID, CERTIFICATE), "fpa: login"),
        (RtmTokenBuilder2::build_token(ID, CERTIFICATE, "ann", 600), "rtm: login"),
        (
            RtmTokenBuilder2::build_token_with_permissions(
                ID,
                CERTIFICATE,
                "ann",
                &permissions,
                600,
            ),
            "rtm2: login",
        ),
    ] {
        let token = token.unwrap();
        let expected = Expectation::new(UNCHECKED, UNCHECKED);
        assert!(app().verify(&token, &expected).unwrap().ok, "{opens}");
        let inspection = inspect(&token).unwrap();
        let [service] = &inspection.services[..] else { panic!("{inspection:?}") };
        let [privilege] = &service.privileges[..] else { panic!("{inspection:?}") };
        assert_eq!(format!("{}: {}", service.name, privilege.name.unwrap()), opens);
    }
}

#[test]
fn the_services_of_a_type_are_given_in_their_order() {
    let mut token = AccessToken2::new(ID, CERTIFICATE, 0, 600).unwrap();
    token.add_service(ServiceRtm::new("ann"));
    token.add_service(ServiceFpa::new());
    token.add_service(ServiceRtm::new("bob"));
    let users = |of| token.services_of(of).map(|service| service.user.as_str()).collect::<Vec<_>>();
    assert_eq!(users(ServiceType::Rtm), ["ann", "bob"]);
    assert_eq!(users(ServiceType::Stt), [""; 0]);
}
