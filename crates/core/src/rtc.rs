//! RTC tokens: calls, live streams, classrooms.

use std::borrow::Cow;
use std::time::SystemTime;

use crate::app::App;
use crate::batch;
use crate::channel::Channel;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::issue::Issue;
use crate::issue_key::IssueKey;
use crate::lifetime::{self, DAY};
use crate::privileges::Privileges;
use crate::role::Role;
use crate::user::User;
use crate::v006::{self, JOIN_CHANNEL, PUBLISH_AUDIO, PUBLISH_DATA, PUBLISH_VIDEO};
use crate::v007;
use crate::version::Version;

/// What an RTC token may say besides its channel and user: role, lifetime and version.
///
/// ```
/// use core::time::Duration;
/// use dynakey::{Role, RtcOptions, Version};
///
/// let options = RtcOptions::new()
///     .role(Role::Subscriber)
///     .ttl(Duration::from_secs(15 * 60))
///     .version(Version::V006);
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct RtcOptions<'a> {
    role: Input<'a>,
    ttl: Input<'a>,
    version: Input<'a>,
}

impl<'a> RtcOptions<'a> {
    /// A publisher's token of version 007 for one hour.
    pub fn new() -> Self {
        Self {
            role: Role::Publisher.into(),
            ttl: lifetime::DEFAULT.into(),
            version: Version::V007.into(),
        }
    }

    /// The role: a [`Role`], its number or its name. Publisher unless said.
    pub fn role(mut self, role: impl Into<Input<'a>>) -> Self {
        self.role = role.into();
        self
    }

    /// How long the user may stay, in whole seconds or as a [`Duration`](core::time::Duration):
    /// 1 second to 24 hours. One hour unless said.
    pub fn ttl(mut self, ttl: impl Into<Input<'a>>) -> Self {
        self.ttl = ttl.into();
        self
    }

    /// The token's version: a [`Version`] or its three digits. 007 unless said.
    pub fn version(mut self, version: impl Into<Input<'a>>) -> Self {
        self.version = version.into();
        self
    }

    fn checked(&self) -> Result<Checked> {
        Ok(Checked {
            role: Role::new(self.role)?,
            ttl: lifetime::checked(self.ttl)?,
            version: Version::new(self.version)?,
        })
    }
}

impl Default for RtcOptions<'_> {
    fn default() -> Self {
        Self::new()
    }
}

struct Checked {
    role: Role,
    ttl: u32,
    version: Version,
}

/// The privileges of one who publishes or one who only joins, which have the same numbers in both
/// versions, in a buffer that the caller lends.
pub(crate) struct RolePrivileges([(u16, u32); 4]);

impl RolePrivileges {
    pub(crate) fn until(expires: u32) -> Self {
        Self([JOIN_CHANNEL, PUBLISH_AUDIO, PUBLISH_VIDEO, PUBLISH_DATA].map(|p| (p, expires)))
    }

    pub(crate) fn of(&self, publishes: bool) -> &[(u16, u32)] {
        let [join, ..] = &self.0;
        if publishes { &self.0 } else { core::slice::from_ref(join) }
    }
}

/// Everything of a token but its user and its salt.
struct Template<'a> {
    app: &'a App,
    channel: Channel<'a>,
    publishes: bool,
    format: Format<'a>,
}

/// What a token of each version has in common with others of the same call.
enum Format<'a> {
    V006 { channel: &'a str, ts: u32, privileges: RolePrivileges },
    V007 { key: IssueKey, ttl: u32 },
}

impl<'a> Template<'a> {
    /// For tokens issued at `now`.
    fn new(app: &'a App, channel: Channel<'a>, options: &Checked, now: u32) -> Result<Self> {
        let format = match (options.version, channel) {
            (Version::V007, _) => Format::V007 { key: app.signer.issue_key(now), ttl: options.ttl },
            (Version::V006, Channel::Named(channel)) => Format::V006 {
                channel,
                ts: now + DAY,
                privileges: RolePrivileges::until(now + options.ttl),
            },
            (Version::V006, Channel::Any) => return Err(any_channel_in_006()),
        };
        Ok(Self { app, channel, publishes: options.role == Role::Publisher, format })
    }

    /// What pays to be done once for many tokens.
    fn start(&self) -> Option<v006::ChannelStart<'a>> {
        match self.format {
            Format::V006 { channel, .. } => {
                let key = self.app.signer.key();
                Some(v006::ChannelStart::new(&self.app.app_id, channel, key))
            }
            Format::V007 { .. } => None,
        }
    }

    fn token(
        &self,
        user: User<'_>,
        salt: u32,
        start: Option<&v006::ChannelStart<'_>>,
    ) -> Result<String> {
        let mut digits = itoa::Buffer::new();
        let user_text = user.text(&mut digits);
        match &self.format {
            Format::V006 { channel, ts, privileges } => {
                let fields = v006::Fields {
                    app_id: &self.app.app_id,
                    channel,
                    user: user_text,
                    salt,
                    ts: *ts,
                    privileges: privileges.of(self.publishes),
                };
                match start {
                    Some(start) => fields.build_from(start),
                    None => fields.build(self.app.signer.key()),
                }
            }
            Format::V007 { key, ttl } => {
                let service = service(self.channel.text(), user_text, self.publishes, *ttl);
                v007::Fields {
                    app_id: &self.app.app_id,
                    expire: *ttl,
                    salt,
                    services: core::slice::from_ref(&service),
                }
                .build(key)
            }
        }
    }
}

