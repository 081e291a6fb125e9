//! Version 007: several services, durations from the time of issue, compressed, signed as a whole.

mod build;
mod deflate;
mod permissions;
pub(crate) mod privilege;
mod read;
mod service;
mod zlib;

pub(crate) use build::{Fields, no_services};
pub use permissions::Permissions;
pub(crate) use read::Content;
pub(crate) use service::{Fields as ServiceFields, Service};
