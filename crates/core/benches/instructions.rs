//! Does one step for so many tokens and nothing else, so that callgrind can count its instructions:
//! `cargo xtask counts` runs it for some tokens and for twice as many, and takes the difference.
#![allow(missing_docs)]

mod support;

use support::{COMPRESSIONS, compressions, steps};

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [version, what, tokens] = arguments.as_slice() else {
        eprintln!("needs a version, a step and how many tokens");
        return;
    };
    let tokens: u32 = tokens.parse().unwrap_or(0);
    let steps = steps();
    match steps.iter().find(|step| step.version == version && step.what == what) {
        Some(step) => (0..tokens / step.tokens).for_each(|_| (step.call)()),
        // What is no step is the hashing below them.
        None => (0..tokens / COMPRESSIONS).for_each(|_| compressions()),
    }
}
