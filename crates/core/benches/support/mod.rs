//! What the benches share: the steps that they measure.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    reason = "each bench uses a part of it, and a bench may panic"
)]

use std::hint::black_box;

use dynakey::sample_api::{RtcTokenBuilder, RtcTokenBuilder2, UserRole};
use dynakey::{App, Expectation, Role, RtcOptions, Version, inspect};
use sha2::block_api::compress256;

/// The public sample project.
pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
pub const APP_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
pub const CHANNEL: &str = "7d72365eb983485397e3e3f9d460bdda";
pub const UID: u32 = 2_882_341_273;

/// Something to measure.
pub struct Step {
    pub version: &'static str,
    pub what: &'static str,
    /// How many tokens one call makes or reads.
    pub tokens: u32,
    /// How many compressions of SHA-256 a token needs at least, where that is the measure.
    pub compressions: Option<u32>,
    pub call: Box<dyn Fn() + Sync>,
}

/// The project, for as long as the bench runs.
pub fn app() -> &'static App {
    Box::leak(Box::new(App::new(APP_ID, APP_CERTIFICATE).unwrap()))
}

/// A batch of so many tokens, made and dropped.
pub fn batch(app: &App, version: Version, size: u32) {
    let options = RtcOptions::new().version(version);
    drop(black_box(app.rtc_tokens(black_box(CHANNEL), 1..=size, options).unwrap()));
}

pub fn steps() -> Vec<Step> {
    let app = app();
    [Version::V006, Version::V007].into_iter().flat_map(|version| steps_of(app, version)).collect()
}

/// How many compressions [`compressions`] does.
pub const COMPRESSIONS: u32 = 64;

/// The hashing that no token can do without: compressions of SHA-256, each of which waits for the
/// one before it, as those of a signature do.
pub fn compressions() {
    let mut state = [0; 8];
    for _ in 0..COMPRESSIONS {
        compress256(&mut state, black_box(&[[0; 64]]));
    }
    black_box(state);
}

fn steps_of(app: &'static App, version: Version) -> [Step; 5] {
    let options = RtcOptions::new().version(version);
    let token = app.rtc_token(CHANNEL, UID, options).unwrap();
    let verified = token.clone();
    let expectation = Expectation::new(CHANNEL, UID);
    let (name, call, compressions): (_, fn() -> String, _) = match version {
        Version::V006 => ("006", call_006, [5, 3]),
        _ => ("007", call_007, [14, 10]),
    };
    let [uncached, cached] = compressions.map(Some);
    let step =
        |what, tokens, compressions, call| Step { version: name, what, tokens, compressions, call };
    [
        step("call", 1, uncached, Box::new(move || drop(black_box(call())))),
        step(
            "App",
            1,
            cached,
            Box::new(move || {
                drop(black_box(app.rtc_token(black_box(CHANNEL), UID, options).unwrap()));
            }),
        ),
        step("batch of 1,000", 1000, cached, Box::new(move || batch(app, version, 1000))),
        step("read", 1, None, Box::new(move || drop(black_box(inspect(&token).unwrap())))),
        step(
            "verify",
            1,
            None,
            Box::new(move || assert!(app.verify(black_box(&verified), &expectation).unwrap().ok)),
        ),
    ]
}

fn call_006() -> String {
    RtcTokenBuilder::build_token_with_uid(
        black_box(APP_ID),
        APP_CERTIFICATE,
        CHANNEL,
        UID,
        UserRole::Publisher,
        4_000_000_000_u32,
    )
    .unwrap()
}

fn call_007() -> String {
    let hour = 3600;
    RtcTokenBuilder2::build_token_with_uid(
        black_box(APP_ID),
        APP_CERTIFICATE,
        CHANNEL,
        UID,
        Role::Publisher,
        hour,
        hour,
    )
    .unwrap()
}
