//! Many threads make and verify many tokens at once: every one is good, salts repeat no more often
//! than chance has it, and memory does not grow. `DYNAKEY_LOAD` multiplies how many.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::thread;

use dynakey::{App, Expectation, RtcOptions, Version, inspect};
use support::{app, load};

const THREADS: usize = 16;

/// One thread's turn: tokens of either version and of a batch, checked as they are made.
fn salts(app: &App, salts: &mut [u32]) {
    let expected = Expectation::new("room", 42);
    let versions = [Version::V006, Version::V007].map(|version| RtcOptions::new().version(version));
    for (turn, salts) in salts.chunks_mut(10).enumerate() {
        let mut tokens = app.rtc_tokens("room", vec![42; salts.len() / 2], versions[1]).unwrap();
        while tokens.len() < salts.len() {
            tokens.push(app.rtc_token("room", 42, versions[tokens.len() % 2]).unwrap());
        }
        for (token, salt) in tokens.iter().zip(&mut *salts) {
            *salt = inspect(token).unwrap().salt;
        }
        if turn % 8 == 0 {
            assert!(tokens.iter().all(|token| app.verify(token, &expected).unwrap().ok));
        }
    }
}

#[test]
fn threads_repeat_no_salt_and_leave_no_memory_behind() {
    let app = app();
    let each = load::times(8_000);
    // Written to, so that it counts as used from the start.
    let mut drawn = vec![1; THREADS * each];
    let mut round = || {
        thread::scope(|scope| {
            for part in drawn.chunks_mut(each) {
                scope.spawn(|| salts(&app, part));
            }
        });
        load::assert_chance(&mut drawn);
    };
    round();
    let before = load::resident_kib();
    round();
    let after = load::resident_kib();
    println!(
        "{} tokens, {before:?} KiB after half of them, {after:?} KiB in the end",
        2 * THREADS * each
    );
    if let (Some(before), Some(after)) = (before, after) {
        assert!(after < before + 4096, "{before} KiB grew to {after}");
    }
}

/// Each thread is new and so is its store of salts.
#[test]
fn threads_that_come_and_go_repeat_no_salt() {
    let app = app();
    let mut drawn = vec![1; load::times(2_000)];
    for part in drawn.chunks_mut(THREADS) {
        thread::scope(|scope| {
            for salts in part.chunks_mut(1) {
                scope.spawn(|| self::salts(&app, salts));
            }
        });
    }
    load::assert_chance(&mut drawn);
}
