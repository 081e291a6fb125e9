//! An Agora project.

use dynakey::{RtcOptions, RtmOptions};
use pyo3::prelude::*;

use crate::argument::{Argument, Keyword};
use crate::error::to_py;
use crate::report::{Expected, Report};

/// An Agora project: an App ID and its App Certificate, checked once.
///
/// `secondary_certificate` is for rotation: tokens are made with the first certificate and
/// verified with either, and the report says which one fits. No certificate is an attribute, nor
/// in a print or an error; what is kept of it is wiped when the app is gone. May be shared by
/// threads.
///
/// Raises `InvalidInputError`: `invalid_app_id` or `invalid_app_certificate`.
///
/// >>> app = App(os.environ["AGORA_APP_ID"], os.environ["AGORA_APP_CERTIFICATE"])
/// >>> token = app.rtc_token("room", 42, ttl=3600, version="006")
/// >>> app.verify(token, channel="room", user=42).ok
/// True
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct App(dynakey::App);

#[pymethods]
impl App {
    #[new]
    #[pyo3(signature = (app_id, app_certificate, *, secondary_certificate=None))]
    fn new(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        secondary_certificate: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        dynakey::App::new(Argument::new(app_id).input(), Argument::new(app_certificate).input())
            .and_then(|app| match secondary_certificate {
                Some(secondary) => app.with_secondary_certificate(Argument::new(secondary).input()),
                None => Ok(app),
            })
            .map(Self)
            .map_err(|error| to_py(app_id.py(), &error))
    }

    /// The App ID, in the case that it was given in.
    #[getter]
    fn app_id(&self) -> &str {
        self.0.app_id()
    }

