//! What a token is expected to be good for.

use std::borrow::Cow;

use crate::channel::WILDCARD;
use crate::clock::Clock;
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::service::ServiceType;
use crate::user::User;
use crate::v006;
use crate::v007;

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
    /// `channel` is a name or [`ANY_CHANNEL`](crate::ANY_CHANNEL), an APaaS room stands in its
    /// place; `user` is a uid (a number), an account (a text) or [`ANY_USER`](crate::ANY_USER). A
    /// token for anyone or any channel is good only where that word is said.
    ///
    /// Either may be [`UNCHECKED`](crate::UNCHECKED), but a version 006 signature can't be checked
    /// then, which is an error in a [`Report`](crate::Report). For an RTM token, which has no
    /// channel, the user is enough.
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

    /// The service, by its [name](crate::ServiceType::name). Unless said, it is RTC if the token
    /// opens that, else the first that it opens; a token of version 006 that grants nothing but
    /// the RTM login is taken as RTM, any other as RTC.
    pub fn service(mut self, service: impl Into<Input<'a>>) -> Self {
        self.service = Some(service.into());
        self
    }

    /// Privileges that the token must grant besides joining (RTM: logging in), by name, such as
    /// `publish_audio`, or by their number in the service.
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
    pub(super) channel: Option<ExpectedName<'a>>,
    pub(super) user: Option<ExpectedName<'a>>,
    pub(super) service: Option<ServiceType>,
    pub(super) privileges: Vec<ExpectedPrivilege<'a>>,
    pub(super) leeway: i64,
    pub(super) min_remaining: i64,
    pub(super) at: i64,
}

/// A channel or user that is expected, as the text that tokens hold.
pub(super) enum ExpectedName<'a> {
    Named(Cow<'a, str>),
    /// Any channel or anyone, by the text that stands for it.
    Any(&'static str),
}

impl ExpectedName<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Named(text) => text,
            Self::Any(text) => text,
        }
    }
}

/// A privilege that is expected.
#[derive(Clone, Copy)]
pub(super) enum ExpectedPrivilege<'a> {
    Name(&'a str),
    Number(u16),
}

/// Any text will do but an empty one: what is checked need not have been made by dynakey.
fn channel(input: Input<'_>) -> Result<Option<ExpectedName<'_>>> {
    const EXPECTED: &str = "a channel's name, ANY_CHANNEL or UNCHECKED";
    match input {
        Input::Unchecked => Ok(None),
        Input::AnyChannel => Ok(Some(ExpectedName::Any(WILDCARD))),
        Input::Text("") => {
            Err(Error::argument_rejected(ErrorCode::InvalidChannelName, "channel", EXPECTED, input))
        }
        _ => input
            .text(ErrorCode::InvalidChannelName, "channel", EXPECTED)
            .map(|name| Some(ExpectedName::Named(name.into()))),
    }
}

fn user(input: Input<'_>) -> Result<Option<ExpectedName<'_>>> {
    match input {
        Input::Unchecked => return Ok(None),
        Input::Text("") => {}
        Input::Text(text) => return Ok(Some(ExpectedName::Named(text.into()))),
        _ => {}
    }
    Ok(Some(match User::new(input)? {
        User::Any => ExpectedName::Any(""),
        named => ExpectedName::Named(named.into_text()),
    }))
}

fn service(input: Input<'_>) -> Result<ServiceType> {
    match input {
        Input::Text(name) => ServiceType::by_name(name),
        _ => None,
    }
    .ok_or_else(|| {
        let names = ServiceType::ALL.map(ServiceType::name).join(", ");
        rejected("service", &format!("one of {names}"), input)
    })
}

/// A name must be known, in whichever version and service: a misspelled one would never be found.
fn privilege(input: Input<'_>) -> Result<ExpectedPrivilege<'_>> {
    let is_known = |name| {
        let in_007 = |service| v007::privilege::number(service, name).is_some();
        v006::privilege_number(name).is_some() || ServiceType::ALL.into_iter().any(in_007)
    };
    match input {
        Input::Text(name) => is_known(name).then_some(ExpectedPrivilege::Name(name)),
        _ => input
            .whole_number()
            .and_then(|number| number.try_into().ok())
            .map(ExpectedPrivilege::Number),
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
fn rejected(argument: &'static str, expected: &str, came: Input<'_>) -> Error {
    Error::argument_rejected(ErrorCode::InvalidExpectation, argument, expected, came)
}
