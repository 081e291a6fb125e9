//! An Agora project.

use pyo3::prelude::*;

use crate::argument::{Argument, Keyword};
use crate::error::to_py;
use crate::grant::Grant;
use crate::options::Options;
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
/// >>> token = app.rtc_token("room", 42, ttl=3600)
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
    /// `channel` is a name or `ANY_CHANNEL`, which only version 007 knows and which is never
    /// together with `ANY_USER`. `user` is a uid (a number, 1 to 4294967295), an account (a text
    /// of 1 to 255 bytes) or `ANY_USER`. `role` is a `Role` or "publisher" or "subscriber";
    /// publisher unless said. `ttl` is how long the privileges last, 1 second to 24 hours, in
    /// seconds or as a `timedelta`; 1 hour unless said. `version` is "007" unless said. A token of
    /// version "006" ends 24 hours from now as a whole.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name`,
    /// `invalid_uid` or `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range` or
    /// `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.
    ///
    /// >>> token = app.rtc_token("room", "ann", role=Role.SUBSCRIBER, ttl=600)
    #[pyo3(
        signature = (
            channel, user, *,
            role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
        ),
        text_signature = "($self, channel, user, *, role=1, ttl=3600, version='007')"
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
    /// >>> tokens = app.rtc_tokens("room", [1, 2, "ann"], ttl=600)
    #[pyo3(
        signature = (
            channel, users, *,
            role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
        ),
        text_signature = "($self, channel, users, *, role=1, ttl=3600, version='007')"
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
    /// >>> token = app.rtm_token("ann")
    /// >>> app.verify(token, channel=UNCHECKED, user="ann").ok
    /// True
    #[pyo3(
        signature = (user, *, ttl=Keyword::Absent, version=Keyword::Absent),
        text_signature = "($self, user, *, ttl=3600, version='007')"
    )]
    fn rtm_token(
        &self,
        user: &Bound<'_, PyAny>,
        ttl: Keyword<'_>,
        version: Keyword<'_>,
    ) -> PyResult<String> {
        let options = Options::new(&Keyword::Absent, &ttl, &version);
        self.0
            .rtm_token(Argument::new(user).input(), options.rtm())
            .map_err(|error| to_py(user.py(), &error))
    }

    /// Make a token with which a user, any text but an empty one, may use Chat.
    ///
    /// `ttl` is as for `rtc_token`.
    ///
    /// Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range`,
    /// `field_too_long` or `invalid_text`.
    ///
    /// >>> token = app.chat_user_token("ann", ttl=600)
    #[pyo3(
        signature = (user, *, ttl=Keyword::Absent),
        text_signature = "($self, user, *, ttl=3600)"
    )]
    fn chat_user_token(&self, user: &Bound<'_, PyAny>, ttl: Keyword<'_>) -> PyResult<String> {
        self.0
            .chat_user_token(Argument::new(user).input(), Options::lasting(&ttl).token())
            .map_err(|error| to_py(user.py(), &error))
    }

    /// Make a token with which a server may manage the project's Chat: it is not for any user.
    ///
    /// `ttl` is as for `rtc_token`.
    ///
    /// Raises `InvalidInputError`: `ttl_out_of_range`.
    ///
    /// >>> token = app.chat_app_token(ttl=600)
    #[pyo3(signature = (*, ttl=Keyword::Absent), text_signature = "($self, *, ttl=3600)")]
    fn chat_app_token(&self, py: Python<'_>, ttl: Keyword<'_>) -> PyResult<String> {
        self.0.chat_app_token(Options::lasting(&ttl).token()).map_err(|error| to_py(py, &error))
    }

    /// Make a token with which a client may use full-path acceleration, for 24 hours.
    ///
    /// >>> token = app.fpa_token()
    fn fpa_token(&self, py: Python<'_>) -> PyResult<String> {
        self.0.fpa_token().map_err(|error| to_py(py, &error))
    }

    /// Make a token with which a user may enter an APaaS room, and there use RTM and Chat.
    ///
    /// `room` and `user` are any texts but empty ones. `role` is a whole number from -32768 to
    /// 32767, which the classroom gives a meaning (1 teacher, 2 student, 3 assistant). `ttl` is as
    /// for `rtc_token`.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name` about
    /// `room`, `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range`,
    /// `field_too_long` or `invalid_text`.
    ///
    /// >>> token = app.apaas_room_token("room", "ann", role=1, ttl=600)
    #[pyo3(
        signature = (room, user, role, *, ttl=Keyword::Absent),
        text_signature = "($self, room, user, role, *, ttl=3600)"
    )]
    fn apaas_room_token(
        &self,
        room: &Bound<'_, PyAny>,
        user: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        ttl: Keyword<'_>,
    ) -> PyResult<String> {
        self.0
            .apaas_room_token(
                Argument::new(room).input(),
                Argument::new(user).input(),
                Argument::new(role).input(),
                Options::lasting(&ttl).token(),
            )
            .map_err(|error| to_py(room.py(), &error))
    }

    /// Make a token with which a user, any text but an empty one, may use APaaS outside of any
    /// room.
    ///
    /// `ttl` is as for `rtc_token`.
    ///
    /// Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range`,
    /// `field_too_long` or `invalid_text`.
    ///
    /// >>> token = app.apaas_user_token("ann", ttl=600)
    #[pyo3(
        signature = (user, *, ttl=Keyword::Absent),
        text_signature = "($self, user, *, ttl=3600)"
    )]
    fn apaas_user_token(&self, user: &Bound<'_, PyAny>, ttl: Keyword<'_>) -> PyResult<String> {
        self.0
            .apaas_user_token(Argument::new(user).input(), Options::lasting(&ttl).token())
            .map_err(|error| to_py(user.py(), &error))
    }

    /// Make a token with which a server may manage the project's APaaS: it is not for any user.
    ///
    /// `ttl` is as for `rtc_token`.
    ///
    /// Raises `InvalidInputError`: `ttl_out_of_range`.
    ///
    /// >>> token = app.apaas_app_token(ttl=600)
    #[pyo3(signature = (*, ttl=Keyword::Absent), text_signature = "($self, *, ttl=3600)")]
    fn apaas_app_token(&self, py: Python<'_>, ttl: Keyword<'_>) -> PyResult<String> {
        self.0.apaas_app_token(Options::lasting(&ttl).token()).map_err(|error| to_py(py, &error))
    }

    /// Make one token, of version 007, that opens several services.
    ///
    /// `services` is any iterable of grants, such as `Rtc` and `Rtm`, some of a kind more than
    /// once if need be. `ttl` is as for `rtc_token`; it is also how long a grant's privileges last
    /// that says nothing else.
    ///
    /// Raises `InvalidInputError` about the first argument at fault, for one of a grant with its
    /// position as `index`: `invalid_channel_name`, `invalid_uid`, `invalid_user_account`,
    /// `invalid_role`, `ttl_out_of_range`, `invalid_call` about a privilege that the service does
    /// not have, `no_services`, `field_too_long` or `invalid_text`; `MalformedTokenError` with
    /// `token_too_large`.
    ///
    /// >>> token = app.token([Rtc("room", "ann", privileges={"publish_video": 60}), Rtm("ann")])
    #[pyo3(
        signature = (services, *, ttl=Keyword::Absent),
        text_signature = "($self, services, *, ttl=3600)"
    )]
    fn token(&self, services: &Bound<'_, PyAny>, ttl: Keyword<'_>) -> PyResult<String> {
        let grants =
            services.try_iter()?.map(|grant| Grant::of(&grant?)).collect::<PyResult<Vec<_>>>()?;
        let grants = grants.iter().map(Grant::input).collect::<PyResult<Vec<_>>>()?;
        self.0
            .token(grants, Options::lasting(&ttl).token())
            .map_err(|error| to_py(services.py(), &error))
    }

    /// Verify a token, whoever made it, and say everything that is wrong with it.
    ///
    /// Never raises for what is in the token: everything is a finding of the report.
    /// `report.raise_if_invalid()` raises if it is not good.
    ///
    /// `channel` and `user` are whom the token must be for; an APaaS room stands in the channel's
    /// place. Either may be `UNCHECKED`, but the signature of version 006 can't be checked then,
    /// which is an error in the report. A token for anyone or any channel is good only where
    /// `ANY_USER` or `ANY_CHANNEL` is said. `service` is a name such as "rtc", "rtm" or "chat";
    /// unless said, it is RTC if the token opens that, else the first that it opens. An RTM token
    /// has no channel: say `UNCHECKED`. `privileges` are those it must grant besides joining, by
    /// name, such as "publish_audio", or by number. `leeway` is how far the clocks may differ,
    /// either way, `min_remaining` how long the token must still last; both in whole seconds or as
    /// a `timedelta`. `at` is the time of the check, in Unix seconds or as a `datetime` with its
    /// time zone; now unless said.
    ///
    /// Findings and hints are for those who operate a service: don't show them to its callers,
    /// whom they would help to guess.
    ///
    /// Raises `InvalidInputError` about an argument other than the token: `invalid_channel_name`,
    /// `invalid_uid` or `invalid_user_account` about `user`, `invalid_expectation` or
    /// `invalid_text`.
    ///
    /// >>> token = app.rtc_token("room", 42)
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
