//! What a face's bench tells: one row on each line of its standard output, as JSON.

use serde::Deserialize;

/// What was measured of one thing that a face does, for instance
///
/// ```json
/// {"face": "Python", "version": "006", "what": "call", "unit": "ns", "values": [574, 571, 580],
///  "beside": {"name": "agora-token-builder", "values": [8012, 7990, 8123]}}
/// ```
///
/// A bench only measures. Medians, ratios and aims are made of its rows here, alike for all faces.
#[derive(Deserialize)]
pub(crate) struct Row {
    /// `Rust`, `C`, `Node.js`, `Python` or `command line`.
    pub(crate) face: String,
    /// `006` or `007`.
    pub(crate) version: String,
    /// `call` (nothing cached), `App`, `batch of 1,000`, `read`, ...: see `aims.rs`.
    pub(crate) what: String,
    /// What the values count: `ns`, `bytes` or `allocations`, of one token. Nanoseconds are those
    /// that a processor spent, so that other work on the machine does not count; of two threads and
    /// of a whole process they are those that passed.
    pub(crate) unit: String,
    /// One value for each round.
    pub(crate) values: Vec<f64>,
    /// What took turns with it.
    pub(crate) beside: Option<Beside>,
}

/// What a row is compared with.
#[derive(Deserialize)]
pub(crate) struct Beside {
    pub(crate) name: String,
    /// One value for each round, in the same order.
    pub(crate) values: Vec<f64>,
}

impl Row {
    /// The rows that a bench wrote.
    pub(crate) fn all(output: &str) -> Result<Vec<Self>, String> {
        output
            .lines()
            .map(|line| serde_json::from_str(line).map_err(|error| format!("{error} in {line}")))
            .collect()
    }
}
