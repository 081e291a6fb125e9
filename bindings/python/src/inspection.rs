//! What a token holds.

use dynakey::{InspectedPrivilege, InspectedService};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;

use crate::argument::Argument;
use crate::error::to_py;

/// Unix seconds as an aware `datetime` in UTC.
pub(crate) fn datetime(py: Python<'_>, seconds: i64) -> PyResult<Py<PyAny>> {
    static FROM_UNIX: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    FROM_UNIX.import(py, "dynakey._times", "from_unix")?.call1((seconds,)).map(Bound::unbind)
}

/// A value of the core as plain Python data: one list of fields, in the core.
pub(crate) fn to_dict(py: Python<'_>, value: &impl Serialize) -> PyResult<Py<PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let text = serde_json::to_string(value).map_err(|_| to_py(py, &dynakey::Error::internal()))?;
    LOADS.import(py, "json", "loads")?.call1((text,)).map(Bound::unbind)
}

#[pyfunction]
pub(crate) fn inspect(token: &Bound<'_, PyAny>) -> PyResult<Inspection> {
    dynakey::inspect(Argument::new(token).input())
        .map(Inspection)
        .map_err(|error| to_py(token.py(), &error))
}

/// What a token says about itself; nothing in it is proven.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Inspection(pub(crate) dynakey::Inspection);

#[pymethods]
impl Inspection {
    #[getter]
    fn version(&self) -> &'static str {
        self.0.version.as_str()
    }

    #[getter]
    fn app_id(&self) -> &str {
        &self.0.app_id
    }

    #[getter]
    fn salt(&self) -> u32 {
        self.0.salt
    }

    #[getter]
    fn issued_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.issued_at)
    }

    #[getter]
    fn issued_at_assumed(&self) -> bool {
        self.0.issued_at_assumed
    }

    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.expires_at)
    }

    #[getter]
    fn services(&self) -> Vec<Service> {
        self.0.services.iter().cloned().map(Service).collect()
    }

    #[getter]
    fn channel_crc(&self) -> Option<u32> {
        self.0.channel_crc
    }

    #[getter]
    fn user_crc(&self) -> Option<u32> {
        self.0.user_crc
    }

    #[getter]
    fn signature(&self) -> &str {
        &self.0.signature
    }

    #[getter]
    fn trailing_bytes(&self) -> usize {
        self.0.trailing_bytes
    }

    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!("Inspection(version={:?}, app_id={:?})", self.0.version.as_str(), self.0.app_id)
    }
}

/// A service that a token opens.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Service(InspectedService);

#[pymethods]
impl Service {
    #[getter]
    fn name(&self) -> &'static str {
        self.0.name
    }

    #[getter]
    fn number(&self) -> u16 {
        self.0.number
    }

    #[getter]
    fn channel(&self) -> Option<&str> {
        self.0.channel.as_deref()
    }

    #[getter]
    fn user(&self) -> Option<&str> {
        self.0.user.as_deref()
    }

    #[getter]
    fn privileges(&self) -> Vec<Privilege> {
        self.0.privileges.iter().cloned().map(Privilege).collect()
    }

    fn __repr__(&self) -> String {
        format!("Service(name={:?})", self.0.name)
    }
}

/// A privilege that a token grants.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Privilege(InspectedPrivilege);

#[pymethods]
impl Privilege {
    #[getter]
    fn name(&self) -> Option<&'static str> {
        self.0.name
    }

    #[getter]
    fn number(&self) -> u16 {
        self.0.number
    }

    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.expires_at)
    }

    fn __repr__(&self) -> String {
        format!("Privilege(number={}, expires_at={})", self.0.number, self.0.expires_at)
    }
}
