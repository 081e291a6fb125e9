//! The outcomes of verifying and checking.

use dynakey::Expectation;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

use crate::argument::Argument;
use crate::error::to_py;
use crate::inspection::{Inspection, datetime, to_dict};

/// Builds an expectation from the keywords that `verify` and `check` share, and asks it.
#[expect(clippy::too_many_arguments, reason = "each is a keyword")]
pub(crate) fn expectation<T>(
    channel: &Bound<'_, PyAny>,
    user: &Bound<'_, PyAny>,
    service: Option<&Bound<'_, PyAny>>,
    privileges: Option<&Bound<'_, PyAny>>,
    leeway: Option<&Bound<'_, PyAny>>,
    min_remaining: Option<&Bound<'_, PyAny>>,
    at: Option<&Bound<'_, PyAny>>,
    ask: impl FnOnce(&Expectation<'_>) -> dynakey::Result<T>,
) -> PyResult<T> {
    let py = channel.py();
    let privileges: Vec<Bound<'_, PyAny>> = match privileges {
        Some(privileges) => privileges.try_iter()?.collect::<PyResult<_>>()?,
        None => Vec::new(),
    };
    let privileges: Vec<_> = privileges.iter().map(Argument::new).collect();
    let (channel, user) = (Argument::new(channel), Argument::new(user));
    let service = service.map(Argument::new);
    let leeway = leeway.map(Argument::duration);
    let min_remaining = min_remaining.map(Argument::duration);
    let at = at.map(Argument::moment);

    let mut expected = Expectation::new(channel.input(), user.input())
        .privileges(privileges.iter().map(Argument::input));
    if let Some(service) = &service {
        expected = expected.service(service.input());
    }
    if let Some(leeway) = &leeway {
        expected = expected.leeway(leeway.input());
    }
    if let Some(min_remaining) = &min_remaining {
        expected = expected.min_remaining(min_remaining.input());
    }
    if let Some(at) = &at {
        expected = expected.at(at.input());
    }
    ask(&expected).map_err(|error| to_py(py, &error))
}

#[pyfunction]
#[pyo3(signature = (
    token, channel, user, service=None, privileges=None, leeway=None, min_remaining=None, at=None
))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword")]
pub(crate) fn check(
    token: &Bound<'_, PyAny>,
    channel: &Bound<'_, PyAny>,
    user: &Bound<'_, PyAny>,
    service: Option<&Bound<'_, PyAny>>,
    privileges: Option<&Bound<'_, PyAny>>,
    leeway: Option<&Bound<'_, PyAny>>,
    min_remaining: Option<&Bound<'_, PyAny>>,
    at: Option<&Bound<'_, PyAny>>,
) -> PyResult<Consistency> {
    expectation(channel, user, service, privileges, leeway, min_remaining, at, |expected| {
        dynakey::check(Argument::new(token).input(), expected)
    })
    .map(Consistency)
}

/// One thing that a check found.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Finding(dynakey::Finding);

#[pymethods]
impl Finding {
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    #[getter]
    fn level(&self) -> &'static str {
        self.0.level.as_str()
    }

    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

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

fn time(py: Python<'_>, seconds: Option<i64>) -> PyResult<Option<Py<PyAny>>> {
    seconds.map(|seconds| datetime(py, seconds)).transpose()
}

/// The outcome of `App.verify`.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Report(dynakey::Report);

impl From<dynakey::Report> for Report {
    fn from(report: dynakey::Report) -> Self {
        Self(report)
    }
}

#[pymethods]
impl Report {
    #[getter]
    fn ok(&self) -> bool {
        self.0.ok
    }

    #[getter]
    fn signature(&self) -> &'static str {
        self.0.signature.as_str()
    }

    #[getter]
    fn certificate(&self) -> Option<&'static str> {
        self.0.certificate.map(dynakey::CertificateUsed::as_str)
    }

    #[getter]
    fn checked_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.checked_at)
    }

    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.expires_at)
    }

    #[getter]
    fn renew_after(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.renew_after)
    }

    #[getter]
    fn findings(&self) -> Vec<Finding> {
        findings(&self.0.findings)
    }

    #[getter]
    fn token(&self) -> Option<Inspection> {
        self.0.token.clone().map(Inspection)
    }

    /// Raises `VerificationError`, with this report, unless the token is good.
    fn raise_if_invalid(slf: &Bound<'_, Self>) -> PyResult<()> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let py = slf.py();
        let Err(error) = slf.get().0.clone().into_valid() else {
            return Ok(());
        };
        let fields = PyDict::new(py);
        fields.set_item("code", error.code().as_str())?;
        fields.set_item("hint", error.code().remedy())?;
        fields.set_item("report", slf)?;
        let class = CLASS.import(py, "dynakey._errors", "VerificationError")?;
        Err(PyErr::from_value(class.call((error.to_string(),), Some(&fields))?))
    }

    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!("Report(ok={}, signature={:?})", python_bool(self.0.ok), self.signature())
    }
}

/// The outcome of `check`, which proves nothing.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Consistency(dynakey::Consistency);

#[pymethods]
impl Consistency {
    #[getter]
    fn consistent(&self) -> bool {
        self.0.consistent
    }

    #[getter]
    fn checked_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.checked_at)
    }

    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.expires_at)
    }

    #[getter]
    fn renew_after(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        time(py, self.0.renew_after)
    }

    #[getter]
    fn findings(&self) -> Vec<Finding> {
        findings(&self.0.findings)
    }

    #[getter]
    fn token(&self) -> Option<Inspection> {
        self.0.token.clone().map(Inspection)
    }

    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!("Consistency(consistent={})", python_bool(self.0.consistent))
    }
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}
