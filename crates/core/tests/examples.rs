//! The examples run as a user runs them.
#![allow(clippy::unwrap_used)]

mod support;

use std::process::Command;

#[test]
fn the_quick_start_prints_a_token() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "dynakey", "--example", "quick_start"])
        .env("AGORA_APP_ID", support::APP_ID)
        .env("AGORA_APP_CERTIFICATE", support::APP_CERTIFICATE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let token = String::from_utf8(output.stdout).unwrap();
    assert!(token.starts_with("006") && token.trim_end().len() == 139, "{token}");
}
