//! Several services in one token.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::apaas;
use crate::app::App;
use crate::channel::{self, Channel};
use crate::chat;
use crate::error::{Error, ErrorCode, Result};
use crate::fpa;
use crate::input::Input;
use crate::issue::Issue;
use crate::lifetime;
use crate::options::TokenOptions;
use crate::role::{self, Role};
use crate::rtc;
use crate::rtm;
use crate::service::ServiceType;
use crate::user::{RTM_ACCOUNT_BYTES, account, any_text};
use crate::v007::privilege::number;
use crate::v007::{self, Permissions, ServiceFields as Fields};

/// A service to put into a version 007 token: whom it is for, and what it grants for how long.
///
/// Its privileges last as long as the token unless [`Grant::ttl`] says another lifetime for all of
/// them or [`Grant::privilege`] for one.
///
/// ```
/// use dynakey::{App, Grant, Role, TokenOptions};
///
/// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// let services = [
///     Grant::rtc("room", "ann").role(Role::Publisher).privilege("publish_video", 60),
///     Grant::rtm("ann"),
/// ];
/// let token = app.token(services, TokenOptions::new().ttl(600))?;
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Grant<'a> {
    service: Service<'a>,
    role: Option<Input<'a>>,
    ttl: Option<Input<'a>>,
    privileges: Vec<(Input<'a>, Input<'a>)>,
}

