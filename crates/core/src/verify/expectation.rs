//! What a token is expected to be good for.

use std::borrow::Cow;

use crate::clock::Clock;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::service::Service;
use crate::user::User;
use crate::v006;

/// What a token is expected to be good for: a channel, a user, and when.
///
/// ```
/// use dynakey::{ANY_USER, Expectation, UNCHECKED};
///
/// let everything = Expectation::new("room", 42)
///     .privileges(["publish_audio"])
///     .min_remaining(60);
/// let for_anyone = Expectation::new("room", ANY_USER);
/// let only_the_user = Expectation::new(UNCHECKED, "ann").service("rtm");
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Expectation<'a> {
    channel: Input<'a>,
    user: Input<'a>,
    service: Option<Input<'a>>,
    privileges: Vec<Input<'a>>,
    leeway: Input<'a>,
    min_remaining: Input<'a>,
    at: Option<Input<'a>>,
}

impl<'a> Expectation<'a> {
    /// A token for `channel` and `user`, now.
    ///
    /// Either may be [`UNCHECKED`](crate::UNCHECKED), but a version 006 signature can't be checked
    /// then, which is an error in a [`Report`](crate::Report). For an RTM token, which has no
    /// channel, the user is enough. `user` is a uid (a number), an account (a text) or
    /// [`ANY_USER`](crate::ANY_USER).
    pub fn new(channel: impl Into<Input<'a>>, user: impl Into<Input<'a>>) -> Self {
        Self {
            channel: channel.into(),
            user: user.into(),
            service: None,
            privileges: Vec::new(),
            leeway: Input::Integer(0),
            min_remaining: Input::Integer(0),
            at: None,
        }
    }

    /// The service, `rtc` or `rtm`. Unless said, a token of version 006 that grants nothing but
    /// the RTM login is taken as RTM, any other as RTC.
    pub fn service(mut self, service: impl Into<Input<'a>>) -> Self {
        self.service = Some(service.into());
        self
    }

    /// Privileges that the token must grant besides joining (RTM: logging in), by name, such as
    /// `publish_audio`, or by number.
    pub fn privileges<P: Into<Input<'a>>>(
        mut self,
        privileges: impl IntoIterator<Item = P>,
    ) -> Self {
        self.privileges.extend(privileges.into_iter().map(Into::into));
        self
    }

    /// How far, in seconds, the clocks of token maker and checker may differ, either way. 0 unless
    /// said.
    pub fn leeway(mut self, leeway: impl Into<Input<'a>>) -> Self {
        self.leeway = leeway.into();
        self
    }

    /// How long, in seconds, the token must still last. 0 unless said.
    pub fn min_remaining(mut self, min_remaining: impl Into<Input<'a>>) -> Self {
        self.min_remaining = min_remaining.into();
        self
    }

    /// The time of the check in Unix seconds; now unless said.
    pub fn at(mut self, at: impl Into<Input<'a>>) -> Self {
        self.at = Some(at.into());
        self
    }

    pub(super) fn checked(&self, clock: &Clock) -> Result<Expected<'a>> {
        Ok(Expected {
            channel: channel(self.channel)?,
            user: user(self.user)?,
            service: self.service.map(service).transpose()?,
            privileges: self.privileges.iter().copied().map(privilege).collect::<Result<_>>()?,
            leeway: seconds(self.leeway, "leeway", SECONDS)?,
            min_remaining: seconds(self.min_remaining, "min_remaining", SECONDS)?,
            at: match self.at {
                Some(at) => seconds(at, "at", "a Unix time in seconds from 0 to 4294967295")?,
                None => i64::try_from(clock.now()).unwrap_or(i64::MAX / 2),
            },
        })
    }
}

const SECONDS: &str = "whole seconds from 0 to 4294967295";

/// A checked [`Expectation`]; a channel or user of `None` is unchecked.
pub(super) struct Expected<'a> {
    pub(super) channel: Option<&'a str>,
    pub(super) user: Option<ExpectedUser<'a>>,
    pub(super) service: Option<Service>,
    /// By their numbers in version 006.
    pub(super) privileges: Vec<u16>,
    pub(super) leeway: i64,
    pub(super) min_remaining: i64,
    pub(super) at: i64,
}

/// A user who is expected, as the text that tokens hold.
pub(super) enum ExpectedUser<'a> {
    Named(Cow<'a, str>),
    Any,
}

impl ExpectedUser<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Named(text) => text,
            Self::Any => "",
        }
    }
}

/// Any text will do but an empty one: what is checked need not have been made by dynakey.
fn channel(input: Input<'_>) -> Result<Option<&str>> {
    const EXPECTED: &str = "a channel's name or UNCHECKED";
    match input {
        Input::Unchecked => Ok(None),
        Input::Text("") => {
            Err(Error::argument_rejected(ErrorCode::InvalidChannelName, "channel", EXPECTED, input))
        }
        _ => input.text(ErrorCode::InvalidChannelName, "channel", EXPECTED).map(Some),
    }
}

fn user(input: Input<'_>) -> Result<Option<ExpectedUser<'_>>> {
    match input {
        Input::Unchecked => return Ok(None),
        Input::Text("") => {}
        Input::Text(text) => return Ok(Some(ExpectedUser::Named(text.into()))),
        _ => {}
    }
    Ok(Some(match User::new(input)? {
        User::Any => ExpectedUser::Any,
        named => ExpectedUser::Named(named.text(&mut itoa::Buffer::new()).to_owned().into()),
    }))
}

fn service(input: Input<'_>) -> Result<Service> {
    match input {
        Input::Text(name) => Service::by_name(name),
        _ => None,
    }
    .ok_or_else(|| rejected("service", "rtc or rtm", input))
}

fn privilege(input: Input<'_>) -> Result<u16> {
    match input {
        Input::Text(name) => v006::privilege_number(name),
        _ => input.whole_number().and_then(|number| number.try_into().ok()),
    }
    .ok_or_else(|| {
        rejected("privileges", "names such as publish_audio or numbers from 0 to 65535", input)
    })
}

fn seconds(input: Input<'_>, argument: &'static str, expected: &'static str) -> Result<i64> {
    input
        .whole_number()
        .and_then(|number| u32::try_from(number).ok())
        .map(i64::from)
        .ok_or_else(|| rejected(argument, expected, input))
}

#[cold]
fn rejected(argument: &'static str, expected: &'static str, came: Input<'_>) -> Error {
    Error::argument_rejected(ErrorCode::InvalidExpectation, argument, expected, came)
}
