//! What a token costs beside the hashing that it can't do without, a batch of a million beside one
//! of a thousand, and two threads beside one.
//!
//! Absolute times drift by a third on a shared machine, so what is compared takes turns in many
//! short rounds, and what is counted is the thread's own time on a processor. `cargo xtask bench`
//! reads the rows and judges them.
#![allow(missing_docs)]

mod support;

use std::thread;
use std::time::Duration;

use dynakey::Version;
use rustix::time::{ClockId, clock_gettime};
use serde_json::json;
use support::{COMPRESSIONS, app, batch, compressions, steps};

const VERSIONS: [(&str, Version); 2] = [("006", Version::V006), ("007", Version::V007)];

/// About how long a turn lasts: short ones are seldom disturbed.
const TURN: Duration = Duration::from_micros(500);

/// What takes its turn in each round: how many tokens a call makes, how many calls, and the call.
struct Contestant<'a> {
    tokens: u32,
    calls: u32,
    call: &'a dyn Fn(),
}

fn main() {
    let quick = std::env::var_os("BENCH_QUICK").is_some();
    tokens(if quick { 40 } else { 1000 });
    for (name, version) in VERSIONS {
        million(name, version, if quick { 1 } else { 3 });
        two_threads(name, version, if quick { 5 } else { 100 });
    }
}

/// Each step, beside as many compressions as it needs.
fn tokens(rounds: usize) {
    let steps = steps();
    let mut contestants = vec![Contestant::of_a_turn(COMPRESSIONS, &compressions)];
    contestants.extend(steps.iter().map(|step| Contestant::of_a_turn(step.tokens, &step.call)));
    let mut nanoseconds = measure(rounds, &contestants, ClockId::ThreadCPUTime).into_iter();
    let floor = nanoseconds.next().unwrap_or_default();
    for (step, values) in steps.iter().zip(nanoseconds) {
        let beside = step.compressions.map(|count| {
            let values: Vec<_> = floor.iter().map(|one| one * f64::from(count)).collect();
            (format!("{count} compressions"), values)
        });
        print(step.version, step.what, &values, beside);
    }
}

/// A million tokens at once, beside batches of a thousand.
fn million(name: &str, version: Version, rounds: usize) {
    const MILLION: u32 = 1_000_000;
    let app = app();
    let one = || batch(app, version, MILLION);
    let thousand = || batch(app, version, 1000);
    let compared = [
        Contestant { tokens: MILLION, calls: 1, call: &one },
        Contestant { tokens: 1000, calls: 100, call: &thousand },
    ];
    print_first(
        name,
        "batch of 1,000,000",
        "batch of 1,000",
        &measure(rounds, &compared, ClockId::ThreadCPUTime),
    );
}

/// Two threads with batches of their own and one `App`, beside one thread that makes half as many.
fn two_threads(name: &str, version: Version, rounds: usize) {
    const SIZE: u32 = 10_000;
    let app = app();
    let work = || batch(app, version, SIZE);
    let threads = |count| thread::scope(|scope| (0..count).for_each(|_| drop(scope.spawn(work))));
    let (one, two) = (|| threads(1), || threads(2));
    let compared = [
        Contestant { tokens: 2 * SIZE, calls: 1, call: &two },
        Contestant { tokens: SIZE, calls: 1, call: &one },
    ];
    // Two processors' time would hide what is asked for.
    print_first(name, "two threads", "one thread", &measure(rounds, &compared, ClockId::Monotonic));
}

/// The first of two, beside the second.
fn print_first(version: &str, what: &str, beside: &str, nanoseconds: &[Vec<f64>]) {
    if let [values, theirs] = nanoseconds {
        print(version, what, values, Some((beside.to_owned(), theirs.clone())));
    }
}

/// A row, in the format that `crates/xtask/src/bench/row.rs` documents.
fn print(version: &str, what: &str, values: &[f64], beside: Option<(String, Vec<f64>)>) {
    let beside = beside.map(|(name, values)| json!({ "name": name, "values": values }));
    let row = json!({
        "face": "Rust", "version": version, "what": what, "unit": "ns",
        "values": values, "beside": beside,
    });
    println!("{row}");
}

impl<'a> Contestant<'a> {
    /// With as many calls as fit into a turn.
    fn of_a_turn(tokens: u32, call: &'a dyn Fn()) -> Self {
        const TURNS: u32 = 20;
        let start = now(ClockId::ThreadCPUTime);
        let calls = (0..).take_while(|_| {
            call();
            now(ClockId::ThreadCPUTime).saturating_sub(start) < TURN * TURNS
        });
        let calls = u32::try_from(calls.count()).unwrap_or(u32::MAX);
        Self { tokens, calls: calls.div_ceil(TURNS).max(1), call }
    }
}

/// The nanoseconds of a token in each round, for each contestant.
fn measure(rounds: usize, contestants: &[Contestant<'_>], clock: ClockId) -> Vec<Vec<f64>> {
    let mut nanoseconds = vec![Vec::with_capacity(rounds); contestants.len()];
    for _ in 0..rounds {
        for (Contestant { tokens, calls, call }, nanoseconds) in
            contestants.iter().zip(&mut nanoseconds)
        {
            let start = now(clock);
            (0..*calls).for_each(|_| call());
            let spent = now(clock).saturating_sub(start);
            nanoseconds.push(spent.as_secs_f64() * 1e9 / f64::from(*calls) / f64::from(*tokens));
        }
    }
    nanoseconds
}

fn now(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}
