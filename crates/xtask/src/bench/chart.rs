//! The outcomes as a drawing: how many times as fast as its peer each way to make tokens is.
//!
//! The colours are in the middle between black and white, so that they can be seen on either.

use std::fmt::Write;

use super::outcome::{Judgement, Outcome};
use super::table::number;

const VERSIONS: [&str; 2] = ["006", "007"];
const FACES: [&str; 3] = ["C", "Node.js", "Python"];
const WAYS: [&str; 3] = ["call", "App", "batch of 1,000"];

const WIDTH: usize = 880;
const HEIGHT: usize = 460;
const MARGIN: usize = 12;
/// From a version's column to the next.
const COLUMN: usize = 436;
/// From a face's group to the next.
const GROUP: usize = 116;
const TOP: usize = 68;
/// Where the bars begin within a column, and how long the longest is.
const BARS: usize = 108;
const LONGEST: f64 = 200.0;

const TEXT: &str = "#768390";
const OURS: &str = "#2f81f7";
const PEER: &str = "#a0732a";

pub(crate) fn svg(outcomes: &[Outcome], machine: &str) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"13\" \
         fill=\"{TEXT}\">\n<title>Tokens made while others make one</title>\n"
    );
    let title = "Tokens made while others make one: more is better";
    text(&mut svg, MARGIN, 24, "font-size=\"16\" font-weight=\"600\"", title);
    for (column, version) in VERSIONS.into_iter().enumerate() {
        // Each version has a scale of its own: the peers' work differs tenfold.
        let shown = || outcomes.iter().filter(|it| it.version == version).filter_map(shown);
        let greatest = shown().map(|(_, judgement)| judgement.ratio).fold(1.0, f64::max);
        let left = MARGIN + column * COLUMN;
        text(
            &mut svg,
            left,
            48,
            "font-size=\"15\" font-weight=\"600\"",
            &format!("Version {version}"),
        );
        for (row, face) in FACES.into_iter().enumerate() {
            let bars: Vec<_> = shown().filter(|(outcome, _)| outcome.face == face).collect();
            group(&mut svg, left, TOP + row * GROUP, face, &bars, LONGEST / greatest);
        }
    }
    let note = format!("RTC tokens, one thread, medians of rounds that took turns; {machine}");
    text(&mut svg, MARGIN, HEIGHT - 12, "font-size=\"12\"", &note);
    svg.push_str("</svg>\n");
    svg
}

/// An outcome that has a bar.
fn shown(outcome: &Outcome) -> Option<(&Outcome, &Judgement)> {
    let is = FACES.contains(&&*outcome.face) && WAYS.contains(&&*outcome.what);
    outcome.judgement.as_ref().filter(|_| is).map(|judgement| (outcome, judgement))
}

/// A face: the peer's bar and those of ours.
fn group(
    svg: &mut String,
    left: usize,
    top: usize,
    face: &str,
    bars: &[(&Outcome, &Judgement)],
    scale: f64,
) {
    let Some((_, first)) = bars.first() else { return };
    let peer = first.beside.trim_end_matches(": build");
    text(svg, left, top + 14, "font-weight=\"600\"", &format!("{face}, beside {peer}"));
    bar(svg, left, top + 20, PEER, "theirs", scale, &nanoseconds(first.beside_median));
    for (row, (outcome, judgement)) in bars.iter().enumerate() {
        let label = format!("{:.1}x · {}", judgement.ratio, nanoseconds(outcome.median));
        let length = judgement.ratio * scale;
        bar(svg, left, top + 20 + 20 * (row + 1), OURS, &outcome.what, length, &label);
    }
}

fn bar(
    svg: &mut String,
    left: usize,
    y: usize,
    colour: &str,
    name: &str,
    length: f64,
    label: &str,
) {
    let start = left + BARS;
    text(svg, start - 8, y + 13, "text-anchor=\"end\"", name);
    // Writing to a text can't fail.
    let _ = writeln!(
        svg,
        "<rect x=\"{start}\" y=\"{}\" width=\"{length:.1}\" height=\"14\" rx=\"2\" fill=\"{colour}\"/>\n\
         <text x=\"{:.1}\" y=\"{}\">{label}</text>",
        y + 2,
        f64::from(u32::try_from(start).unwrap_or_default()) + length + 6.0,
        y + 13,
    );
}

fn text(svg: &mut String, x: usize, y: usize, attributes: &str, content: &str) {
    let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" {attributes}>{content}</text>");
}

fn nanoseconds(value: f64) -> String {
    format!("{} ns", number(value.round()))
}
