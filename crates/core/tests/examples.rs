//! Every example runs, and prints tokens and never the certificate.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::path::Path;
use std::process::Command;

use dynakey::inspect;
use support::{APP_CERTIFICATE, APP_ID};

#[test]
fn every_example_prints_tokens_of_its_version() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut examples = 0;
    for file in folder.read_dir().unwrap() {
        let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "dynakey", "--example", &name])
            .env("AGORA_APP_ID", APP_ID)
            .env("AGORA_APP_CERTIFICATE", APP_CERTIFICATE)
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!printed.contains(APP_CERTIFICATE));
        let version = match name.as_str() {
            "rtc_token_builder" | "rtm_token_builder" | "access_token" => "006",
            _ => "007",
        };
        let tokens: Vec<_> = printed.split_whitespace().filter(|word| word.len() > 100).collect();
        assert!(!tokens.is_empty(), "{name}: {printed}");
        for token in tokens {
            assert_eq!(inspect(token).unwrap().version.as_str(), version, "{name}");
        }
        examples += 1;
    }
    assert_eq!(examples, 13);
}
