//! The token object of version 007.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::SystemTime;

use zeroize::Zeroizing;

use super::service::Service;
use crate::clock::Clock;
use crate::content::Content;
use crate::credentials::{AppCertificate, AppId};
use crate::duration;
use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::role;
use crate::salt;
use crate::sample_api::v006::user;
use crate::service::ServiceType;
use crate::timestamp;
use crate::v007::{self, Permissions, ServiceFields as Fields};
use crate::version::Version;

/// A version 007 token in its parts: any services with any privileges, and the salt, the time of
/// issue and the duration as they are set.
///
/// [`AccessToken2::build`] checks ids, sizes and texts, nothing else; see [`crate::App`] for tokens
/// that are checked as a whole. The certificate is never printed and is wiped on drop.
///
/// ```
/// use dynakey::sample_api::{AccessToken2, ServiceRtc};
///
/// let mut token = AccessToken2::new(
///     "970CA35de60c44645bbae8a215061b33",
///     "5CFd2fd1755d40ecb72977518be15d3b",
///     1_111_111,
///     600,
/// )?;
/// token.salt = 1;
/// token.add_service(
///     ServiceRtc::new("7d72365eb983485397e3e3f9d460bdda", 2_882_341_273_u32)?
///         .with_privilege(ServiceRtc::PRIVILEGE_JOIN_CHANNEL, 600),
/// );
/// assert_eq!(
///     token.build()?,
///     "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxN\
///      DcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxgDC\
///      aiTj"
/// );
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone)]
pub struct AccessToken2 {
    /// The App ID, 32 hexadecimal digits.
    pub app_id: String,
    /// When the token was issued, in Unix seconds.
    pub issue_ts: u32,
    /// How long the token lasts from its issue, in seconds.
    pub expire: u32,
    /// The salt.
    pub salt: u32,
    /// The services; a token holds them sorted by their numbers.
    pub services: Vec<Service>,
    /// The signature of a token that was read.
    pub signature: [u8; 32],
    /// `None` in one that was read: wiping an empty text costs more than a call to the allocator.
    app_certificate: Option<Zeroizing<String>>,
    /// The signed bytes of a token that was read.
    read: Option<std::sync::Arc<v007::Content>>,
}

impl AccessToken2 {
    /// A token without services, with a random salt. An `issue_ts` of 0 is now; `expire` is the
    /// reference's 900 unless something else is meant.
    ///
    /// # Errors
    ///
    /// `clock_out_of_range`, `entropy_unavailable`. The arguments are looked at by
    /// [`AccessToken2::build`].
    pub fn new(app_id: &str, app_certificate: &str, issue_ts: u32, expire: u32) -> Result<Self> {
        let now = SystemTime::now();
        Ok(Self {
            app_id: app_id.to_owned(),
            issue_ts: if issue_ts == 0 { Clock::system().issue_time(now)? } else { issue_ts },
            expire,
            salt: salt::draw(now)?,
            services: Vec::new(),
            signature: [0; 32],
            app_certificate: Some(Zeroizing::new(app_certificate.to_owned())),
            read: None,
        })
    }

    /// Adds a service. One of a type that the token has already stands beside it.
    #[doc(alias("AddService", "addService"))]
    pub fn add_service(&mut self, service: impl Into<Service>) {
        self.services.push(service.into());
    }

