//! Prints what a token costs, as a ratio to the hashing that it can't do without.
//!
//! Absolute times drift by a third on a shared machine, so each step is measured in many short
//! rounds, in turn with the floor, and compared within the same run.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use dynakey::sample_api::{RtcTokenBuilder, RtcTokenBuilder2, UserRole};
use dynakey::{App, Expectation, Role, RtcOptions, Version, inspect};
use sha2::block_api::compress256;

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const APP_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const CHANNEL: &str = "7d72365eb983485397e3e3f9d460bdda";
const UID: u32 = 2_882_341_273;
const ROUNDS: usize = 400;

/// Something to measure: its name, the compressions of SHA-256 that it needs, the most it should
/// cost as a multiple of them, and how many tokens one call makes.
struct Step<'a> {
    name: &'static str,
    compressions: Option<f64>,
    aim: Option<f64>,
    tokens: u32,
    call: Box<dyn FnMut() + 'a>,
}

#[expect(clippy::too_many_lines, reason = "one table")]
fn main() {
    let app = App::new(APP_ID, APP_CERTIFICATE).unwrap();
    let options = RtcOptions::new().version(Version::V006);
    let token = app.rtc_token(CHANNEL, UID, options).unwrap();
    let new = RtcOptions::new();
    let token_007 = app.rtc_token(CHANNEL, UID, new).unwrap();
    let expectation = Expectation::new(CHANNEL, UID);
    let mut state = [0_u32; 8];
    let block = [[0_u8; 64]];
    let step =
        |name, compressions, aim, tokens, call| Step { name, compressions, aim, tokens, call };
    let mut steps = [
        step(
            "1 SHA-256 compression, the floor",
            Some(1.0),
            None,
            64,
            Box::new(|| {
                for _ in 0..64 {
                    compress256(black_box(&mut state), black_box(&block));
                }
            }),
        ),
        step(
            "006 build, nothing cached",
            Some(5.0),
            Some(1.9),
            1,
            Box::new(|| {
                let built = RtcTokenBuilder::build_token_with_uid(
                    black_box(APP_ID),
                    APP_CERTIFICATE,
                    CHANNEL,
                    UID,
                    UserRole::Publisher,
                    4_000_000_000_u32,
                );
                drop(black_box(built.unwrap()));
            }),
        ),
        step(
            "006 build, App",
            Some(3.0),
            Some(2.5),
            1,
            Box::new(|| drop(black_box(app.rtc_token(black_box(CHANNEL), UID, options).unwrap()))),
        ),
        step(
            "006 build, batch of 1,000",
            Some(3.0),
            Some(1.9),
            1000,
            Box::new(|| {
                drop(black_box(app.rtc_tokens(black_box(CHANNEL), 1..=1000_u32, options).unwrap()));
            }),
        ),
        step(
            "007 build, nothing cached",
            Some(14.0),
            Some(2.6),
            1,
            Box::new(|| {
                let built = RtcTokenBuilder2::build_token_with_uid(
                    black_box(APP_ID),
                    APP_CERTIFICATE,
                    CHANNEL,
                    UID,
                    Role::Publisher,
                    3600,
                    3600,
                );
                drop(black_box(built.unwrap()));
            }),
        ),
        step(
            "007 build, App",
            Some(10.0),
            Some(3.0),
            1,
            Box::new(|| drop(black_box(app.rtc_token(black_box(CHANNEL), UID, new).unwrap()))),
        ),
        step(
            "007 build, batch of 1,000",
            Some(10.0),
            Some(2.9),
            1000,
            Box::new(|| {
                drop(black_box(app.rtc_tokens(black_box(CHANNEL), 1..=1000_u32, new).unwrap()));
            }),
        ),
        step("006 inspect", None, None, 1, Box::new(|| drop(black_box(inspect(&token).unwrap())))),
        step(
            "006 verify",
            None,
            None,
            1,
            Box::new(|| assert!(app.verify(black_box(&token), &expectation).unwrap().ok)),
        ),
        step(
            "007 inspect",
            None,
            None,
            1,
            Box::new(|| drop(black_box(inspect(&token_007).unwrap()))),
        ),
        step(
            "007 verify",
            None,
            None,
            1,
            Box::new(|| assert!(app.verify(black_box(&token_007), &expectation).unwrap().ok)),
        ),
    ];
    let nanoseconds = measure(&mut steps);
    let floor = nanoseconds.first().copied().unwrap_or_default();
    println!("{:34} {:>9} {:>10} {:>6}", "", "ns/token", "over floor", "aim");
    for (step, nanoseconds) in steps.iter().zip(&nanoseconds) {
        let ratio = step.compressions.map(|count| format!("{:.2}x", nanoseconds / (count * floor)));
        let aim = step.aim.map(|aim| format!("{aim:.1}x"));
        println!(
            "{:34} {nanoseconds:>9.1} {:>10} {:>6}",
            step.name,
            ratio.unwrap_or_default(),
            aim.unwrap_or_default()
        );
    }
}

/// The median time of a token of each step, the steps taking turns.
fn measure(steps: &mut [Step<'_>]) -> Vec<f64> {
    let mut samples = vec![Vec::with_capacity(ROUNDS); steps.len()];
    for _ in 0..ROUNDS {
        for (step, samples) in steps.iter_mut().zip(&mut samples) {
            let calls = 2000_u32.div_ceil(step.tokens);
            let start = Instant::now();
            for _ in 0..calls {
                (step.call)();
            }
            let tokens = f64::from(calls * step.tokens);
            samples.push(start.elapsed().as_secs_f64() * 1e9 / tokens);
        }
    }
    samples
        .into_iter()
        .map(|mut samples| {
            samples.sort_unstable_by(f64::total_cmp);
            samples.get(samples.len() / 2).copied().unwrap_or_default()
        })
        .collect()
}
