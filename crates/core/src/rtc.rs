//! RTC tokens: calls, live streams, classrooms.

use crate::app::App;
use crate::batch;
use crate::channel;
use crate::error::Result;
use crate::input::Input;
use crate::lifetime::{self, DAY};
use crate::role::Role;
use crate::salt;
use crate::user::User;
use crate::v006::{self, JOIN_CHANNEL, PUBLISH_AUDIO, PUBLISH_DATA, PUBLISH_VIDEO};
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
    version: Option<Input<'a>>,
}

impl<'a> RtcOptions<'a> {
    /// A publisher's token for one hour. The version must be said.
    pub fn new() -> Self {
        Self { role: Role::Publisher.into(), ttl: lifetime::DEFAULT.into(), version: None }
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

    /// The token's version: a [`Version`] or its three digits.
    pub fn version(mut self, version: impl Into<Input<'a>>) -> Self {
        self.version = Some(version.into());
        self
    }

    fn checked(&self) -> Result<Checked> {
        let role = Role::new(self.role)?;
        let ttl = lifetime::checked(self.ttl)?;
        let Version::V006 = Version::chosen(self.version)?;
        Ok(Checked { role, ttl })
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
}

/// The privileges of version 006 for one who publishes or one who only joins, in a buffer that the
/// caller lends.
pub(crate) struct Privileges([(u16, u32); 4]);

impl Privileges {
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
    channel: &'a str,
    publishes: bool,
    ts: u32,
    privileges: Privileges,
}

impl<'a> Template<'a> {
    fn new(app: &'a App, channel: &'a str, options: &Checked) -> Result<Self> {
        let now = app.clock.issue_time()?;
        Ok(Self {
            app,
            channel,
            publishes: options.role == Role::Publisher,
            ts: now + DAY,
            privileges: Privileges::until(now + options.ttl),
        })
    }

    fn token(&self, user: User<'_>, salt: u32) -> Result<String> {
        v006::Fields {
            app_id: &self.app.app_id,
            channel: self.channel,
            user: user.text(&mut itoa::Buffer::new()),
            salt,
            ts: self.ts,
            privileges: self.privileges.of(self.publishes),
        }
        .build(self.app.certificate.key())
    }
}

impl App {
    /// A token with which `user` may join `channel`.
    ///
    /// `user` is a uid (a number of 1 to 4294967295), an account (a text), or
    /// [`ANY_USER`](crate::ANY_USER). A version 006 token as a whole ends 24 hours from now, its
    /// privileges after the lifetime of `options`.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_channel_name`, `invalid_uid` or
    /// `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range`,
    /// `unsupported_version`, `invalid_text`; also `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{ANY_USER, App, Role, RtcOptions, Version};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let options = RtcOptions::new().version(Version::V006).ttl(3600);
    /// let by_number = app.rtc_token("room", 42, options)?;
    /// let by_account = app.rtc_token("room", "ann", options.role(Role::Subscriber))?;
    /// let for_anyone = app.rtc_token("room", ANY_USER, options)?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn rtc_token<'a>(
        &self,
        channel: impl Into<Input<'a>>,
        user: impl Into<Input<'a>>,
        options: RtcOptions<'_>,
    ) -> Result<String> {
        let channel = channel::checked(channel.into(), "channel")?;
        let user = User::new(user.into())?;
        Template::new(self, channel, &options.checked()?)?.token(user, salt::draw()?)
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
    /// use dynakey::{App, RtcOptions, Version};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let options = RtcOptions::new().version(Version::V006);
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
        let channel = channel::checked(channel.into(), "channel")?;
        let template = options.checked().and_then(|options| Template::new(self, channel, &options));
        batch::each(users, template, |template, user, salt| template.token(User::new(user)?, salt))
    }
}
