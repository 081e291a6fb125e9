//! Text to bytes to fields: strict, and within bounds.

use super::service::Service;
use super::zlib;
use crate::base64;
use crate::credentials::AppId;
use crate::error::{Error, ErrorCode, Result};
use crate::issue_key::IssueKey;
use crate::service::ServiceType;
use crate::signature::{self, Signature};
use crate::wire::Reader;

/// Where the encoded payload starts in a token: after the version.
const PAYLOAD_AT: usize = 3;

/// What a version 007 token holds.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) app_id: AppId,
    pub(crate) signature: Signature,
    pub(crate) issue_ts: u32,
    pub(crate) expire: u32,
    pub(crate) salt: u32,
    /// In the order of the token.
    pub(crate) services: Vec<Service<'static>>,
    /// The number of the first service that is not known: what follows can't be read.
    pub(crate) unknown_service: Option<u16>,
    /// How many bytes follow the last service.
    pub(crate) trailing_bytes: usize,
    payload: Vec<u8>,
    signing_info_at: usize,
}

impl Content {
    /// Reads a token that starts with `007`.
    pub(crate) fn read(token: &str) -> Result<Self> {
        let encoded = token.as_bytes().get(PAYLOAD_AT..).unwrap_or_default();
        let payload = base64::decode_to(encoded, PAYLOAD_AT, zlib::decompressed)?;
        let mut reader = Reader::new(&payload, 0);
        let signature = reader.signature()?;
        let signing_info_at = reader.offset();
        let app_id_at = signing_info_at + 2;
        let app_id = AppId::from_digits(reader.counted_bytes()?).ok_or_else(|| {
            Error::unreadable(
                ErrorCode::MalformedToken,
                format!("the App ID at payload byte {app_id_at} is not 32 hexadecimal digits"),
            )
        })?;
        let (issue_ts, expire, salt) = (reader.u32()?, reader.u32()?, reader.u32()?);
        let mut services = Vec::new();
        let mut unknown_service = None;
        for _ in 0..reader.u16()? {
            let number = reader.u16()?;
            let Some(service_type) = ServiceType::by_number(number) else {
                unknown_service = Some(number);
                break;
            };
            services.push(Service::read(service_type, &mut reader)?);
        }
        let trailing_bytes = if unknown_service.is_none() { reader.rest().len() } else { 0 };
        Ok(Self {
            app_id,
            signature,
            issue_ts,
            expire,
            salt,
            services,
            unknown_service,
            trailing_bytes,
            payload,
            signing_info_at,
        })
    }

    /// Whether `certificate`, by its 32 ASCII digits, made this token. It looks at the bytes that
    /// came, not at what they were read as.
    pub(crate) fn is_signed_by(&self, certificate: &[u8; 32]) -> bool {
        let signing_info = self.payload.get(self.signing_info_at..).unwrap_or_default();
        let key = IssueKey::new(certificate, self.issue_ts);
        signature::equal(&key.sign(self.salt, signing_info), &self.signature)
    }

    /// When the token as a whole ends, in Unix seconds.
    pub(crate) fn end(&self) -> i64 {
        i64::from(self.issue_ts) + i64::from(self.expire)
    }

    /// When a privilege ends: by its own duration, or with the token if it has none.
    pub(crate) fn privilege_end(&self, value: u32) -> i64 {
        if value == 0 { self.end() } else { i64::from(self.issue_ts) + i64::from(value) }
    }
}
