//! A token costs one allocation: its text.
#![allow(clippy::unwrap_used)]

mod support;

use dynakey::sample_api::{RtcTokenBuilder, UserRole};
use dynakey::{RtcOptions, RtmOptions, Version};
use support::{APP_CERTIFICATE, APP_ID, app};

#[test]
fn a_token_is_one_allocation() {
    let app = app();
    let rtc = RtcOptions::new().version(Version::V006);
    let rtm = RtmOptions::new().version(Version::V006);
    let calls: [(&str, &dyn Fn()); 4] = [
        ("app, uid", &|| drop(app.rtc_token("room", 42, rtc).unwrap())),
        ("app, account", &|| drop(app.rtc_token("room", "ann", rtc).unwrap())),
        ("app, rtm", &|| drop(app.rtm_token("ann", rtm).unwrap())),
        ("sample API", &|| {
            let role = UserRole::Publisher;
            let built =
                RtcTokenBuilder::build_token_with_uid(APP_ID, APP_CERTIFICATE, "room", 42, role, 0);
            drop(built.unwrap());
        }),
    ];
    for (name, call) in calls {
        call();
        assert_eq!(allocation_counter::measure(call).count_total, 1, "{name}");
    }
}

#[test]
fn a_batch_is_its_tokens_and_one_list() {
    let app = app();
    let options = RtcOptions::new().version(Version::V006);
    let users: Vec<u32> = (1..=1000).collect();
    let measured = allocation_counter::measure(|| {
        drop(app.rtc_tokens("room", users.iter().copied(), options).unwrap());
    });
    assert_eq!(measured.count_total, 1001);
}
