#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic))]
#![forbid(unsafe_code)]

mod apaas;
mod app;
mod base64;
mod batch;
mod channel;
mod charset;
mod chat;
mod clock;
mod code;
mod content;
mod credentials;
mod duration;
mod error;
mod fpa;
mod grant;
mod input;
mod inspect;
mod issue;
mod issue_key;
mod lifetime;
mod options;
mod privileges;
mod role;
mod rtc;
mod rtm;
mod salt;
pub mod sample_api;
mod secret;
mod service;
mod signature;
mod signer;
mod timestamp;
mod user;
mod v006;
mod v007;
mod verify;
mod version;
mod wire;

pub use app::App;
pub use clock::Clock;
pub use content::InspectedPrivilege;
pub use error::{Error, ErrorCode, Result};
pub use grant::Grant;
pub use input::{ANY_CHANNEL, ANY_USER, Input, UNCHECKED};
pub use inspect::{InspectedPermission, InspectedService, Inspection, inspect};
pub use options::TokenOptions;
pub use role::Role;
pub use rtc::RtcOptions;
pub use rtm::RtmOptions;
pub use service::ServiceType;
pub use v007::Permissions;
pub use verify::{
    CertificateUsed, Consistency, Expectation, Finding, FindingCode, Level, Report, SignatureState,
    VerificationError, check,
};
pub use version::Version;