    /// Make a token with which a user may join a channel.
    ///
    /// `user` is a uid (a number, 1 to 4294967295), an account (a text of 1 to 255 bytes) or
    /// `ANY_USER`. `role` is a `Role` or "publisher" or "subscriber"; publisher unless said. `ttl`
    /// is how long the privileges last, 1 second to 24 hours, in seconds or as a `timedelta`; 1
    /// hour unless said. `version` must be said: "006". The token as a whole ends 24 hours from
    /// now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name`,
    /// `invalid_uid` or `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range` or
    /// `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.
    ///
    /// >>> token = app.rtc_token("room", "ann", role=Role.SUBSCRIBER, ttl=600, version="006")
    #[pyo3(
        signature = (
            channel, user, *,
            role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
        ),
        text_signature = "($self, channel, user, *, role=1, ttl=3600, version)"
    )]
    fn rtc_token(
        &self,
        channel: &Bound<'_, PyAny>,
        user: &Bound<'_, PyAny>,
        role: Keyword<'_>,
        ttl: Keyword<'_>,
        version: Keyword<'_>,
    ) -> PyResult<String> {
        let options = Options::new(&role, &ttl, &version);
        let (channel_given, user) = (Argument::new(channel), Argument::new(user));
        self.0
            .rtc_token(channel_given.input(), user.input(), options.rtc())
            .map_err(|error| to_py(channel.py(), &error))
    }

    /// Make tokens for many users of one channel, in their order, each with its own salt.
    ///
    /// `users` is any iterable of what `rtc_token` takes as a user. All or nothing: an error about
    /// a user has its position as `index`. It costs less than as many calls, and the GIL is
    /// released meanwhile. The rest is as for `rtc_token`.
    ///
    /// >>> tokens = app.rtc_tokens("room", [1, 2, "ann"], ttl=600, version="006")
    #[pyo3(
        signature = (
            channel, users, *,
            role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
        ),
        text_signature = "($self, channel, users, *, role=1, ttl=3600, version)"
    )]
    fn rtc_tokens(
        &self,
        channel: &Bound<'_, PyAny>,
        users: &Bound<'_, PyAny>,
        role: Keyword<'_>,
        ttl: Keyword<'_>,
        version: Keyword<'_>,
    ) -> PyResult<Vec<String>> {
        let py = channel.py();
        let options = Options::new(&role, &ttl, &version).into_owned();
        let channel = Argument::new(channel).into_owned();
        let users = Argument::list(users)?;
        py.detach(|| {
            let users = users.iter().map(Argument::input);
            self.0.rtc_tokens(channel.input(), users, options.rtc())
        })
        .map_err(|error| to_py(py, &error))
    }

    /// Make a token with which a user, a text of 1 to 64 bytes, may log in to RTM.
    ///
    /// `ttl` and `version` are as for `rtc_token`.
    ///
    /// Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range` or
    /// `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.
    ///
    /// >>> token = app.rtm_token("ann", version="006")
    /// >>> app.verify(token, channel=UNCHECKED, user="ann").ok
    /// True
    #[pyo3(
        signature = (user, *, ttl=Keyword::Absent, version=Keyword::Absent),
        text_signature = "($self, user, *, ttl=3600, version)"
    )]
    fn rtm_token(
        &self,
        user: &Bound<'_, PyAny>,
        ttl: Keyword<'_>,
        version: Keyword<'_>,
    ) -> PyResult<String> {
        let options = Options::new(&Keyword::Absent, &ttl, &version).rtm_token_of(&self.0, user);
        options.map_err(|error| to_py(user.py(), &error))
    }

    /// Verify a token, whoever made it, and say everything that is wrong with it.
    ///
    /// Never raises for what is in the token: everything is a finding of the report.
    /// `report.raise_if_invalid()` raises if it is not good.
    ///
    /// `channel` and `user` are whom the token must be for. Either may be `UNCHECKED`, but the
    /// signature of version 006 can't be checked then, which is an error in the report. `user` may
    /// be `ANY_USER`. `service` is "rtc" or "rtm"; unless said, the token tells. An RTM token has
    /// no channel: say `UNCHECKED`. `privileges` are those it must grant besides joining, by name,
    /// such as "publish_audio", or by number. `leeway` is how far the clocks may differ, either
    /// way, `min_remaining` how long the token must still last; both in whole seconds or as a
    /// `timedelta`. `at` is the time of the check, in Unix seconds or as a `datetime` with its
    /// time zone; now unless said.
    ///
    /// Findings and hints are for those who operate a service: don't show them to its callers,
    /// whom they would help to guess.
    ///
    /// Raises `InvalidInputError` about an argument other than the token: `invalid_channel_name`,
    /// `invalid_uid` or `invalid_user_account` about `user`, `invalid_expectation` or
    /// `invalid_text`.
    ///
    /// >>> token = app.rtc_token("room", 42, version="006")
    /// >>> report = app.verify(token, channel="Room", user=42)
    /// >>> [finding.code for finding in report.findings]
    /// ['channel_mismatch']
    #[pyo3(
        signature = (
            token, channel, user, service=None, privileges=Keyword::Absent,
            leeway=Keyword::Absent, min_remaining=Keyword::Absent, at=None
        ),
        text_signature = "($self, token, channel, user, service=None, privileges=(), leeway=0, \
            min_remaining=0, at=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword")]
    fn verify(
        &self,
        token: &Bound<'_, PyAny>,
        channel: &Bound<'_, PyAny>,
        user: &Bound<'_, PyAny>,
        service: Option<&Bound<'_, PyAny>>,
        privileges: Keyword<'_>,
        leeway: Keyword<'_>,
        min_remaining: Keyword<'_>,
        at: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Report> {
        Expected::new(channel, user, service, &privileges, &leeway, &min_remaining, at)?
            .asked(|expected| self.0.verify(Argument::new(token).input(), expected))
            .map(Report)
            .map_err(|error| to_py(token.py(), &error))
    }

    fn __repr__(&self) -> String {
        format!("App(app_id={:?})", self.0.app_id())
    }
}

/// The keywords that the makers of tokens share, as far as they were given.
struct Options<'a> {
    role: Option<Argument<'a>>,
    ttl: Option<Argument<'a>>,
    version: Option<Argument<'a>>,
}

impl<'a> Options<'a> {
    fn new(role: &'a Keyword<'_>, ttl: &'a Keyword<'_>, version: &'a Keyword<'_>) -> Self {
        Self {
            role: role.given().map(Argument::new),
            ttl: ttl.given().map(Argument::duration),
            version: version.given().map(Argument::new),
        }
    }

    fn into_owned(self) -> Options<'static> {
        Options {
            role: self.role.map(Argument::into_owned),
            ttl: self.ttl.map(Argument::into_owned),
            version: self.version.map(Argument::into_owned),
        }
    }

    fn rtc(&self) -> RtcOptions<'_> {
        let mut options = RtcOptions::new();
        if let Some(role) = &self.role {
            options = options.role(role.input());
        }
        if let Some(ttl) = &self.ttl {
            options = options.ttl(ttl.input());
        }
        if let Some(version) = &self.version {
            options = options.version(version.input());
        }
        options
    }

    fn rtm_token_of(&self, app: &dynakey::App, user: &Bound<'_, PyAny>) -> dynakey::Result<String> {
        let mut options = RtmOptions::new();
        if let Some(ttl) = &self.ttl {
            options = options.ttl(ttl.input());
        }
        if let Some(version) = &self.version {
            options = options.version(version.input());
        }
        app.rtm_token(Argument::new(user).input(), options)
    }
}
