//! The outcomes as one table.

use super::outcome::{Judgement, Outcome};

pub(crate) fn print(outcomes: &[Outcome]) {
    println!(
        "{:12} {:3} {:19} {:>10}    {:>22} {:>7}  {:26} {:>7} {:>8}",
        "face", "", "what", "a token", "p10 .. p90", "ratio", "beside", "must", "moonshot"
    );
    let mut face = "";
    for outcome in outcomes {
        if face != outcome.face {
            println!();
            face = &outcome.face;
        }
        println!("{}", line(outcome).trim_end());
    }
}

fn line(outcome: &Outcome) -> String {
    let Outcome { face, version, what, unit, p10, median, p90, judgement } = outcome;
    // What is counted has no spread.
    let spread =
        if p10 < p90 { format!("{} .. {}", number(*p10), number(*p90)) } else { String::new() };
    let unit = if unit == "ns" { unit } else { "B" };
    let judged = judgement.as_ref().map(judged).unwrap_or_default();
    format!("{face:12} {version} {what:19} {:>10} {unit:2} {spread:>22} {judged}", number(*median))
}

fn judged(judgement: &Judgement) -> String {
    let Judgement { beside, ratio, must, moonshot, .. } = judgement;
    let sign = if judgement.at_least { '≥' } else { '≤' };
    let told = match (judgement.met, judgement.moonshot_met) {
        (_, true) => "moonshot",
        (true, _) => "met",
        _ => "MISSED",
    };
    format!("{ratio:>6.2}x  {beside:26} {sign}{must:>5}x {sign}{moonshot:>6}x  {told}")
}

/// Whole, with its thousands apart; with a decimal if it is small.
pub(crate) fn number(value: f64) -> String {
    if value < 100.0 {
        return format!("{value:.1}");
    }
    let digits = format!("{value:.0}");
    let mut told = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}
