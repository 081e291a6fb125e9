//! Rules that hold for whatever text is read as a token.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use dynakey::sample_api::{AccessToken, AccessToken2, Service};
use dynakey::{Expectation, UNCHECKED, check, inspect};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

use crate::{APP_CERTIFICATE, APP_ID, OTHER_CERTIFICATE, app};

/// A token around bytes, of which the first tells what the others are: the content of version
/// 006, the zlib stream of version 007 or its payload.
///
/// # Panics
///
/// Never: nothing fails to be written to memory.
#[must_use]
pub fn wrapped(data: &[u8]) -> String {
    let (kind, data) = data.split_first().unwrap_or((&0, data));
    match kind % 3 {
        0 => format!("006{APP_ID}{}", BASE64_STANDARD.encode(data)),
        1 => format!("007{}", BASE64_STANDARD.encode(data)),
        _ => {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
            encoder.write_all(data).expect("memory takes all");
            format!("007{}", BASE64_STANDARD.encode(encoder.finish().expect("memory takes all")))
        }
    }
}

/// Reads a text in every way there is.
///
/// # Panics
///
/// If the ways do not agree, or what was read is not read again when it was written.
pub fn is_sound(text: &str) {
    let anything = Expectation::new(UNCHECKED, UNCHECKED).at(1_700_000_000);
    let report = app(APP_CERTIFICATE).verify(text, &anything).expect("anything can be expected");
    let checked = check(text, &anything).expect("anything can be expected");
    let inspection = inspect(text).ok();
    assert_eq!(report.token(), inspection);
    assert_eq!(checked.token(), inspection);
    assert!(checked.consistent || !report.ok);
    let other = app(OTHER_CERTIFICATE).verify(text, &anything).expect("anything can be expected");
    assert!(!other.ok || !report.ok, "made with two certificates");

    let read = (AccessToken::read(text), AccessToken2::read(text));
    assert_eq!(read.0.is_ok() || read.1.is_ok(), inspection.is_some());
    if let Ok(read) = read.0 {
        is_written_as_read_006(text, &read);
    }
    if let Ok(read) = read.1 {
        is_written_as_read_007(text, &read);
    }
}

fn is_written_as_read_006(text: &str, read: &AccessToken) {
    let mut token = AccessToken::new("", APP_CERTIFICATE, "room", 42).expect("42 is a uid");
    assert!(token.from_string(text));
    let written = token.build().expect("what was read can be written");
    let again = AccessToken::read(&written).expect("what was written can be read");
    assert_eq!(
        (&again.app_id, again.salt, again.ts, &again.messages),
        (&read.app_id, read.salt, read.ts, &read.messages)
    );
    assert_eq!(token.build().expect("as before"), written);
}

fn is_written_as_read_007(text: &str, read: &AccessToken2) {
    let mut token = AccessToken2::new("", APP_CERTIFICATE, 1, 1).expect("1 is a time");
    assert!(token.from_string(text));
    if token.services.is_empty() {
        return;
    }
    let written = token.build().expect("what was read can be written");
    let again = AccessToken2::read(&written).expect("what was written can be read");
    assert_eq!(
        (&again.app_id, again.issue_ts, again.expire, again.salt),
        (&read.app_id, read.issue_ts, read.expire, read.salt)
    );
    let mut services = read.services.clone();
    services.sort_by_key(Service::service_type);
    assert_eq!(again.services, services);
    assert!(again.verify_signature(APP_CERTIFICATE));
    assert!(!again.verify_signature(OTHER_CERTIFICATE));
}
