//! The outcomes of verifying and checking.

use dynakey::Expectation;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::argument::{Argument, Keyword};
use crate::error::{class_of, to_py};
use crate::inspection::{Inspection, datetime, to_dict};

/// The arguments that `verify` and `check` share.
pub(crate) struct Expected<'a> {
    channel: Argument<'a>,
    user: Argument<'a>,
    service: Option<Argument<'a>>,
    privileges: Vec<Argument<'static>>,
    leeway: Option<Argument<'a>>,
    min_remaining: Option<Argument<'a>>,
    at: Option<Argument<'a>>,
}

impl<'a> Expected<'a> {
    pub(crate) fn new(
        channel: &'a Bound<'_, PyAny>,
        user: &'a Bound<'_, PyAny>,
        service: Option<&'a Bound<'_, PyAny>>,
        privileges: &Keyword<'_>,
        leeway: &'a Keyword<'_>,
        min_remaining: &'a Keyword<'_>,
        at: Option<&'a Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        Ok(Self {
            channel: Argument::new(channel),
            user: Argument::new(user),
            service: service.map(Argument::new),
            privileges: privileges.given().map_or(Ok(Vec::new()), Argument::list)?,
            leeway: leeway.given().map(Argument::duration),
            min_remaining: min_remaining.given().map(Argument::duration),
            at: at.map(Argument::moment),
        })
    }

    /// What `ask` answers to this expectation.
    pub(crate) fn asked<T>(&self, ask: impl FnOnce(&Expectation<'_>) -> T) -> T {
        let mut expected = Expectation::new(self.channel.input(), self.user.input())
            .privileges(self.privileges.iter().map(Argument::input));
        if let Some(service) = &self.service {
            expected = expected.service(service.input());
        }
        if let Some(leeway) = &self.leeway {
            expected = expected.leeway(leeway.input());
        }
        if let Some(min_remaining) = &self.min_remaining {
            expected = expected.min_remaining(min_remaining.input());
        }
        if let Some(at) = &self.at {
            expected = expected.at(at.input());
        }
        ask(&expected)
    }
}

/// Check a token without a certificate, which proves nothing: a forged token can be consistent.
///
/// The arguments are those of `App.verify`; of version 006, `channel` and `user` are compared with
/// the token's checksums. Never raises for what is in the token.
///
/// Raises `InvalidInputError` about an argument other than the token, as `App.verify`.
///
/// >>> token = app.rtc_token("room", 42)
/// >>> dynakey.check(token, channel="room", user=42).consistent
/// True
#[pyfunction]
#[pyo3(
    signature = (
        token, channel, user, service=None, privileges=Keyword::Absent, leeway=Keyword::Absent,
        min_remaining=Keyword::Absent, at=None
    ),
    text_signature = "(token, channel, user, service=None, privileges=(), leeway=0, \
        min_remaining=0, at=None)"
)]
#[expect(clippy::too_many_arguments, reason = "each is a keyword")]
pub(crate) fn check(
    token: &Bound<'_, PyAny>,
    channel: &Bound<'_, PyAny>,
    user: &Bound<'_, PyAny>,
    service: Option<&Bound<'_, PyAny>>,
    privileges: Keyword<'_>,
    leeway: Keyword<'_>,
    min_remaining: Keyword<'_>,
    at: Option<&Bound<'_, PyAny>>,
) -> PyResult<Consistency> {
    Expected::new(channel, user, service, &privileges, &leeway, &min_remaining, at)?
        .asked(|expected| dynakey::check(Argument::new(token).input(), expected))
        .map(Consistency)
        .map_err(|error| to_py(token.py(), &error))
}

/// One thing that a check found.
///
/// For those who operate a service: don't show it to its callers, whom it would help to guess.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Finding(dynakey::Finding);

#[pymethods]
impl Finding {
    /// The stable kind, such as `"channel_mismatch"`.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    /// `"error"`: the token is not good for what was asked; or `"warning"`: it is, but probably
    /// not what was meant.
    #[getter]
    fn level(&self) -> &'static str {
        self.0.level.as_str()
    }

    /// What was found, in one sentence.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    /// What usually mends it, using what the token proves.
    #[getter]
    fn hint(&self) -> &str {
        &self.0.hint
    }

    fn __repr__(&self) -> String {
        format!("Finding(code={:?}, message={:?})", self.0.code.as_str(), self.0.message)
    }
}

