//! Fields to bytes to signature to text.

use super::service::Service;
use super::zlib::{MAX_PAYLOAD, compressed, too_large};
use crate::base64;
use crate::credentials::{AppId, HEX_DIGITS};
use crate::error::{Error, ErrorCode, Result};
use crate::issue_key::IssueKey;
use crate::wire::{Writer, entry_count};

const VERSION: &[u8] = b"007";
/// The counted signature.
const SIGNATURE: usize = 2 + 32;
/// The counted App ID, issue time, expiry, salt and the number of services.
const INFO_HEAD: usize = 2 + HEX_DIGITS + 4 + 4 + 4 + 2;
/// The longest payload that is put together on the stack.
const ON_STACK: usize = super::deflate::MAX_PAYLOAD;

/// What a version 007 token says.
pub(crate) struct Fields<'a> {
    pub(crate) app_id: &'a AppId,
    /// How long the token lasts from its issue, in seconds.
    pub(crate) expire: u32,
    pub(crate) salt: u32,
    pub(crate) services: &'a [Service<'a>],
}

impl Fields<'_> {
    /// The token, issued and signed with `key`. The text is the only allocation for a token of
    /// up to four services and usual lengths.
    ///
    /// # Errors
    ///
    /// `no_services`, `field_too_long`, `token_too_large`.
    pub(crate) fn build(&self, key: &IssueKey) -> Result<String> {
        if self.services.is_empty() {
            return Err(no_services());
        }
        let count = entry_count("services", self.services.len())?;
        let mut length = SIGNATURE + INFO_HEAD;
        for service in self.services {
            length += service.size()?;
        }
        if length > MAX_PAYLOAD {
            return Err(too_large());
        }
        let mut short = [0; ON_STACK];
        let mut long = Vec::new();
        let payload = if let Some(short) = short.get_mut(..length) {
            short
        } else {
            long.resize(length, 0);
            &mut long
        };

        let (head, info) = payload.split_at_mut(SIGNATURE);
        let mut writer = Writer::new(info);
        writer.counted_bytes(self.app_id.as_bytes());
        writer.u32(key.issue_ts());
        writer.u32(self.expire);
        writer.u32(self.salt);
        writer.u16(count);
        self.write_services(&mut writer);
        debug_assert!(writer.is_full());
        Writer::new(head).counted_bytes(&key.sign(self.salt, info));
        compressed(payload, text)
    }

    /// Writes the services sorted by their types; those of one type keep their order.
    fn write_services(&self, writer: &mut Writer<'_>) {
        if self.services.is_sorted_by_key(Service::service_type) {
            for service in self.services {
                service.write(writer);
            }
        } else {
            let mut sorted: Vec<_> = self.services.iter().collect();
            sorted.sort_by_key(|service| service.service_type());
            for service in sorted {
                service.write(writer);
            }
        }
    }
}

fn text(stream: &[u8]) -> String {
    let encoded = base64::encoded_length(stream.len());
    let mut text = Vec::with_capacity(VERSION.len() + encoded);
    text.extend_from_slice(VERSION);
    text.resize(VERSION.len() + encoded, b'=');
    if let Some(rest) = text.get_mut(VERSION.len()..) {
        base64::encode(stream, rest);
    }
    String::from_utf8(text).unwrap_or_default()
}

/// The error of a token that would open nothing.
#[cold]
pub(crate) fn no_services() -> Error {
    Error::argument_rejected(ErrorCode::NoServices, "services", "at least one service", "none")
}
