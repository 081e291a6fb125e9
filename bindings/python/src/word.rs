//! The words that stand where a value could.

use pyo3::prelude::*;

/// A word of the app API: anyone, or what a check leaves out.
#[pyclass(frozen, eq, hash, from_py_object, module = "dynakey")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "Python's names")]
pub(crate) enum Word {
    ANY_USER,
    UNCHECKED,
}

#[pymethods]
impl Word {
    fn __repr__(&self) -> &'static str {
        match self {
            Self::ANY_USER => "dynakey.ANY_USER",
            Self::UNCHECKED => "dynakey.UNCHECKED",
        }
    }
}
