//! What a token holds, without a certificate.

use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::lifetime::DAY;
use crate::service::Service;
use crate::signature;
use crate::v006::{self, Content};
use crate::version::Version;

/// What a token says about itself. Nothing in it is proven: anyone can write a token.
///
/// All times are Unix seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Inspection {
    /// The token's version.
    pub version: Version,
    /// The App ID of the project that the token is for.
    pub app_id: String,
    /// The random number that makes two tokens of one second differ.
    pub salt: u32,
    /// When the token was made.
    pub issued_at: i64,
    /// Whether `issued_at` is assumed: version 006 holds only when a token ends, and the
    /// builders all let it end after 24 hours.
    pub issued_at_assumed: bool,
    /// When the token as a whole ends; privileges may end earlier.
    pub expires_at: i64,
    /// The services that the token opens.
    pub services: Vec<InspectedService>,
    /// Version 006: the CRC-32 of the channel's name (RTM: of the user's).
    pub channel_crc: Option<u32>,
    /// Version 006: the CRC-32 of the user as text, 0 for anyone.
    pub user_crc: Option<u32>,
    /// The signature in lower-case hexadecimal digits.
    pub signature: String,
    /// Bytes within the signed part that follow all that is understood.
    pub trailing_bytes: usize,
}

/// A service that a token opens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct InspectedService {
    /// The service's name, such as `rtc`.
    pub name: &'static str,
    /// The service's number, as version 007 writes it.
    pub number: u16,
    /// The channel's name; version 006 does not hold it.
    pub channel: Option<String>,
    /// The user as text; version 006 does not hold it.
    pub user: Option<String>,
    /// What the user may do.
    pub privileges: Vec<InspectedPrivilege>,
}

/// A privilege that a token grants.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct InspectedPrivilege {
    /// The privilege's name, such as `publish_audio`; `None` for a number without one.
    pub name: Option<&'static str>,
    /// The privilege's number in its version and service.
    pub number: u16,
    /// When the privilege ends; the token's own end if it has none of its own.
    pub expires_at: i64,
}

/// Reads a token of any supported version; no certificate is needed.
///
/// # Errors
///
/// `malformed_token`, with where but never with what; `unsupported_version`, which names the
/// version; `token_too_large`.
///
/// ```
/// let token = "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRB\
///              XoFHlEAABAAAAR/QQAAEAAQCvKDdW";
/// let inspection = dynakey::inspect(token)?;
/// assert_eq!(inspection.app_id, "970CA35de60c44645bbae8a215061b33");
/// assert_eq!(inspection.expires_at, 1_111_111);
/// assert_eq!(inspection.services[0].name, "rtc");
/// assert_eq!(inspection.services[0].privileges[0].name, Some("join_channel"));
/// # Ok::<(), dynakey::Error>(())
/// ```
pub fn inspect<'a>(token: impl Into<Input<'a>>) -> Result<Inspection> {
    let token = token_text(token.into())?;
    let Version::V006 = Version::of(token)?;
    Content::read(token).map(|content| Inspection::from_006(&content))
}

/// The text of a token that a caller gave.
pub(crate) fn token_text(token: Input<'_>) -> Result<&str> {
    token.text(ErrorCode::MalformedToken, "token", "a text")
}

impl Inspection {
    /// Version 006 mixes the privileges of all services; they are told apart by their numbers.
    pub(crate) fn from_006(content: &Content) -> Self {
        let mut services = Vec::new();
        for service in [Service::Rtc, Service::Rtm] {
            let privileges: Vec<_> = content
                .privileges
                .iter()
                .filter(|(number, _)| (*number == v006::RTM_LOGIN) == (service == Service::Rtm))
                .map(|(number, value)| InspectedPrivilege {
                    name: v006::privilege_name(*number),
                    number: *number,
                    expires_at: content.privilege_end(*value),
                })
                .collect();
            if !privileges.is_empty() {
                services.push(InspectedService {
                    name: service.name(),
                    number: service.number(),
                    channel: None,
                    user: None,
                    privileges,
                });
            }
        }
        Self {
            version: Version::V006,
            app_id: content.app_id.as_str().to_owned(),
            salt: content.salt,
            issued_at: i64::from(content.ts) - i64::from(DAY),
            issued_at_assumed: true,
            expires_at: content.ts.into(),
            services,
            channel_crc: Some(content.channel_crc),
            user_crc: Some(content.user_crc),
            signature: signature::hex(&content.signature),
            trailing_bytes: content.trailing_bytes,
        }
    }
}
