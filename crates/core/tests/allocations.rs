//! A token costs one allocation: its text.
#![allow(clippy::unwrap_used)]

mod support;

use dynakey::sample_api::{AccessToken, ConvoAITokenBuilder, RtcTokenBuilder, UserRole};
use dynakey::{ANY_CHANNEL, Role, RtcOptions, RtmOptions, TokenOptions, Version};
use support::{APP_CERTIFICATE, APP_ID, app};

#[test]
fn a_token_is_one_allocation() {
    let app = app();
    let rtc = RtcOptions::new().version(Version::V006);
    let rtm = RtmOptions::new().version(Version::V006);
    let new = RtcOptions::new();
    let calls: [(&str, &dyn Fn()); 9] = [
        ("app, uid", &|| drop(app.rtc_token("room", 42, rtc).unwrap())),
        ("app, account", &|| drop(app.rtc_token("room", "ann", rtc).unwrap())),
        ("app, rtm", &|| drop(app.rtm_token("ann", rtm).unwrap())),
        ("sample API", &|| {
            let role = UserRole::Publisher;
            let built =
                RtcTokenBuilder::build_token_with_uid(APP_ID, APP_CERTIFICATE, "room", 42, role, 0);
            drop(built.unwrap());
        }),
        ("007 app, uid", &|| drop(app.rtc_token("room", 42, new).unwrap())),
        ("007 app, a long account", &|| {
            drop(app.rtc_token(ANY_CHANNEL, LONG, new).unwrap());
        }),
        ("007 app, rtm", &|| drop(app.rtm_token("ann", RtmOptions::new()).unwrap())),
        ("007 app, chat", &|| drop(app.chat_user_token("ann", TokenOptions::new()).unwrap())),
        ("007 sample API, three services", &|| {
            let hour = 3600;
            let built = ConvoAITokenBuilder::build_token(
                APP_ID,
                APP_CERTIFICATE,
                "room",
                "ann",
                Role::Publisher,
                hour,
                hour,
                hour,
                hour,
                hour,
                "ann",
                hour,
            );
            drop(built.unwrap());
        }),
    ];
    for (name, call) in calls {
        call();
        assert_eq!(allocation_counter::measure(call).count_total, 1, "{name}");
    }
}

/// The longest account there is.
const LONG: &str = concat!(
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
);

#[test]
fn a_batch_is_its_tokens_and_one_list() {
    let app = app();
    let users: Vec<u32> = (1..=1000).collect();
    for version in [Version::V006, Version::V007] {
        let options = RtcOptions::new().version(version);
        let measured = allocation_counter::measure(|| {
            drop(app.rtc_tokens("room", users.iter().copied(), options).unwrap());
        });
        assert_eq!(measured.count_total, 1001, "{version}");
    }
}

/// Up to 12 privileges of version 006 are put together on the stack.
#[test]
fn the_thirteenth_privilege_costs_an_allocation() {
    let allocations = |privileges| {
        let mut token = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap();
        token.messages = (1..=privileges).map(|privilege| (privilege, 0)).collect();
        allocation_counter::measure(|| drop(token.build().unwrap())).count_total
    };
    assert_eq!(allocations(13), allocations(12) + 1);
}
