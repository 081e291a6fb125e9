//! A row as it is told: its spread, its ratio, and whether that is good enough.

use serde::{Deserialize, Serialize};

use super::aims::{Aim, Kind};
use super::row::{Beside, Row};

#[derive(Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub(crate) face: String,
    pub(crate) version: String,
    pub(crate) what: String,
    pub(crate) unit: String,
    /// The tenth, the fiftieth and the ninetieth of a hundred rounds, sorted.
    pub(crate) p10: f64,
    pub(crate) median: f64,
    pub(crate) p90: f64,
    pub(crate) judgement: Option<Judgement>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Judgement {
    pub(crate) beside: String,
    pub(crate) beside_median: f64,
    /// The median of the rounds' ratios.
    pub(crate) ratio: f64,
    /// Whether a greater ratio is the better one: the other's cost over ours, not ours over it.
    pub(crate) at_least: bool,
    pub(crate) must: f64,
    pub(crate) moonshot: f64,
    pub(crate) met: bool,
    pub(crate) moonshot_met: bool,
}

impl Outcome {
    /// What a row comes to; that it is compared and has no aim is a mistake in `aims.rs`.
    pub(crate) fn new(row: &Row, aims: &[Aim]) -> Result<Self, String> {
        let judgement = row
            .beside
            .as_ref()
            .map(|beside| {
                let aim = aims
                    .iter()
                    .find(|aim| aim.is_for(&row.face, &row.version, &row.what))
                    .ok_or_else(|| {
                        format!("{} {} {} has no aim", row.face, row.version, row.what)
                    })?;
                Ok::<_, String>(Judgement::new(&row.values, beside, aim))
            })
            .transpose()?;
        let [p10, median, p90] = spread(&row.values);
        Ok(Self {
            face: row.face.clone(),
            version: row.version.clone(),
            what: row.what.clone(),
            unit: row.unit.clone(),
            p10,
            median,
            p90,
            judgement,
        })
    }

    pub(crate) fn is_of(&self, aim: &Aim) -> bool {
        aim.is_for(&self.face, &self.version, &self.what)
    }

    pub(crate) fn missed(&self) -> bool {
        self.judgement.as_ref().is_some_and(|judgement| !judgement.met)
    }
}

impl Judgement {
    fn new(values: &[f64], beside: &Beside, aim: &Aim) -> Self {
        let at_least = aim.kind == Kind::AtLeast;
        // Two that took turns met the same machine, so their ratio is made round by round.
        let ratios: Vec<_> = values
            .iter()
            .zip(&beside.values)
            .map(|(ours, theirs)| if at_least { theirs / ours } else { ours / theirs })
            .collect();
        let [_, ratio, _] = spread(&ratios);
        let reaches = |limit| if at_least { ratio >= limit } else { ratio <= limit };
        Self {
            beside: beside.name.clone(),
            beside_median: spread(&beside.values)[1],
            ratio,
            at_least,
            must: aim.must,
            moonshot: aim.moonshot,
            met: reaches(aim.must),
            moonshot_met: reaches(aim.moonshot),
        }
    }
}

/// The value below which a tenth of all lie, half of them, and nine tenths.
fn spread(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    [1, 5, 9].map(|tenths| sorted.get(sorted.len() * tenths / 10).copied().unwrap_or(f64::NAN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(kind: Kind, must: f64, values: &[f64], theirs: &[f64]) -> Judgement {
        let aim = Aim { face: "C", version: "006", what: "call", kind, must, moonshot: must };
        Judgement::new(values, &Beside { name: "a peer".to_owned(), values: theirs.to_vec() }, &aim)
    }

    #[test]
    fn a_ratio_is_the_median_of_the_rounds() {
        // One slow round, and one in which both were slow, don't change it.
        let judged = judged(Kind::AtLeast, 4.0, &[10.0, 90.0, 30.0], &[40.0, 40.0, 120.0]);
        assert!((judged.ratio - 4.0).abs() < 1e-9, "{}", judged.ratio);
    }

    #[test]
    fn an_aim_holds_in_its_own_direction() {
        assert!(!judged(Kind::AtLeast, 3.0, &[20.0], &[40.0]).met);
        assert!(judged(Kind::AtLeast, 1.5, &[20.0], &[40.0]).met);
        assert!(!judged(Kind::AtMost, 1.5, &[80.0], &[40.0]).met);
        assert!(judged(Kind::AtMost, 3.0, &[80.0], &[40.0]).met);
    }
}
