//! What a token costs on every face, beside peers and the hashing that it needs: measured in one
//! run, told in one table, judged by one list of aims.

mod aims;
mod chart;
mod command_line;
mod outcome;
mod row;
mod table;

use std::fs;
use std::path::PathBuf;
use std::thread::available_parallelism;

use serde::{Deserialize, Serialize};

use crate::step::{Step, root};
use outcome::Outcome;
pub(crate) use row::Row;
pub(crate) use table::number;

/// In the order of the table.
const FACES: [&str; 5] = ["Rust", "C", "Node.js", "Python", "command line"];

/// Each writes rows to its standard output.
const BENCHES: &[Step] = &[
    Step {
        name: "Rust",
        program: "cargo",
        arguments: &["bench", "--locked", "--quiet", "--package", "dynakey", "--bench", "time"],
        environment: &[],
    },
    ALLOCATIONS,
    Step { name: "C", program: "bindings/c/bench/run.sh", arguments: &[], environment: &[] },
    Step { name: "Node.js", program: "node/bench/run.sh", arguments: &[], environment: &[] },
    Step { name: "Python", program: "python/bench/run.sh", arguments: &[], environment: &[] },
];

pub(crate) const ALLOCATIONS: Step = Step {
    name: "allocations",
    program: "cargo",
    arguments: &["bench", "--locked", "--quiet", "--package", "dynakey", "--bench", "allocations"],
    environment: &[],
};

const COMMAND_LINE: Step = Step {
    name: "command line",
    program: "cargo",
    arguments: &["build", "--locked", "--quiet", "--release", "--package", "dynakey-cli"],
    environment: &[],
};

/// A whole run, as `target/bench/results.json` keeps it.
#[derive(Serialize, Deserialize)]
struct Results {
    machine: String,
    outcomes: Vec<Outcome>,
}

/// Whether a few rounds will do, to try a bench; the figures are then worth little.
fn quick() -> bool {
    std::env::var_os("BENCH_QUICK").is_some()
}

/// Measures, tells all of it, and fails if an aim was missed or not measured.
pub(crate) fn run() -> Result<(), String> {
    let aims = aims::all();
    let mut rows = Vec::new();
    // One bench that fails does not hide what the others found.
    let mut failures = Vec::new();
    for bench in BENCHES {
        match bench.output().and_then(|output| Row::all(&output)) {
            Ok(measured) => rows.extend(measured),
            Err(failure) => failures.push(failure),
        }
    }
    match COMMAND_LINE.run().and_then(|()| command_line::rows()) {
        Ok(measured) => rows.extend(measured),
        Err(failure) => failures.push(failure),
    }
    let mut outcomes = Vec::new();
    // What is only counted belongs to `cargo xtask counts`.
    for row in rows.iter().filter(|row| row.unit == "ns" || row.beside.is_some()) {
        outcomes.push(Outcome::new(row, &aims)?);
    }
    let face = |outcome: &Outcome| FACES.iter().position(|face| *face == outcome.face);
    outcomes.sort_by_cached_key(|outcome| (face(outcome), outcome.version.clone()));
    let results = Results { machine: machine(), outcomes };
    println!("{}\n", results.machine);
    table::print(&results.outcomes);
    write(&results)?;
    let unmeasured = aims.iter().filter(|aim| !results.outcomes.iter().any(|it| it.is_of(aim)));
    failures.extend(unmeasured.map(|aim| format!("{} was not measured", aim.name())));
    let missed = results.outcomes.iter().filter(|outcome| outcome.missed()).count();
    if missed > 0 {
        failures.push(format!("aims missed: {missed}"));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Draws the chart of the last run, the one that the README shows.
pub(crate) fn draw() -> Result<(), String> {
    let path = results_file();
    let json = fs::read(&path).map_err(|error| format!("run the benches first: {error}"))?;
    let results: Results = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    fs::write(root().join("docs/bench.svg"), chart::svg(&results.outcomes, &results.machine))
        .map_err(|error| format!("docs/bench.svg: {error}"))
}

fn write(results: &Results) -> Result<(), String> {
    let path = results_file();
    let json = serde_json::to_string_pretty(results).map_err(|error| error.to_string())?;
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, json + "\n"))
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn results_file() -> PathBuf {
    root().join("target/bench/results.json")
}

/// The processor, where the system tells it, and how many may run at once.
fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or(std::env::consts::ARCH, |(_, name)| name);
    let cores = available_parallelism().map_or(1, usize::from);
    format!("{processor}, {cores} cores, {}", std::env::consts::OS)
}