#[derive(Clone, Debug)]
enum Service<'a> {
    Rtc { channel: Input<'a>, user: Input<'a> },
    Rtm { user: Input<'a> },
    Rtm2 { user: Input<'a>, permissions: Permissions },
    Streaming { channel: Input<'a>, user: Input<'a> },
    FCdn { channel: Input<'a>, user: Input<'a> },
    ChatUser { user: Input<'a> },
    ChatApp,
    Fpa,
    ApaasRoom { room: Input<'a>, user: Input<'a>, role: Input<'a> },
    ApaasUser { user: Input<'a> },
    ApaasApp,
    ConvoAi,
    Stt,
}

impl<'a> Grant<'a> {
    const fn new(service: Service<'a>) -> Self {
        Self { service, role: None, ttl: None, privileges: Vec::new() }
    }

    /// RTC: `user` may join `channel`, as for [`App::rtc_token`]; a publisher unless
    /// [`Grant::role`] is said.
    pub fn rtc(channel: impl Into<Input<'a>>, user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::Rtc { channel: channel.into(), user: user.into() })
    }

    /// RTM: `user` may log in, as for [`App::rtm_token`].
    pub fn rtm(user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::Rtm { user: user.into() })
    }

    /// RTM with permissions on single resources: `user` may log in and use what they name.
    pub fn rtm2(user: impl Into<Input<'a>>, permissions: Permissions) -> Self {
        Self::new(Service::Rtm2 { user: user.into(), permissions })
    }

    /// Streaming: `user` may publish mixed and raw streams of `channel`.
    pub fn streaming(channel: impl Into<Input<'a>>, user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::Streaming { channel: channel.into(), user: user.into() })
    }

    /// The fusion CDN: `user` may publish and play `channel`; only play it in the
    /// [role](Grant::role) of a subscriber.
    pub fn fcdn(channel: impl Into<Input<'a>>, user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::FCdn { channel: channel.into(), user: user.into() })
    }

    /// Chat as a user, as for [`App::chat_user_token`].
    pub fn chat_user(user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::ChatUser { user: user.into() })
    }

    /// Chat as the app, as for [`App::chat_app_token`].
    pub const fn chat_app() -> Self {
        Self::new(Service::ChatApp)
    }

    /// Full-path acceleration.
    pub const fn fpa() -> Self {
        Self::new(Service::Fpa)
    }

    /// APaaS in a room. Unlike [`App::apaas_room_token`] it is this service alone, without RTM
    /// and Chat.
    pub fn apaas_room(
        room: impl Into<Input<'a>>,
        user: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
    ) -> Self {
        Self::new(Service::ApaasRoom { room: room.into(), user: user.into(), role: role.into() })
    }

    /// APaaS as a user outside of any room.
    pub fn apaas_user(user: impl Into<Input<'a>>) -> Self {
        Self::new(Service::ApaasUser { user: user.into() })
    }

    /// APaaS as the app.
    pub const fn apaas_app() -> Self {
        Self::new(Service::ApaasApp)
    }

    /// Conversational AI. It stands beside RTC and RTM services.
    pub const fn convo_ai() -> Self {
        Self::new(Service::ConvoAi)
    }

    /// Speech to text. It stands beside RTC and RTM services.
    pub const fn stt() -> Self {
        Self::new(Service::Stt)
    }

    /// The role in RTC or the fusion CDN: a [`Role`], its number or its name.
    pub fn role(mut self, role: impl Into<Input<'a>>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// How long the service's privileges last, as for [`TokenOptions::ttl`].
    pub fn ttl(mut self, ttl: impl Into<Input<'a>>) -> Self {
        self.ttl = Some(ttl.into());
        self
    }

    /// Grants one privilege, by name such as `publish_audio` or by number, for a lifetime of its
    /// own.
    pub fn privilege(mut self, privilege: impl Into<Input<'a>>, ttl: impl Into<Input<'a>>) -> Self {
        self.privileges.push((privilege.into(), ttl.into()));
        self
    }

    /// The service with checked values, in the order in which every language has the arguments:
    /// whom it is for, role, lifetimes. Its privileges last for `ttl` unless said.
    fn checked(&self, ttl: u32) -> Result<v007::Service<'a>> {
        // Whom it is for is told before a faulty role.
        let publishes = self.publishes();
        let service = self.service(*publishes.as_ref().unwrap_or(&true))?;
        publishes?;
        let ttl = self.ttl.map_or(Ok(ttl), lifetime::checked)?;
        let granted = service.privileges.iter().map(|(privilege, _)| (*privilege, ttl));
        if self.privileges.is_empty() {
            return Ok(v007::Service { privileges: granted.collect(), ..service });
        }
        let mut privileges: BTreeMap<u16, u32> = granted.collect();
        for (privilege, ttl) in &self.privileges {
            let privilege = privilege_number(service.service_type(), *privilege)?;
            privileges.insert(privilege, lifetime::checked(*ttl)?);
        }
        Ok(v007::Service { privileges: privileges.into_iter().collect(), ..service })
    }

    /// The service as its product's tokens have it, its privileges as long as the token.
    fn service(&self, publishes: bool) -> Result<v007::Service<'a>> {
        let unlimited = 0;
        Ok(match &self.service {
            Service::Rtc { channel, user } => {
                let (channel, user) = channel_and_user(*channel, *user)?;
                rtc::service(channel, user, publishes, unlimited)
            }
            Service::Streaming { channel, user } => {
                let (channel, user) = channel_and_user(*channel, *user)?;
                let fields = Fields::Streaming { channel: channel.into(), user };
                v007::Service { privileges: [(1, unlimited), (2, unlimited)].into(), fields }
            }
            Service::FCdn { channel, user } => {
                let (channel, user) = channel_and_user(*channel, *user)?;
                let privileges = if publishes { &[1, 2][..] } else { &[2] };
                v007::Service {
                    privileges: privileges.iter().map(|number| (*number, unlimited)).collect(),
                    fields: Fields::FCdn { channel: channel.into(), user },
                }
            }
            Service::Rtm { user } => {
                rtm::service(account(*user, "user", RTM_ACCOUNT_BYTES)?, unlimited)
            }
            Service::Rtm2 { user, permissions } => rtm::service_with_permissions(
                account(*user, "user", RTM_ACCOUNT_BYTES)?,
                Cow::Owned(permissions.clone()),
                unlimited,
            ),
            Service::ChatUser { user } => chat::user_service(any_text(*user, "user")?, unlimited),
            Service::ChatApp => chat::app_service(unlimited),
            Service::ApaasRoom { room, user, role } => {
                let room = channel::room(*room, "room")?;
                let user = any_text(*user, "user")?;
                apaas::room_service(room, user, role::apaas(*role)?, unlimited)
            }
            Service::ApaasUser { user } => apaas::user_service(any_text(*user, "user")?, unlimited),
            Service::ApaasApp => apaas::app_service(unlimited),
            Service::Fpa => fpa::service(unlimited),
            Service::ConvoAi => v007::Service { privileges: [].into(), fields: Fields::ConvoAi },
            Service::Stt => v007::Service { privileges: [].into(), fields: Fields::Stt },
        })
    }

    fn publishes(&self) -> Result<bool> {
        match (&self.service, self.role) {
            (_, None) => Ok(true),
            (Service::Rtc { .. } | Service::FCdn { .. }, Some(role)) => {
                Role::new(role).map(|role| role == Role::Publisher)
            }
            (_, Some(role)) => Err(Error::argument_rejected(
                ErrorCode::InvalidCall,
                "role",
                "left out, as only RTC and the fusion CDN have roles",
                role,
            )),
        }
    }
}

/// A channel and a user as RTC takes them, as the texts of a token.
fn channel_and_user<'a>(channel: Input<'a>, user: Input<'a>) -> Result<(&'a str, Cow<'a, str>)> {
    let channel = Channel::new(channel)?;
    let user = rtc::user_of(channel, user)?;
    Ok((channel.text(), user.into_text()))
}

