//! The core's errors as Python's exceptions, which are Python classes.

use dynakey::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

/// The class of an error by its number, as the core's table groups them.
pub(crate) fn class_of(py: Python<'_>, code: ErrorCode) -> PyResult<&Bound<'_, PyType>> {
    static INVALID_INPUT: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static MALFORMED_TOKEN: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static VERIFICATION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static DYNAKEY: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    match code.number() {
        100..200 => INVALID_INPUT.import(py, "dynakey._errors", "InvalidInputError"),
        200..300 => MALFORMED_TOKEN.import(py, "dynakey._errors", "MalformedTokenError"),
        300..400 => VERIFICATION.import(py, "dynakey._errors", "VerificationError"),
        _ => DYNAKEY.import(py, "dynakey._errors", "DynakeyError"),
    }
}

/// The exception of an error of the core.
pub(crate) fn to_py(py: Python<'_>, error: &Error) -> PyErr {
    let build = || {
        let fields = PyDict::new(py);
        fields.set_item("code", error.code().as_str())?;
        fields.set_item("argument", error.argument())?;
        fields.set_item("hint", error.hint())?;
        fields.set_item("index", error.index())?;
        class_of(py, error.code())?.call((error.to_string(),), Some(&fields))
    };
    match build() {
        Ok(exception) => PyErr::from_value(exception),
        Err(failure) => failure,
    }
}

/// Give every code that an error can have, with the class that it is raised as.
#[pyfunction]
pub(crate) fn error_codes(py: Python<'_>) -> PyResult<Vec<(&'static str, &Bound<'_, PyType>)>> {
    ErrorCode::ALL.iter().map(|code| Ok((code.as_str(), class_of(py, *code)?))).collect()
}