    /// The services of one type.
    #[doc(alias("getServices", "get_services"))]
    pub fn services_of(&self, service_type: ServiceType) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(move |service| service.service_type() == service_type)
    }

    /// The token.
    ///
    /// # Errors
    ///
    /// `invalid_app_id`, `invalid_app_certificate`, `no_services`, `field_too_long`,
    /// `token_too_large`.
    pub fn build(&self) -> Result<String> {
        let services = self.services.iter().map(|service| {
            Ok(ServiceFields {
                service_type: service.service_type(),
                channel: (&service.channel).into(),
                user: (&service.user).into(),
                role: service.role.into(),
                permissions: Cow::Borrowed(&service.permissions),
                privileges: service
                    .privileges
                    .iter()
                    .map(|(privilege, expire)| ((*privilege).into(), (*expire).into()))
                    .collect(),
            })
        });
        AccessToken2Fields {
            app_id: (&self.app_id).into(),
            app_certificate: self.app_certificate.as_ref().map_or("", |text| text.as_str()).into(),
            issue_ts: self.issue_ts.into(),
            expire: self.expire.into(),
            salt: self.salt.into(),
        }
        .build(services)
    }

    /// Reads `token` into this object; `false`, and everything cleared but the certificate, if it
    /// can't be read. See [`inspect`](crate::inspect) for the reason. A service that is not known
    /// ends the list; a token that is built then lacks it, and what follows it.
    ///
    /// ```
    /// use dynakey::sample_api::AccessToken2;
    ///
    /// let mut token = AccessToken2::new("", "", 0, 900)?;
    /// assert!(!token.from_string("007 and nothing that can be read"));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("FromString"))]
    pub fn from_string(&mut self, token: &str) -> bool {
        let read = Self::read(token);
        let is_read = read.is_ok();
        let kept = core::mem::replace(self, read.unwrap_or_else(|_| Self::empty()));
        self.app_certificate = kept.app_certificate;
        is_read
    }

    /// A token object of what `token` holds, which is not its certificate.
    ///
    /// # Errors
    ///
    /// As [`inspect`](crate::inspect); `unsupported_version` also for a token of version 006.
    ///
    /// ```
    /// use dynakey::sample_api::AccessToken2;
    ///
    /// let token = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0S\
    ///              jQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYm\
    ///              hkbmxgDCaiTj";
    /// assert_eq!(AccessToken2::read(token)?.expire, 600);
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn read<'a>(token: impl Into<Input<'a>>) -> Result<Self> {
        let content = match Content::read(token.into())? {
            Content::V007(content) => content,
            Content::V006(_) => return Err(Version::V006.unexpected()),
        };
        Ok(Self {
            app_id: content.app_id.as_str().to_owned(),
            issue_ts: content.issue_ts,
            expire: content.expire,
            salt: content.salt,
            services: content.services.iter().map(Service::read).collect(),
            signature: content.signature,
            read: Some(content.into()),
            ..Self::empty()
        })
    }

    fn empty() -> Self {
        Self {
            app_id: String::new(),
            issue_ts: 0,
            expire: 0,
            salt: 0,
            services: Vec::new(),
            signature: [0; 32],
            app_certificate: None,
            read: None,
        }
    }

    /// Whether `app_certificate` made the token that was read, by the bytes that came; `false` if
    /// none was read. [`App::verify`](crate::App::verify) says more.
    ///
    /// ```
    /// # use dynakey::sample_api::AccessToken2;
    /// let token = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0S\
    ///              jQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYm\
    ///              hkbmxgDCaiTj";
    /// let mut read = AccessToken2::new("", "", 0, 900)?;
    /// assert!(read.from_string(token));
    /// assert!(read.verify_signature("5CFd2fd1755d40ecb72977518be15d3b"));
    /// assert!(!read.verify_signature("00000000000000000000000000000000"));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[must_use]
    #[doc(alias("VerifySignature", "verifySignature"))]
    pub fn verify_signature(&self, app_certificate: &str) -> bool {
        let Ok(certificate) = AppCertificate::new(app_certificate.into(), "app_certificate") else {
            return false;
        };
        self.read.as_ref().is_some_and(|read| read.is_signed_by(certificate.as_bytes()))
    }
}

impl fmt::Debug for AccessToken2 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AccessToken2")
            .field("app_id", &self.app_id)
            .field("issue_ts", &self.issue_ts)
            .field("expire", &self.expire)
            .field("salt", &self.salt)
            .field("services", &self.services)
            .finish_non_exhaustive()
    }
}

/// The fields of an [`AccessToken2`] as another language's token object holds them, unchecked.
#[derive(Clone, Copy, Debug)]
pub struct AccessToken2Fields<'a> {
    /// The App ID.
    pub app_id: Input<'a>,
    /// The App Certificate.
    pub app_certificate: Input<'a>,
    /// When the token was issued, in Unix seconds.
    pub issue_ts: Input<'a>,
    /// How long the token lasts from its issue, in seconds.
    pub expire: Input<'a>,
    /// The salt, 0 to 4294967295.
    pub salt: Input<'a>,
}

