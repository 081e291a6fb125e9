//! What a token takes from the allocator, and the memory of a batch of a million. The figures are
//! the same in each run, but for the length of a compressed text. `cargo xtask` reads the rows.
#![allow(missing_docs, clippy::cast_precision_loss, clippy::unwrap_used)]

mod support;

use allocation_counter::measure;
use dynakey::{App, RtcOptions, Version};
use serde_json::{Value, json};
use support::{CHANNEL, app, steps};

fn main() {
    for step in steps() {
        // What is kept from the first call on is not a token's.
        (step.call)();
        let calls = 10_000 / step.tokens;
        let info = measure(|| (0..calls).for_each(|_| (step.call)()));
        let of_each = |total: u64| total as f64 / f64::from(calls * step.tokens);
        print(step.version, step.what, "allocations", of_each(info.count_total), &Value::Null);
        print(step.version, step.what, "bytes", of_each(info.bytes_total), &Value::Null);
    }
    memory(app(), "006", Version::V006);
    memory(app(), "007", Version::V007);
}

/// The most that a batch of a million holds at once, beside its texts and their list.
fn memory(app: &App, name: &str, version: Version) {
    const TOKENS: u32 = 1_000_000;
    let options = RtcOptions::new().version(version);
    let mut texts = 0;
    let info = measure(|| {
        let tokens = app.rtc_tokens(CHANNEL, 1..=TOKENS, options).unwrap();
        texts = tokens.iter().map(|token| token.len() + size_of::<String>()).sum();
    });
    let of_each = |total: f64| total / f64::from(TOKENS);
    let beside = json!({ "name": "its texts", "values": [of_each(texts as f64)] });
    print(name, "memory of 1,000,000", "bytes", of_each(info.bytes_max as f64), &beside);
}

/// A row, in the format that `crates/xtask/src/bench/row.rs` documents.
fn print(version: &str, what: &str, unit: &str, value: f64, beside: &Value) {
    let row = json!({
        "face": "Rust", "version": version, "what": what, "unit": unit,
        "values": [value], "beside": beside,
    });
    println!("{row}");
}
