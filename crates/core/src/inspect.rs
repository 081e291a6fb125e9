//! What a token holds, without a certificate.

use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::lifetime::DAY;
use crate::service::ServiceType;
use crate::signature;
use crate::v006;
use crate::v007::{self, Permissions};
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
    /// builders all let it end after 24 hours. Version 007 holds it.
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
    /// Version 007: the number of the first service that is not known. What follows it in the
    /// token can't be read, though it is signed.
    pub unknown_service: Option<u16>,
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
    /// The name of the channel or room, `*` for any; `None` if the service has none, and in
    /// version 006, which does not hold it.
    pub channel: Option<String>,
    /// The user as text, empty for anyone (Chat, APaaS: for the app); `None` if the service has
    /// none, and in version 006, which does not hold it.
    pub user: Option<String>,
    /// APaaS: the user's role in the room.
    pub role: Option<i16>,
    /// What the user may do.
    pub privileges: Vec<InspectedPrivilege>,
    /// RTM2: which resources the user may use.
    pub permissions: Vec<InspectedPermission>,
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

/// A permission that an RTM2 token grants.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct InspectedPermission {
    /// The type of the resources, such as `message_channels`; `None` for a number without a name.
    pub resource: Option<&'static str>,
    /// The number of that type.
    pub resource_number: u16,
    /// `read` or `write`; `None` for a number without a name.
    pub permission: Option<&'static str>,
    /// The permission's number.
    pub permission_number: u16,
    /// The names of the resources.
    pub names: Vec<String>,
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
    Content::read(token.into()).map(|content| content.inspection())
}

/// What a token of any version holds.
pub(crate) enum Content {
    V006(v006::Content),
    V007(v007::Content),
}

impl Content {
    pub(crate) fn read(token: Input<'_>) -> Result<Self> {
        let token = token.text(ErrorCode::MalformedToken, "token", "a text")?;
        match Version::of(token)? {
            Version::V006 => v006::Content::read(token).map(Self::V006),
            Version::V007 => v007::Content::read(token).map(Self::V007),
        }
    }

    pub(crate) fn inspection(&self) -> Inspection {
        match self {
            Self::V006(content) => Inspection::from_006(content),
            Self::V007(content) => Inspection::from_007(content),
        }
    }
}

impl Inspection {
    /// Version 006 mixes the privileges of all services; they are told apart by their numbers.
    fn from_006(content: &v006::Content) -> Self {
        let mut services = Vec::new();
        for service in [ServiceType::Rtc, ServiceType::Rtm] {
            let privileges: Vec<_> = content
                .privileges
                .iter()
                .filter(|(number, _)| (*number == v006::RTM_LOGIN) == (service == ServiceType::Rtm))
                .map(|&(number, value)| InspectedPrivilege {
                    name: v006::privilege_name(number),
                    number,
                    expires_at: content.privilege_end(value),
                })
                .collect();
            if privileges.is_empty() {
                continue;
            }
            services.push(InspectedService {
                name: service.name(),
                number: service.number(),
                channel: None,
                user: None,
                role: None,
                permissions: Vec::new(),
                privileges,
            });
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
            unknown_service: None,
            trailing_bytes: content.trailing_bytes,
        }
    }

    fn from_007(content: &v007::Content) -> Self {
        Self {
            version: Version::V007,
            app_id: content.app_id.as_str().to_owned(),
            salt: content.salt,
            issued_at: content.issue_ts.into(),
            issued_at_assumed: false,
            expires_at: content.end(),
            services: content
                .services
                .iter()
                .map(|service| InspectedService::from_007(service, content))
                .collect(),
            channel_crc: None,
            user_crc: None,
            signature: signature::hex(&content.signature),
            unknown_service: content.unknown_service,
            trailing_bytes: content.trailing_bytes,
        }
    }
}

impl InspectedService {
    fn from_007(service: &v007::Service<'_>, content: &v007::Content) -> Self {
        let service_type = service.service_type();
        let (role, permissions) = match &service.fields {
            v007::ServiceFields::Apaas { role, .. } => (Some(*role), Vec::new()),
            v007::ServiceFields::Rtm2 { permissions, .. } => (
                None,
                permissions
                    .iter()
                    .map(|(resource, permission, names)| InspectedPermission {
                        resource: Permissions::resource_name(resource),
                        resource_number: resource,
                        permission: Permissions::permission_name(permission),
                        permission_number: permission,
                        names: names.to_vec(),
                    })
                    .collect(),
            ),
            _ => (None, Vec::new()),
        };
        Self {
            name: service_type.name(),
            number: service_type.number(),
            channel: service.channel().map(str::to_owned),
            user: service.user().map(str::to_owned),
            role,
            privileges: service
                .privileges
                .iter()
                .map(|(number, value)| InspectedPrivilege {
                    name: v007::privilege::name(service_type, *number),
                    number: *number,
                    expires_at: content.privilege_end(*value),
                })
                .collect(),
            permissions,
        }
    }
}
