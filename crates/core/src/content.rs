//! What a token of any version holds.

use core::fmt;

use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::lifetime::DAY;
use crate::service::ServiceType;
use crate::signature::Signature;
use crate::v006;
use crate::v007;
use crate::version::Version;

/// What a token of any version holds.
#[derive(Clone, PartialEq, Eq)]
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

    pub(crate) fn version(&self) -> Version {
        match self {
            Self::V006(_) => Version::V006,
            Self::V007(_) => Version::V007,
        }
    }

    pub(crate) fn app_id(&self) -> &str {
        match self {
            Self::V006(content) => content.app_id.as_str(),
            Self::V007(content) => content.app_id.as_str(),
        }
    }

    pub(crate) fn salt(&self) -> u32 {
        match self {
            Self::V006(content) => content.salt,
            Self::V007(content) => content.salt,
        }
    }

    pub(crate) fn signature(&self) -> &Signature {
        match self {
            Self::V006(content) => &content.signature,
            Self::V007(content) => &content.signature,
        }
    }

    /// When the token was made, in Unix seconds. Version 006 does not say it; the builders all let
    /// a token end after 24 hours.
    pub(crate) fn issued_at(&self) -> i64 {
        match self {
            Self::V006(content) => i64::from(content.ts) - i64::from(DAY),
            Self::V007(content) => content.issue_ts.into(),
        }
    }

    /// When Agora ends the token's session at the latest, in Unix seconds.
    pub(crate) fn day_after_issue(&self) -> i64 {
        self.issued_at().saturating_add(DAY.into())
    }

    /// When the token as a whole ends, in Unix seconds.
    pub(crate) fn expires_at(&self) -> i64 {
        match self {
            Self::V006(content) => content.ts.into(),
            Self::V007(content) => content.end(),
        }
    }

    /// The number of the first service that is not known.
    pub(crate) fn unknown_service(&self) -> Option<u16> {
        match self {
            Self::V006(_) => None,
            Self::V007(content) => content.unknown_service,
        }
    }

    /// How many bytes follow all that is understood.
    pub(crate) fn trailing_bytes(&self) -> usize {
        match self {
            Self::V006(content) => content.trailing_bytes,
            Self::V007(content) => content.trailing_bytes,
        }
    }

    /// The services that the token opens, in its order. Version 006 mixes the privileges of all;
    /// they are told apart by their numbers.
    pub(crate) fn services(&self) -> impl Iterator<Item = Opened<'_>> {
        let (of_006, of_007) = match self {
            Self::V006(content) => (Some(content), None),
            Self::V007(content) => (None, Some(content)),
        };
        let services_of_006 = of_006.into_iter().flat_map(|content| {
            [ServiceType::Rtc, ServiceType::Rtm]
                .map(|service| Opened::V006(content, service))
                .into_iter()
                .filter(|opened| opened.privileges().next().is_some())
        });
        let services_of_007 = of_007.into_iter().flat_map(|content| {
            content.services.iter().map(move |service| Opened::V007(content, service))
        });
        services_of_006.chain(services_of_007)
    }
}

/// As what is told of it: there is more in it than helps.
impl fmt::Debug for Content {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inspection().fmt(formatter)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Content {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.inspection().serialize(serializer)
    }
}

/// A service that a token opens.
#[derive(Clone, Copy)]
pub(crate) enum Opened<'a> {
    V006(&'a v006::Content, ServiceType),
    V007(&'a v007::Content, &'a v007::Service<'static>),
}

impl<'a> Opened<'a> {
    pub(crate) fn service_type(self) -> ServiceType {
        match self {
            Self::V006(_, service) => service,
            Self::V007(_, service) => service.service_type(),
        }
    }

    /// The channel's or room's name, if the service has one and the token holds it.
    pub(crate) fn channel(self) -> Option<&'a str> {
        match self {
            Self::V006(..) => None,
            Self::V007(_, service) => service.channel(),
        }
    }

    /// The user as text, if the service has one and the token holds it.
    pub(crate) fn user(self) -> Option<&'a str> {
        match self {
            Self::V006(..) => None,
            Self::V007(_, service) => service.user(),
        }
    }

    /// What the user may do.
    pub(crate) fn privileges(self) -> impl Iterator<Item = InspectedPrivilege> + use<'a> {
        let privileges = match self {
            Self::V006(content, _) => &content.privileges,
            Self::V007(_, service) => &service.privileges,
        };
        privileges.iter().filter_map(move |&(number, value)| {
            let (name, expires_at) = match self {
                Self::V006(content, service) => {
                    let is_of_rtm = number == v006::RTM_LOGIN;
                    if is_of_rtm != (service == ServiceType::Rtm) {
                        return None;
                    }
                    (v006::privilege_name(number), content.privilege_end(value))
                }
                Self::V007(content, service) => {
                    let name = v007::privilege::name(service.service_type(), number);
                    (name, content.privilege_end(value))
                }
            };
            Some(InspectedPrivilege { name, number, expires_at })
        })
    }
}

/// A privilege that a token grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