fn findings(findings: &[dynakey::Finding]) -> Vec<Finding> {
    findings.iter().cloned().map(Finding).collect()
}

fn codes(findings: &[dynakey::Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn time(py: Python<'_>, seconds: Option<i64>) -> PyResult<Option<Py<PyAny>>> {
    seconds.map(|seconds| datetime(py, seconds)).transpose()
}

/// The outcome of `App.verify`.
///
/// All times are in UTC.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Report(pub(crate) dynakey::Report);

#[pymethods]
impl Report {
    /// Whether the signature was checked and fits, and no finding is an error.
    #[getter]
    fn ok(&self) -> bool {
        self.0.ok
    }

    /// What is known of the signature.
    ///
    /// `"valid"`; `"mismatch"`; `"undecidable"`: the token is for another App ID, channel or user
    /// that can't be found out; `"unchecked"`: it can't be read, or channel or user were left out.
    #[getter]
    fn signature(&self) -> &'static str {
        self.0.signature.as_str()
    }

    /// Which certificate the signature fits: `"primary"`, `"secondary"` or `None`.
    #[getter]
    fn certificate(&self) -> Option<&'static str> {
        self.0.certificate.map(dynakey::CertificateUsed::as_str)
    }

    /// The time that the token was checked for.
    #[getter]
    fn checked_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.checked_at)
    }

    /// When the token effectively ends: the earliest of its own end, the end of its join (or
    /// login) privilege and 24 hours after issue. `None` if it can't be read.
    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.expires_at)
    }

    /// When to renew: 30 seconds before the effective end, when the SDKs call back.
    #[getter]
    fn renew_after(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.renew_after)
    }

    /// Everything that was found, errors and warnings.
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        findings(&self.0.findings)
    }

    /// What the token says about itself; `None` if it can't be read.
    #[getter]
    fn token(&self) -> Option<Inspection> {
        self.0.token().map(Inspection)
    }

    /// Raise `VerificationError`, which holds this report, unless `ok`.
    fn raise_if_invalid(slf: &Bound<'_, Self>) -> PyResult<()> {
        let py = slf.py();
        let Err(error) = slf.get().0.clone().into_valid() else {
            return Ok(());
        };
        let fields = PyDict::new(py);
        fields.set_item("code", error.code().as_str())?;
        fields.set_item("hint", error.code().remedy())?;
        fields.set_item("report", slf)?;
        let class = class_of(py, error.code())?;
        Err(PyErr::from_value(class.call((error.to_string(),), Some(&fields))?))
    }

    /// All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!(
            "Report(ok={}, signature={:?}, findings={:?})",
            python_bool(self.0.ok),
            self.signature(),
            codes(&self.0.findings),
        )
    }
}

/// The outcome of `check`, which has no certificate and so proves nothing.
///
/// All times are in UTC.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Consistency(dynakey::Consistency);

#[pymethods]
impl Consistency {
    /// Whether no finding is an error. A forged token can be consistent.
    #[getter]
    fn consistent(&self) -> bool {
        self.0.consistent
    }

    /// The time that the token was checked for.
    #[getter]
    fn checked_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.checked_at)
    }

    /// When the token effectively ends: the earliest of its own end, the end of its join (or
    /// login) privilege and 24 hours after issue. `None` if it can't be read.
    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.expires_at)
    }

    /// When to renew: 30 seconds before the effective end, when the SDKs call back.
    #[getter]
    fn renew_after(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.renew_after)
    }

    /// Everything that was found, errors and warnings.
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        findings(&self.0.findings)
    }

    /// What the token says about itself; `None` if it can't be read.
    #[getter]
    fn token(&self) -> Option<Inspection> {
        self.0.token().map(Inspection)
    }

    /// All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!(
            "Consistency(consistent={}, findings={:?})",
            python_bool(self.0.consistent),
            codes(&self.0.findings),
        )
    }
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}
