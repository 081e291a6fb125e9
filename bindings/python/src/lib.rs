//! The private native module of the Python package: types are converted here, nothing is decided.
#![forbid(unsafe_code)]
#![allow(
    clippy::doc_link_with_quotes,
    clippy::doc_markdown,
    reason = "these comments become Python's docstrings"
)]
#![allow(
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    reason = "what Python's calls need is not what Rust's do"
)]

mod access_token;
mod app;
mod argument;
mod error;
mod inspection;
mod report;
mod rtc_token_builder;
mod rtm_token_builder;

use pyo3::prelude::*;

/// The rest of `dynakey` is Python.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::access_token::AccessToken;
    #[pymodule_export]
    use crate::app::App;
    #[pymodule_export]
    use crate::error::error_codes;
    #[pymodule_export]
    use crate::inspection::{Inspection, Privilege, Service, inspect};
    #[pymodule_export]
    use crate::report::{Consistency, Finding, Report, check};
    #[pymodule_export]
    use crate::rtc_token_builder::RtcTokenBuilder;
    #[pymodule_export]
    use crate::rtm_token_builder::RtmTokenBuilder;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