/// The fields of a [`Service`] as another language's object holds them, unchecked. Those that the
/// service does not have are not looked at.
#[derive(Clone, Debug)]
pub struct ServiceFields<'a> {
    /// Which service it is.
    pub service_type: ServiceType,
    /// As [`Service::channel`].
    pub channel: Input<'a>,
    /// As [`Service::user`]; of RTC also a number, where 0 is anyone.
    pub user: Input<'a>,
    /// As [`Service::role`].
    pub role: Input<'a>,
    /// As [`Service::permissions`].
    pub permissions: Cow<'a, Permissions>,
    /// As [`Service::privileges`]; of a repeated number the last counts.
    pub privileges: Vec<(Input<'a>, Input<'a>)>,
}

impl AccessToken2Fields<'_> {
    /// The token with `services`, each of which may be an error that a language met when it looked
    /// at its own object.
    ///
    /// # Errors
    ///
    /// The first field that fails: `invalid_app_id`, `invalid_app_certificate`, `invalid_text`,
    /// `expiry_not_a_timestamp` about `issue_ts`, `expiry_not_a_duration`, `number_out_of_range`
    /// about `salt`; of a service, with its [`index`](crate::Error::index): `invalid_channel_name` and
    /// `invalid_user_account` for what is no text, `invalid_uid`, `invalid_role`,
    /// `number_out_of_range` about a privilege's number, `expiry_not_a_duration`; `no_services`,
    /// `field_too_long`, `token_too_large`.
    ///
    /// See [`AccessToken2`] for an example.
    pub fn build<'s>(
        self,
        services: impl IntoIterator<Item = Result<ServiceFields<'s>>>,
    ) -> Result<String> {
        let app_id = AppId::new(self.app_id)?;
        let app_certificate = AppCertificate::new(self.app_certificate, "app_certificate")?;
        let issue_ts = timestamp::any(self.issue_ts, "issue_ts")?;
        let expire = duration::any(self.expire, "expire")?;
        let salt = self.salt.number("salt", u32::MAX)?;
        let services = services
            .into_iter()
            .enumerate()
            .map(|(index, service)| {
                service.and_then(ServiceFields::checked).map_err(|error| error.at_index(index))
            })
            .collect::<Result<Vec<_>>>()?;
        v007::Fields { app_id: &app_id, expire, salt, services: &services }
            .build(&app_certificate.issue_key(issue_ts))
    }
}

impl<'a> ServiceFields<'a> {
    fn checked(self) -> Result<v007::Service<'a>> {
        let fields = match self.service_type {
            ServiceType::Rtc => {
                let channel = self.channel("channel_name")?;
                let user = user(self.user)?.into_text();
                Fields::Rtc { channel, user }
            }
            ServiceType::Rtm => Fields::Rtm { user: self.user("user_id")? },
            ServiceType::Streaming => Fields::Streaming {
                channel: self.channel("channel_name")?,
                user: self.user("account")?,
            },
            ServiceType::Fpa => Fields::Fpa,
            ServiceType::Chat => Fields::Chat { user: self.user("user_id")? },
            ServiceType::FCdn => {
                Fields::FCdn { channel: self.channel("channel_name")?, user: self.user("account")? }
            }
            ServiceType::Apaas => Fields::Apaas {
                room: self.channel("room_uuid")?,
                user: self.user("user_uuid")?,
                role: role::apaas(self.role)?,
            },
            ServiceType::Rtm2 => {
                Fields::Rtm2 { user: self.user("user_id")?, permissions: self.permissions }
            }
            ServiceType::ConvoAi => Fields::ConvoAi,
            ServiceType::Stt => Fields::Stt,
        };
        let mut privileges = BTreeMap::new();
        for (privilege, expire) in self.privileges {
            let privilege = privilege.number("privileges", u16::MAX)?;
            privileges.insert(privilege, duration::any(expire, "privileges")?);
        }
        Ok(v007::Service { privileges: privileges.into_iter().collect(), fields })
    }

    fn channel(&self, argument: &'static str) -> Result<Cow<'a, str>> {
        self.channel.text(ErrorCode::InvalidChannelName, argument, "a text").map(Cow::Borrowed)
    }

    fn user(&self, argument: &'static str) -> Result<Cow<'a, str>> {
        self.user.text(ErrorCode::InvalidUserAccount, argument, "a text").map(Cow::Borrowed)
    }
}
