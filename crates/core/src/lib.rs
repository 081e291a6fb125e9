#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic))]
#![forbid(unsafe_code)]

mod app;
mod base64;
mod batch;
mod channel;
mod charset;
mod clock;
mod code;
mod credentials;
mod error;
mod input;
mod inspect;
mod lifetime;
mod role;
mod rtc;
mod rtm;
mod salt;
pub mod sample_api;
mod service;
mod signature;
mod timestamp;
mod user;
mod v006;
mod verify;
mod version;
mod wire;

pub use app::App;
pub use clock::Clock;
pub use error::{Error, ErrorCode, Result};
pub use input::{ANY_USER, Input, UNCHECKED};
pub use inspect::{InspectedPrivilege, InspectedService, Inspection, inspect};
pub use role::Role;
pub use rtc::RtcOptions;
pub use rtm::RtmOptions;
pub use verify::{
    CertificateUsed, Consistency, Expectation, Finding, FindingCode, Level, Report, SignatureState,
    VerificationError, check,
};
pub use version::Version;
