//! Text to bytes to fields: strict, so that a changed token is an error or fails to verify.

use crate::base64;
use crate::credentials::{AppId, HEX_DIGITS};
use crate::error::{Error, ErrorCode, Result};
use crate::privileges::Privileges;
use crate::signature::Signature;
use crate::wire::Reader;

/// Where the encoded content starts in a token: after the version and the App ID.
const CONTENT_AT: usize = 3 + HEX_DIGITS;

/// What a version 006 token holds.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) app_id: AppId,
    pub(crate) signature: Signature,
    pub(crate) channel_crc: u32,
    pub(crate) user_crc: u32,
    pub(crate) salt: u32,
    pub(crate) ts: u32,
    /// In the order of the token, each number once.
    pub(crate) privileges: Privileges,
    /// How many bytes of the message follow the privileges.
    pub(crate) trailing_bytes: usize,
    payload: Vec<u8>,
    message_at: usize,
}

impl Content {
    /// Reads a token that starts with `006`.
    pub(crate) fn read(token: &str) -> Result<Self> {
        let (app_id, encoded) = token
            .as_bytes()
            .get(3..)
            .and_then(|rest| rest.split_at_checked(HEX_DIGITS))
            .ok_or_else(|| malformed("the token ends within its App ID"))?;
        let app_id = AppId::from_digits(app_id)
            .ok_or_else(|| malformed("the App ID at byte 3 is not 32 hexadecimal digits"))?;
        let payload = base64::decode(encoded, CONTENT_AT)?;

        let mut reader = Reader::new(&payload, 0);
        let signature = reader.signature()?;
        let channel_crc = reader.u32()?;
        let user_crc = reader.u32()?;
        let message_at = reader.offset() + 2;
        let message = reader.counted_bytes()?;
        if !reader.rest().is_empty() {
            return Err(malformed(format!(
                "{} bytes follow the message at payload byte {}",
                reader.rest().len(),
                reader.offset()
            )));
        }

        let mut reader = Reader::new(message, message_at);
        let salt = reader.u32()?;
        let ts = reader.u32()?;
        let privileges = reader.map("privilege")?;
        let trailing_bytes = reader.rest().len();
        Ok(Self {
            app_id,
            signature,
            channel_crc,
            user_crc,
            salt,
            ts,
            privileges,
            trailing_bytes,
            payload,
            message_at,
        })
    }

    /// The signed bytes as they came, which verification hashes. They end the payload.
    pub(crate) fn message(&self) -> &[u8] {
        self.payload.get(self.message_at..).unwrap_or_default()
    }

    /// The end of a privilege: its own, or the token's if it has none.
    pub(crate) fn privilege_end(&self, value: u32) -> i64 {
        i64::from(if value == 0 { self.ts } else { value })
    }
}

#[cold]
fn malformed(reason: impl Into<String>) -> Error {
    Error::unreadable(ErrorCode::MalformedToken, reason)
}
