//! An Agora project.

use dynakey::{RtcOptions, RtmOptions};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::argument::{Argument, Keyword};
use crate::error::to_py;
use crate::report::{Report, expectation};

/// An Agora project: an App ID and its App Certificate, checked once.
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

    /// The App ID, in the case it was given in.
    #[getter]
    fn app_id(&self) -> &str {
        self.0.app_id()
    }

    #[pyo3(signature = (
        channel, user, *,
        role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
    ))]
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

    #[pyo3(signature = (
        channel, users, *,
        role=Keyword::Absent, ttl=Keyword::Absent, version=Keyword::Absent
    ))]
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
        let users = users_of(users)?;
        py.detach(|| {
            let users = users.iter().map(Argument::input);
            self.0.rtc_tokens(channel.input(), users, options.rtc())
        })
        .map_err(|error| to_py(py, &error))
    }

    #[pyo3(signature = (user, *, ttl=Keyword::Absent, version=Keyword::Absent))]
    fn rtm_token(
        &self,
        user: &Bound<'_, PyAny>,
        ttl: Keyword<'_>,
        version: Keyword<'_>,
    ) -> PyResult<String> {
        let options = Options::new(&Keyword::Absent, &ttl, &version).rtm_token_of(&self.0, user);
        options.map_err(|error| to_py(user.py(), &error))
    }

    #[pyo3(signature = (
        token, channel, user, service=None, privileges=None, leeway=None, min_remaining=None,
        at=None
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword")]
    fn verify(
        &self,
        token: &Bound<'_, PyAny>,
        channel: &Bound<'_, PyAny>,
        user: &Bound<'_, PyAny>,
        service: Option<&Bound<'_, PyAny>>,
        privileges: Option<&Bound<'_, PyAny>>,
        leeway: Option<&Bound<'_, PyAny>>,
        min_remaining: Option<&Bound<'_, PyAny>>,
        at: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Report> {
        expectation(channel, user, service, privileges, leeway, min_remaining, at, |expected| {
            self.0.verify(Argument::new(token).input(), expected)
        })
        .map(Report::from)
    }

    fn __repr__(&self) -> String {
        format!("App(app_id={:?})", self.0.app_id())
    }
}

/// The users of a batch. A text is one user, not a list of letters.
fn users_of(users: &Bound<'_, PyAny>) -> PyResult<Vec<Argument<'static>>> {
    if users.is_instance_of::<PyString>() {
        return Ok(vec![Argument::Other(dynakey::Input::Other("a text in place of a list"))]);
    }
    users.try_iter()?.map(|user| Ok(Argument::new(&user?).into_owned())).collect()
}

/// The keywords that the makers of tokens share, as far as they were given.
struct Options<'a> {
    role: Option<Argument<'a>>,
    ttl: Option<Argument<'a>>,
    version: Option<Argument<'a>>,
}

impl<'a> Options<'a> {
    fn new(role: &'a Keyword<'_>, ttl: &'a Keyword<'_>, version: &'a Keyword<'_>) -> Self {
        let given = |keyword: &'a Keyword<'_>,
                     convert: fn(&'a Bound<'_, PyAny>) -> Argument<'a>| {
            match keyword {
                Keyword::Absent => None,
                Keyword::Given(value) => Some(convert(value)),
            }
        };
        Self {
            role: given(role, Argument::new),
            ttl: given(ttl, Argument::duration),
            version: given(version, Argument::new),
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
