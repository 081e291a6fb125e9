//! What the fuzz targets start from and what they have found, under their own rules, so that no
//! nightly toolchain is needed to see it come back.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

mod support;

/// The rules are those of the targets.
#[path = "../../../fuzz/src/reading.rs"]
mod reading;

use std::fs;

use support::{APP_CERTIFICATE, APP_ID};

/// The certificate of nobody.
const OTHER_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3c";

fn app(certificate: &str) -> dynakey::App {
    dynakey::App::new(APP_ID, certificate).expect("the credentials are good")
}

/// The inputs of a target; what has no folder has found nothing.
fn inputs(target: &str) -> Vec<Vec<u8>> {
    let folder = |kind| format!("{}/../../fuzz/{kind}/{target}", env!("CARGO_MANIFEST_DIR"));
    ["seeds", "regressions"]
        .into_iter()
        .filter_map(|kind| fs::read_dir(folder(kind)).ok())
        .flatten()
        .map(|entry| fs::read(entry.expect("it can be listed").path()).expect("it can be read"))
        .collect()
}

#[test]
fn texts_are_read_or_refused_and_written_as_read() {
    let texts = inputs("read_text");
    assert!(texts.len() >= 40, "the seeds are gone");
    for text in texts {
        reading::is_sound(&String::from_utf8_lossy(&text));
    }
}

#[test]
fn payloads_are_read_or_refused_and_written_as_read() {
    let payloads = inputs("read_payload");
    assert!(payloads.len() >= 60, "the seeds are gone");
    for payload in payloads {
        reading::is_sound(&reading::wrapped(&payload));
    }
}
