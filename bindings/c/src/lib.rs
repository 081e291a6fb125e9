//! The C interface: types are converted here, nothing is decided.
//!
//! Every function goes through one guard against panics and NULL; see `boundary`.
#![allow(
    non_camel_case_types,
    unreachable_pub,
    clippy::doc_markdown,
    reason = "the names and the documentation are C's: cbindgen makes the header of them"
)]

mod access_token;
mod access_token_2;
mod any_channel;
mod app;
mod app_007;
mod boundary;
mod error;
mod expectation;
mod grant;
mod permission;
mod privilege;
mod report;
mod sample_api;
mod sample_api_007;
mod service;
mod strings;
mod version;
