//! Does one step so many times and nothing else, so that callgrind can count its instructions:
//! `cargo xtask counts` runs it for some calls and for twice as many, and takes the difference.
#![allow(missing_docs)]

mod support;

use support::{compression, steps};

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [version, what, calls] = arguments.as_slice() else {
        eprintln!("needs a version, a step and how many calls");
        return;
    };
    let steps = steps();
    let step = steps.iter().find(|step| step.version == version && step.what == what);
    // What is no step is the hashing below them.
    let call = step.map_or(&compression as &dyn Fn(), |step| &step.call);
    (0..calls.parse().unwrap_or(0)).for_each(|_: u32| call());
}
