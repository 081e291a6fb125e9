//! One token on the command line, as a whole process, beside a process that does nothing.

use std::process::{Command, Stdio};
use std::time::Instant;

use super::row::{Beside, Row};
use crate::step::root;

pub(crate) fn rows() -> Result<Vec<Row>, String> {
    ["006", "007"].into_iter().map(row).collect()
}

fn row(version: &str) -> Result<Row, String> {
    let rounds = if super::quick() { 20 } else { 400 };
    let mut nothing = Command::new("/bin/true");
    let mut token = Command::new(root().join("target/release/dynakey"));
    token
        .args(["rtc", "--channel", "room", "--uid", "42", "--token-version", version])
        // The public sample project.
        .env("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33")
        .env("AGORA_APP_CERTIFICATE", "5CFd2fd1755d40ecb72977518be15d3b");
    let mut values = Vec::with_capacity(rounds);
    let mut theirs = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        theirs.push(nanoseconds(&mut nothing)?);
        values.push(nanoseconds(&mut token)?);
    }
    Ok(Row {
        face: "command line".to_owned(),
        version: version.to_owned(),
        what: "one token".to_owned(),
        unit: "ns".to_owned(),
        values,
        beside: Some(Beside { name: "/bin/true".to_owned(), values: theirs }),
    })
}

fn nanoseconds(command: &mut Command) -> Result<f64, String> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    let spent = start.elapsed();
    if status.success() {
        Ok(spent.as_secs_f64() * 1e9)
    } else {
        Err(format!("{} failed", command.get_program().display()))
    }
}
