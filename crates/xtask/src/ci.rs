//! Every check and test, in the order of what fails fastest.

use crate::step::Step;
use crate::{header, readme};

const STEPS: &[Step] = &[
    Step {
        name: "format",
        program: "cargo",
        arguments: &["fmt", "--all", "--check"],
        environment: &[],
    },
    Step {
        name: "lint",
        program: "cargo",
        arguments: &[
            "clippy",
            "--locked",
            "--workspace",
            "--all-features",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
        environment: &[],
    },
    Step {
        // They are a workspace of their own.
        name: "lint of the fuzz targets",
        program: "cargo",
        arguments: &[
            "clippy",
            "--locked",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--all-targets",
            "--target-dir",
            "target/fuzz",
            "--",
            "-D",
            "warnings",
        ],
        environment: &[],
    },
    Step {
        name: "documentation",
        program: "cargo",
        arguments: &["doc", "--locked", "--workspace", "--all-features", "--no-deps"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    Step {
        name: "Rust tests",
        program: "cargo",
        arguments: &["test", "--locked", "--workspace", "--all-features"],
        environment: &[],
    },
    Step {
        // In a debug build there are fewer.
        name: "400,000 payloads beside zlib, 250,000 tokens from 16 threads",
        program: "cargo",
        arguments: &[
            "test",
            "--locked",
            "--release",
            "--package",
            "dynakey",
            "--lib",
            "--test",
            "load",
            "--",
            "deflate",
            "repeat",
        ],
        environment: &[],
    },
    Step { name: "C and C++", program: "bindings/c/check.sh", arguments: &[], environment: &[] },
    Step { name: "Node.js", program: "node/check.sh", arguments: &[], environment: &[] },
    Step { name: "Python", program: "python/check.sh", arguments: &[], environment: &[] },
    Step {
        name: "each face's tokens in every other",
        program: "tests/faces/check.sh",
        arguments: &[],
        environment: &[],
    },
];

pub(crate) fn run() -> Result<(), String> {
    readme::check()?;
    header::run(true)?;
    STEPS.iter().try_for_each(Step::run)?;
    eprintln!("==> all checks and tests passed");
    Ok(())
}
