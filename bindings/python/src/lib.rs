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
mod access_token_2;
mod apaas_token_builder;
mod app;
mod argument;
mod chat_token_builder_2;
mod convo_ai_token_builder;
mod error;
mod fpa_token_builder;
mod grant;
mod inspection;
mod options;
mod permissions;
mod report;
mod rtc_token_builder;
mod rtc_token_builder_2;
mod rtm_token_builder;
mod rtm_token_builder_2;
mod service;

use pyo3::prelude::*;

/// The rest of `dynakey` is Python.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::access_token::AccessToken;
    #[pymodule_export]
    use crate::access_token_2::AccessToken2;
    #[pymodule_export]
    use crate::apaas_token_builder::ApaasTokenBuilder;
    #[pymodule_export]
    use crate::app::App;
    #[pymodule_export]
    use crate::chat_token_builder_2::ChatTokenBuilder2;
    #[pymodule_export]
    use crate::convo_ai_token_builder::{ConvoAITokenBuilder, SttTokenBuilder};
    #[pymodule_export]
    use crate::error::error_codes;
    #[pymodule_export]
    use crate::fpa_token_builder::FpaTokenBuilder;
    #[pymodule_export]
    use crate::inspection::{
        InspectedPermission, InspectedPrivilege, InspectedService, Inspection, inspect,
    };
    #[pymodule_export]
    use crate::permissions::Permissions;
    #[pymodule_export]
    use crate::report::{Consistency, Finding, Report, check};
    #[pymodule_export]
    use crate::rtc_token_builder::RtcTokenBuilder;
    #[pymodule_export]
    use crate::rtc_token_builder_2::RtcTokenBuilder2;
    #[pymodule_export]
    use crate::rtm_token_builder::RtmTokenBuilder;
    #[pymodule_export]
    use crate::rtm_token_builder_2::RtmTokenBuilder2;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
