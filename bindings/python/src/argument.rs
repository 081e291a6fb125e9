//! Python values as the core's inputs. What comes is said, never judged.

use std::borrow::Cow;

use dynakey::Input;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyFloat, PyInt, PyString};

/// A Python value on its way into the core.
pub(crate) enum Argument<'a> {
    Text(Cow<'a, str>),
    Other(Input<'static>),
}

impl<'a> Argument<'a> {
    /// A text, a number or a word; anything else by the name of its kind.
    pub(crate) fn new(value: &'a Bound<'_, PyAny>) -> Self {
        if let Ok(text) = value.cast::<PyString>() {
            // A lone surrogate is what Python lets through and UTF-8 does not.
            return text.to_cow().map_or(Self::Other(Input::IllFormedText), Self::Text);
        }
        Self::Other(if value.is_instance_of::<PyBool>() {
            Input::Other("a boolean")
        } else if value.is_instance_of::<PyInt>() {
            integer(value)
        } else if let Ok(number) = value.cast::<PyFloat>() {
            Input::Float(number.value())
        } else if let Some(word) = word(value) {
            word
        } else if value.is_none() {
            Input::Other("None")
        } else if value.is_instance_of::<PyBytes>() {
            Input::Other("bytes")
        } else {
            Input::Other("an object of another type")
        })
    }

    /// A number of seconds: also a `timedelta`.
    pub(crate) fn duration(value: &'a Bound<'_, PyAny>) -> Self {
        Self::seconds_of(value, "total_seconds").unwrap_or_else(|| Self::new(value))
    }

    /// A point in time: also a `datetime` that knows its time zone.
    pub(crate) fn moment(value: &'a Bound<'_, PyAny>) -> Self {
        match value.call_method0("utcoffset") {
            Ok(offset) if offset.is_none() => {
                Self::Other(Input::Other("a datetime without time zone"))
            }
            Ok(_) => match Self::seconds_of(value, "timestamp") {
                Some(Self::Other(Input::Float(seconds))) => Self::Other(seconds.floor().into()),
                _ => Self::new(value),
            },
            Err(_) => Self::new(value),
        }
    }

    /// The values of a list, free of the interpreter. A text is one wrong value, not letters.
    pub(crate) fn list(values: &Bound<'_, PyAny>) -> PyResult<Vec<Argument<'static>>> {
        if values.is_instance_of::<PyString>() {
            return Ok(vec![Argument::Other(Input::Other("a text in place of a list"))]);
        }
        values.try_iter()?.map(|value| Ok(Argument::new(&value?).into_owned())).collect()
    }

    fn seconds_of(value: &Bound<'_, PyAny>, method: &str) -> Option<Self> {
        let is_plain = value.is_instance_of::<PyInt>()
            || value.is_instance_of::<PyString>()
            || value.is_instance_of::<PyFloat>();
        if is_plain {
            return None;
        }
        let seconds = value.call_method0(method).ok()?.extract::<f64>().ok()?;
        Some(Self::Other(seconds.into()))
    }

    pub(crate) fn input(&self) -> Input<'_> {
        match self {
            Self::Text(text) => Input::Text(text),
            Self::Other(input) => *input,
        }
    }

    /// The same, free of the interpreter.
    pub(crate) fn into_owned(self) -> Argument<'static> {
        match self {
            Self::Text(text) => Argument::Text(Cow::Owned(text.into_owned())),
            Self::Other(input) => Argument::Other(input),
        }
    }
}

/// A word that stands where a value could.
fn word(value: &Bound<'_, PyAny>) -> Option<Input<'static>> {
    static ANY_USER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static ANY_CHANNEL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static UNCHECKED: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let is = |cell: &'static PyOnceLock<Py<PyAny>>, name| {
        cell.import(value.py(), "dynakey._words", name).is_ok_and(|word| value.is(word))
    };
    if is(&ANY_USER, "ANY_USER") {
        Some(Input::AnyUser)
    } else if is(&ANY_CHANNEL, "ANY_CHANNEL") {
        Some(Input::AnyChannel)
    } else if is(&UNCHECKED, "UNCHECKED") {
        Some(Input::Unchecked)
    } else {
        None
    }
}

fn integer(value: &Bound<'_, PyAny>) -> Input<'static> {
    if let Ok(number) = value.extract::<i64>() {
        return number.into();
    }
    value.extract::<i128>().map_or(Input::Other("an integer of more than 127 bits"), Input::Integer)
}

/// A keyword that was given or not; `None` is given.
pub(crate) enum Keyword<'py> {
    Absent,
    Given(Bound<'py, PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for Keyword<'py> {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self::Given(value.to_owned()))
    }
}

impl<'py> Keyword<'py> {
    /// The value, if one was given.
    pub(crate) fn given(&self) -> Option<&Bound<'py, PyAny>> {
        match self {
            Self::Absent => None,
            Self::Given(value) => Some(value),
        }
    }

    /// What was given, or the default of the function.
    pub(crate) fn argument_or(&self, default: Input<'static>) -> Argument<'_> {
        self.given().map_or(Argument::Other(default), Argument::new)
    }
}
