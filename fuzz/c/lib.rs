//! The C interface once more, as a Rust library: its own crate has none, for its name would clash
//! with the core's.
#![allow(
    missing_docs,
    non_camel_case_types,
    clippy::pedantic,
    reason = "the sources are linted where they stand"
)]

#[path = "../../bindings/c/src/access_token.rs"]
pub mod access_token;
#[path = "../../bindings/c/src/access_token_2.rs"]
pub mod access_token_2;
#[path = "../../bindings/c/src/any_channel.rs"]
pub mod any_channel;
#[path = "../../bindings/c/src/app.rs"]
pub mod app;
#[path = "../../bindings/c/src/app_007.rs"]
pub mod app_007;
#[path = "../../bindings/c/src/boundary.rs"]
mod boundary;
#[path = "../../bindings/c/src/error.rs"]
pub mod error;
#[path = "../../bindings/c/src/expectation.rs"]
pub mod expectation;
#[path = "../../bindings/c/src/grant.rs"]
pub mod grant;
#[path = "../../bindings/c/src/permission.rs"]
pub mod permission;
#[path = "../../bindings/c/src/privilege.rs"]
pub mod privilege;
#[path = "../../bindings/c/src/report.rs"]
pub mod report;
#[path = "../../bindings/c/src/service.rs"]
pub mod service;
#[path = "../../bindings/c/src/strings.rs"]
pub mod strings;
