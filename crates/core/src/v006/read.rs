//! Text to bytes to fields: strict, so that a changed token is an error or fails to verify.

use ::base64::engine::general_purpose::STANDARD;
use ::base64::{DecodeError, Engine};

use crate::credentials::{AppId, HEX_DIGITS};
use crate::error::{Error, ErrorCode, Result};
use crate::signature::Signature;
use crate::wire::Reader;

/// Where the encoded content starts in a token: after the version and the App ID.
const CONTENT_AT: usize = 3 + HEX_DIGITS;

/// What a version 006 token holds.
pub(crate) struct Content {
    pub(crate) app_id: AppId,
    pub(crate) signature: Signature,
    pub(crate) channel_crc: u32,
    pub(crate) user_crc: u32,
    pub(crate) salt: u32,
    pub(crate) ts: u32,
    /// In the order of the token, each number once.
    pub(crate) privileges: Vec<(u16, u32)>,
    /// The signed bytes as they came, which verification hashes.
    pub(crate) message: Vec<u8>,
    /// How many bytes of the message follow the privileges.
    pub(crate) trailing_bytes: usize,
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
        let mut content = STANDARD.decode(encoded).map_err(|error| bad_base64(&error))?;

        let mut reader = Reader::new(&content, 0);
        let signature = reader.counted_bytes()?;
        let signature = Signature::try_from(signature).map_err(|_| {
            malformed(format!("the signature has {} bytes instead of 32", signature.len()))
        })?;
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
        let privileges = privileges(&mut reader)?;
        let trailing_bytes = reader.rest().len();
        // The message is the content's end.
        content.drain(..message_at);
        Ok(Self {
            app_id,
            signature,
            channel_crc,
            user_crc,
            salt,
            ts,
            privileges,
            message: content,
            trailing_bytes,
        })
    }

    /// The end of a privilege: its own, or the token's if it has none.
    pub(crate) fn privilege_end(&self, value: u32) -> i64 {
        i64::from(if value == 0 { self.ts } else { value })
    }
}

fn privileges(reader: &mut Reader<'_>) -> Result<Vec<(u16, u32)>> {
    let count = reader.u16()?;
    let mut privileges: Vec<(u16, u32)> = Vec::with_capacity(usize::from(count).min(16));
    let mut ascending = true;
    for _ in 0..count {
        let entry = (reader.u16()?, reader.u32()?);
        ascending &= privileges.last().is_none_or(|last| last.0 < entry.0);
        privileges.push(entry);
    }
    // Only a writer that does not sort can repeat a number without two neighbours telling.
    if !ascending {
        let mut numbers: Vec<u16> = privileges.iter().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        if let Some((repeated, _)) =
            numbers.iter().zip(numbers.iter().skip(1)).find(|(number, next)| number == next)
        {
            return Err(malformed(format!("privilege {repeated} is repeated")));
        }
    }
    Ok(privileges)
}

#[cold]
fn malformed(reason: impl Into<String>) -> Error {
    Error::unreadable(ErrorCode::MalformedToken, reason)
}

/// Says where the base64 text is wrong, never with which character: a token is a secret too.
#[cold]
fn bad_base64(error: &DecodeError) -> Error {
    let whole_token = |offset: usize| offset + CONTENT_AT;
    malformed(match *error {
        DecodeError::InvalidByte(offset, _) => {
            format!("byte {} is not of the base64 alphabet", whole_token(offset))
        }
        DecodeError::InvalidLength(length) => {
            format!("the base64 text from byte {CONTENT_AT} has an impossible length of {length}")
        }
        DecodeError::InvalidLastSymbol { offset, .. } => {
            format!("the last base64 character, byte {}, is not canonical", whole_token(offset))
        }
        DecodeError::InvalidPadding => {
            format!("the base64 text from byte {CONTENT_AT} is not padded as it must be")
        }
    })
}