fn privilege_number(service: ServiceType, input: Input<'_>) -> Result<u16> {
    match input {
        Input::Text(name) => number(service, name),
        _ => input.whole_number().and_then(|number| number.try_into().ok()),
    }
    .ok_or_else(|| {
        Error::argument_rejected(
            ErrorCode::InvalidCall,
            "privileges",
            format_args!(
                "named as the service {} names them ({}), or numbers from 0 to 65535",
                service.name(),
                v007::privilege::names(service).join(", "),
            ),
            input,
        )
    })
}

impl App {
    /// A version 007 token that opens several services at once, some of them more than once if
    /// need be.
    ///
    /// # Errors
    ///
    /// The first argument that fails: of a service, with its [`index`](crate::Error::index),
    /// `invalid_channel_name`, `invalid_uid`, `invalid_user_account`, `invalid_role`,
    /// `ttl_out_of_range`, `invalid_call` about a role or privilege that the service does not
    /// have; `no_services`; `ttl_out_of_range`; also `invalid_text`, `field_too_long`,
    /// `token_too_large`, `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// See [`Grant`] for an example.
    pub fn token<'a>(
        &self,
        services: impl IntoIterator<Item = Grant<'a>>,
        options: TokenOptions<'_>,
    ) -> Result<String> {
        // The services come first, so a faulty one is told before a faulty lifetime of the token.
        let ttl = options.checked_ttl();
        let assumed = ttl.as_ref().map_or(lifetime::DEFAULT, |ttl| *ttl);
        let services = services
            .into_iter()
            .enumerate()
            .map(|(index, grant)| grant.checked(assumed).map_err(|error| error.at_index(index)))
            .collect::<Result<Vec<_>>>()?;
        if services.is_empty() {
            return Err(v007::no_services());
        }
        self.token_of(ttl?, &services)
    }

    /// A token of version 007 issued now.
    pub(crate) fn token_of(&self, expire: u32, services: &[v007::Service<'_>]) -> Result<String> {
        let Issue { ts, salt } = Issue::now(&self.clock)?;
        let key = self.signer.issue_key(ts);
        v007::Fields { app_id: &self.app_id, expire, salt, services }.build(&key)
    }
}
