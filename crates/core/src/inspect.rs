//! What a token holds, without a certificate.

use crate::content::{Content, InspectedPrivilege, Opened};
use crate::error::Result;
use crate::input::Input;
use crate::signature;
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

impl Content {
    pub(crate) fn inspection(&self) -> Inspection {
        let checksums = match self {
            Self::V006(content) => Some((content.channel_crc, content.user_crc)),
            Self::V007(_) => None,
        };
        Inspection {
            version: self.version(),
            app_id: self.app_id().to_owned(),
            salt: self.salt(),
            issued_at: self.issued_at(),
            issued_at_assumed: self.version() == Version::V006,
            expires_at: self.expires_at(),
            services: self.services().map(InspectedService::from).collect(),
            channel_crc: checksums.map(|(channel, _)| channel),
            user_crc: checksums.map(|(_, user)| user),
            signature: signature::hex(self.signature()),
            unknown_service: self.unknown_service(),
            trailing_bytes: self.trailing_bytes(),
        }
    }
}

impl From<Opened<'_>> for InspectedService {
    fn from(opened: Opened<'_>) -> Self {
        let fields = match opened {
            Opened::V006(..) => None,
            Opened::V007(_, service) => Some(&service.fields),
        };
        let (role, permissions) = match fields {
            Some(v007::ServiceFields::Apaas { role, .. }) => (Some(*role), Vec::new()),
            Some(v007::ServiceFields::Rtm2 { permissions, .. }) => {
                let permission =
                    |(resource, permission, names): (u16, u16, &[String])| InspectedPermission {
                        resource: Permissions::resource_name(resource),
                        resource_number: resource,
                        permission: Permissions::permission_name(permission),
                        permission_number: permission,
                        names: names.to_vec(),
                    };
                (None, permissions.iter().map(permission).collect())
            }
            _ => (None, Vec::new()),
        };
        Self {
            name: opened.service_type().name(),
            number: opened.service_type().number(),
            channel: opened.channel().map(str::to_owned),
            user: opened.user().map(str::to_owned),
            role,
            privileges: opened.privileges().collect(),
            permissions,
        }
    }
}
