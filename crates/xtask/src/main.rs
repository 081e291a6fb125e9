//! Developer tasks: `cargo xtask --help` lists them.
#![forbid(unsafe_code)]

mod bench;
mod ci;
mod counts;
mod header;
mod readme;
mod step;

use std::process::ExitCode;

use clap::Parser;

/// Developer tasks of dynakey.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Measure what tokens cost on every face; fail if an aim is missed. With `BENCH_QUICK` in the
    /// environment, in a few rounds.
    Bench,
    /// Draw docs/bench.svg from the last run of the benches.
    Chart,
    /// Count a token's instructions and allocations, beside the baseline.
    Counts {
        /// Write the baseline anew.
        #[arg(long)]
        write: bool,
    },
    /// Run every check and test, as the build server does.
    Ci,
    /// Write include/dynakey.h from the C binding.
    Header {
        /// Only check that the committed header is fresh.
        #[arg(long)]
        check: bool,
    },
    /// Check that the programs in the README are those that the tests run.
    Readme,
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Bench => bench::run(),
        Task::Chart => bench::draw(),
        Task::Counts { write } => counts::run(write),
        Task::Ci => ci::run(),
        Task::Header { check } => header::run(check),
        Task::Readme => readme::check(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
