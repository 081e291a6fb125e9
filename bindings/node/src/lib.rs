//! The native half of the npm package `dynakey`: changes types between JavaScript and the core,
//! and nothing else. The public names and their documentation are in `node/lib`.
//!
//! A function returns its result, or an object that describes an error and that the JavaScript
//! half throws as a `DynakeyError`; what has many fields is returned as one packed text.
// napi's macros register nothing in a test.
#![cfg_attr(test, allow(clippy::panic, dead_code))]
// Not `forbid`: napi's macros write `unsafe` of their own, which they allow.
#![deny(unsafe_code)]
#![allow(
    clippy::too_many_arguments,
    reason = "a call's arguments are passed at once, so that the core reports the first that fails"
)]

mod access_token;
mod access_token_2;
mod app;
mod app_2;
mod code;
mod expectation;
mod grant;
mod input;
mod outcome;
mod packed;
mod permissions;
mod rtc_token_builder;
mod rtm_token_builder;
mod service;
mod token_builders_2;
mod verify;
