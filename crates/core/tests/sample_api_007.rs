//! What the builders of the sample code take that the app API does not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::RtcTokenBuilder2 as Builder;
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