/// The RTC service of a version 007 token, all privileges for as long.
pub(crate) fn service<'a>(
    channel: impl Into<Cow<'a, str>>,
    user: impl Into<Cow<'a, str>>,
    publishes: bool,
    expire: u32,
) -> v007::Service<'a> {
    let privileges = RolePrivileges::until(expire).of(publishes).iter().copied().collect();
    service_with(channel, user, privileges)
}

/// The RTC service of a version 007 token with these privileges.
pub(crate) fn service_with<'a>(
    channel: impl Into<Cow<'a, str>>,
    user: impl Into<Cow<'a, str>>,
    privileges: Privileges,
) -> v007::Service<'a> {
    let fields = v007::ServiceFields::Rtc { channel: channel.into(), user: user.into() };
    v007::Service { privileges, fields }
}

/// The user of a token for `channel`. One for any channel is for one user: a token for anyone too
/// would open the whole project.
pub(crate) fn user_of<'a>(channel: Channel<'_>, user: Input<'a>) -> Result<User<'a>> {
    match User::new(user)? {
        User::Any if channel == Channel::Any => Err(Error::argument_rejected(
            ErrorCode::InvalidUid,
            "user",
            "a uid or an account, as the token is for any channel",
            user,
        )
        .with_hint("Name the user or the channel: a token for anyone in any channel opens all.")),
        user => Ok(user),
    }
}

#[cold]
fn any_channel_in_006() -> Error {
    Error::argument_rejected(
        ErrorCode::InvalidChannelName,
        "channel",
        "a channel's name in version 006",
        Input::AnyChannel,
    )
    .with_hint("Only version 007 has tokens for any channel.")
}

impl App {
    /// A token with which `user` may join `channel`.
    ///
    /// `user` is a uid (a number of 1 to 4294967295), an account (a text), or
    /// [`ANY_USER`](crate::ANY_USER). `channel` is a name or [`ANY_CHANNEL`](crate::ANY_CHANNEL),
    /// which is for version 007 and never together with `ANY_USER`. A version 006 token as a whole
    /// ends 24 hours from now, its privileges after the lifetime of `options`.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_channel_name`, `invalid_uid` or
    /// `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range`,
    /// `unsupported_version`, `invalid_text`; also `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{ANY_CHANNEL, ANY_USER, App, Role, RtcOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let options = RtcOptions::new().ttl(3600);
    /// let by_number = app.rtc_token("room", 42, options)?;
    /// let by_account = app.rtc_token("room", "ann", options.role(Role::Subscriber))?;
    /// let for_anyone = app.rtc_token("room", ANY_USER, options)?;
    /// let for_any_channel = app.rtc_token(ANY_CHANNEL, 42, options)?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn rtc_token<'a>(
        &self,
        channel: impl Into<Input<'a>>,
        user: impl Into<Input<'a>>,
        options: RtcOptions<'_>,
    ) -> Result<String> {
        let channel = Channel::new(channel.into())?;
        let user = user_of(channel, user.into())?;
        let options = options.checked()?;
        let issue = Issue::now(&self.clock)?;
        Template::new(self, channel, &options, issue.ts)?.token(user, issue.salt, None)
    }

    /// Tokens for many users of one channel, in the order of `users`, each with its own salt.
    ///
    /// All or nothing. It costs less than as many calls of [`App::rtc_token`]: time, channel and
    /// options are looked at once.
    ///
    /// # Errors
    ///
    /// As [`App::rtc_token`]; an error about a user has its [`index`](crate::Error::index).
    ///
    /// ```
    /// use dynakey::{App, RtcOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let options = RtcOptions::new();
    /// let tokens = app.rtc_tokens("room", [1, 2, 3], options)?;
    /// assert_eq!(tokens.len(), 3);
    ///
    /// let error = app.rtc_tokens("room", [1, 2, -3], options).unwrap_err();
    /// assert_eq!(error.index(), Some(2));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn rtc_tokens<'a, U: Into<Input<'a>>>(
        &self,
        channel: impl Into<Input<'a>>,
        users: impl IntoIterator<Item = U>,
        options: RtcOptions<'_>,
    ) -> Result<Vec<String>> {
        let channel = Channel::new(channel.into())?;
        let template = options.checked().and_then(|options| {
            let now = self.clock.issue_time(SystemTime::now())?;
            Template::new(self, channel, &options, now)
        });
        let start = template.as_ref().ok().and_then(Template::start);
        let user = |user| user_of(channel, user);
        batch::each(users, user, template, |template, user, salt| {
            template.token(user, salt, start.as_ref())
        })
    }
}
