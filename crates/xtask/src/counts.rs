//! What a token costs in instructions and in allocations, beside a baseline that is committed.
//!
//! Counts need no quiet machine. Callgrind knows no SHA instructions, so the core's portable hashing
//! is counted; that of one compression stands beside the steps.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::bench::{ALLOCATIONS, Row, number};
use crate::step::{Step, root};

const BASELINE: &str = "crates/core/benches/baseline.json";

/// So many tokens are counted, a batch of a thousand among the steps.
const TOKENS: u64 = 1000;

const BUILD: Step = Step {
    name: "instructions",
    program: "cargo",
    arguments: &[
        "bench",
        "--locked",
        "--quiet",
        "--package",
        "dynakey",
        "--bench",
        "instructions",
        "--no-run",
        "--message-format=json",
    ],
    environment: &[],
};

/// Of one token.
#[derive(Serialize, Deserialize)]
struct Count {
    version: String,
    what: String,
    unit: String,
    value: f64,
}

/// Counts, and shows what has changed since the baseline or writes a new one.
pub(crate) fn run(write: bool) -> Result<(), String> {
    let counts = count()?;
    let file = root().join(BASELINE);
    if write {
        let lines: Result<Vec<_>, _> = counts.iter().map(serde_json::to_string).collect();
        let lines = lines.map_err(|error| error.to_string())?.join(",\n  ");
        fs::write(&file, format!("[\n  {lines}\n]\n"))
            .map_err(|error| format!("{BASELINE}: {error}"))?;
    }
    let json = fs::read(&file).map_err(|error| format!("{BASELINE}: {error}"))?;
    let baseline: Vec<Count> =
        serde_json::from_slice(&json).map_err(|error| format!("{BASELINE}: {error}"))?;
    println!("{:3} {:16} {:12} {:>12} {:>12} {:>10}", "", "", "", "now", "baseline", "change");
    for count in &counts {
        let is_same = |other: &&Count| {
            (&other.version, &other.what, &other.unit) == (&count.version, &count.what, &count.unit)
        };
        let before = baseline.iter().find(is_same).map(|other| other.value);
        println!("{}", line(count, before).trim_end());
    }
    Ok(())
}

fn line(count: &Count, before: Option<f64>) -> String {
    let Count { version, what, unit, value } = count;
    let told = before.map(number).unwrap_or_default();
    // The texts of version 007 differ in length, so some tokens' mean is never quite the same.
    let change = before
        .map(|before| 100.0 * (value / before - 1.0))
        .filter(|change| change.abs() >= 0.5)
        .map(|change| format!("{change:+.1} %"))
        .unwrap_or_default();
    format!("{version:3} {what:16} {unit:12} {:>12} {told:>12} {change:>10}", number(*value))
}

fn count() -> Result<Vec<Count>, String> {
    let program = built(&BUILD.output()?).ok_or("cargo names no program")?;
    let mut counts = vec![Count {
        version: String::new(),
        what: "compression".to_owned(),
        unit: "instructions".to_owned(),
        value: instructions(&program, "", "compression")?,
    }];
    let counted = Row::all(&ALLOCATIONS.output()?)?;
    // What stands beside something else is judged by `cargo xtask bench`.
    let counted = counted.into_iter().filter(|row| row.beside.is_none());
    for Row { version, what, unit, values, .. } in counted {
        if unit == "allocations" {
            counts.push(Count {
                value: instructions(&program, &version, &what)?,
                version: version.clone(),
                what: what.clone(),
                unit: "instructions".to_owned(),
            });
        }
        counts.extend(values.first().map(|value| Count { version, what, unit, value: *value }));
    }
    Ok(counts)
}

/// The program that cargo built, by its messages.
fn built(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| Some(message.get("executable")?.as_str()?.into()))
}

/// The instructions of one token: those of some, taken from those of twice as many.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52")]
fn instructions(program: &Path, version: &str, what: &str) -> Result<f64, String> {
    let count = |tokens| least(program, version, what, tokens);
    let difference = count(2 * TOKENS)?.saturating_sub(count(TOKENS)?);
    Ok((difference as f64 / TOKENS as f64).round())
}

/// The least of three runs: in one in which a new second begins, an `App` hashes once more.
fn least(program: &Path, version: &str, what: &str, tokens: u64) -> Result<u64, String> {
    let mut least = u64::MAX;
    for _ in 0..3 {
        least = least.min(callgrind(program, version, what, tokens)?);
    }
    Ok(least)
}

fn callgrind(program: &Path, version: &str, what: &str, tokens: u64) -> Result<u64, String> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([version, what, &tokens.to_string()])
        .output()
        .map_err(|error| format!("valgrind, which counts instructions, can't be run: {error}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    told.lines()
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
        .filter(|_| output.status.success())
        .ok_or_else(|| format!("callgrind failed: {told}"))
}
