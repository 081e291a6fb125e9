//! What the builders of the sample code do that the app API does not, or no vector can show.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use dynakey::sample_api::{
    FpaTokenBuilder, RtcTokenBuilder, RtcTokenBuilder2 as Builder, RtmTokenBuilder,
};
use dynakey::{ErrorCode, RtcOptions, inspect};
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
