//! The token object of version 007 by the reference's names.

use dynakey::Input;
use dynakey::sample_api::{self, AccessToken2Fields};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::argument::{Argument, Keyword};
use crate::error::to_py;
use crate::service::{self, Service};

/// A version 007 token in its parts, by the names of Agora's sample code.
///
/// For any services with any privileges, with the salt, the time of issue and the duration as they
/// are set. An `issue_ts` of 0 is now; `expire` is in seconds from then. The certificate is not an
/// attribute: nothing prints or copies it.
///
/// >>> token = AccessToken2(app_id, app_certificate, expire=600)
/// >>> rtc = ServiceRtc("room", 42)
/// >>> rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600)
/// >>> token.add_service(rtc)
/// >>> text = token.build()
#[pyclass(module = "dynakey")]
pub(crate) struct AccessToken2 {
    /// The App ID, 32 hexadecimal digits.
    #[pyo3(get, set)]
    app_id: Py<PyAny>,
    /// When the token was issued, in Unix seconds.
    #[pyo3(get, set)]
    issue_ts: Py<PyAny>,
    /// How long the token lasts from its issue, in seconds.
    #[pyo3(get, set)]
    expire: Py<PyAny>,
    /// What makes two tokens of one second differ, 32 bits; random unless set.
    #[pyo3(get, set)]
    salt: Py<PyAny>,
    /// The services. It is live: what is put in it is built, sorted by the types' numbers.
    #[pyo3(get, set)]
    services: Py<PyList>,
    app_certificate: Py<PyAny>,
    /// The token that was read, by whose bytes a signature is verified.
    read: sample_api::AccessToken2,
}

#[pymethods]
impl AccessToken2 {
    #[new]
    #[pyo3(
        signature = (
            app_id=Keyword::Absent, app_certificate=Keyword::Absent, issue_ts=Keyword::Absent,
            expire=Keyword::Absent
        ),
        text_signature = "(app_id='', app_certificate='', issue_ts=0, expire=900)"
    )]
    fn new(
        py: Python<'_>,
        app_id: Keyword<'_>,
        app_certificate: Keyword<'_>,
        issue_ts: Keyword<'_>,
        expire: Keyword<'_>,
    ) -> PyResult<Self> {
        let text_or_empty = |keyword: Keyword<'_>| match keyword {
            Keyword::Given(value) => value.unbind(),
            Keyword::Absent => PyString::new(py, "").into_any().unbind(),
        };
        // What is no time of issue is kept for `build` to refuse.
        let time = match issue_ts.argument_or(Input::Integer(0)).input() {
            Input::Integer(number) => u32::try_from(number).ok(),
            _ => None,
        };
        // A fresh object of the core has the salt, the time and the duration of the reference.
        let fresh = sample_api::AccessToken2::new("", "", time.unwrap_or_default(), 900)
            .map_err(|error| to_py(py, &error))?;
        Ok(Self {
            app_id: text_or_empty(app_id),
            issue_ts: match issue_ts {
                Keyword::Given(given) if time.is_none() => given.unbind(),
                _ => fresh.issue_ts.into_pyobject(py)?.into_any().unbind(),
            },
            expire: match expire {
                Keyword::Given(given) => given.unbind(),
                Keyword::Absent => fresh.expire.into_pyobject(py)?.into_any().unbind(),
            },
            salt: fresh.salt.into_pyobject(py)?.into_any().unbind(),
            services: PyList::empty(py).unbind(),
            app_certificate: text_or_empty(app_certificate),
            read: fresh,
        })
    }

    /// Add a service, such as a `ServiceRtc`. One of a type that the token has already stands
    /// beside it.
    fn add_service(&self, py: Python<'_>, service: &Bound<'_, PyAny>) -> PyResult<()> {
        self.services.bind(py).append(service)
    }

    /// Give the services of one type, by its number, such as `ServiceRtc.kServiceType`.
    fn get_services<'py>(
        &self,
        py: Python<'py>,
        r#type: &Bound<'_, PyAny>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let mut of_type = Vec::new();
        for service in self.services.bind(py).iter() {
            if service.call_method0("service_type")?.eq(r#type)? {
                of_type.push(service);
            }
        }
        Ok(of_type)
    }

    /// Make the token from what the attributes hold now.
    ///
    /// Ids, sizes, texts and the ranges of numbers are checked, nothing else: this object is for
    /// full control.
    ///
    /// Raises `InvalidInputError` about the first attribute at fault, for one of a service with
    /// its position as `index`: `invalid_app_id`, `invalid_app_certificate`,
    /// `expiry_not_a_timestamp` about `issue_ts`, `expiry_not_a_duration`, `number_out_of_range`,
    /// `invalid_channel_name`, `invalid_uid`, `invalid_user_account`, `invalid_role`,
    /// `no_services`, `field_too_long` or `invalid_text`; `MalformedTokenError` with
    /// `token_too_large`.
    fn build(&self, py: Python<'_>) -> PyResult<String> {
        let services = self
            .services
            .bind(py)
            .iter()
            .map(|service| Service::of(&service))
            .collect::<PyResult<Vec<_>>>()?;
        AccessToken2Fields {
            app_id: Argument::new(self.app_id.bind(py)).input(),
            app_certificate: Argument::new(self.app_certificate.bind(py)).input(),
            issue_ts: Argument::new(self.issue_ts.bind(py)).input(),
            expire: Argument::new(self.expire.bind(py)).input(),
            salt: Argument::new(self.salt.bind(py)).input(),
        }
        .build(services.iter().map(|service| Ok(service.fields())))
        .map_err(|error| to_py(py, &error))
    }

    /// Read a token into this object: everything but the certificate.
    ///
    /// `False`, with everything cleared, if the token can't be read; `inspect` says why. A service
    /// that is not known ends the list; a token that is built then lacks it.
    #[expect(clippy::wrong_self_convention, reason = "the reference's name")]
    fn from_string(&mut self, py: Python<'_>, origin_token: &Bound<'_, PyAny>) -> PyResult<bool> {
        let is_read = match Argument::new(origin_token) {
            Argument::Text(text) => self.read.from_string(&text),
            Argument::Other(_) => self.read.from_string(""),
        };
        let services = PyList::empty(py);
        for read in &self.read.services {
            services.append(service::to_object(py, read)?)?;
        }
        self.app_id = PyString::new(py, &self.read.app_id).into_any().unbind();
        self.issue_ts = self.read.issue_ts.into_pyobject(py)?.into_any().unbind();
        self.expire = self.read.expire.into_pyobject(py)?.into_any().unbind();
        self.salt = self.read.salt.into_pyobject(py)?.into_any().unbind();
        self.services = services.unbind();
        Ok(is_read)
    }

    /// Tell whether a certificate made the token that was read, by the bytes that came.
    ///
    /// `False` if none was read. `App.verify` says more.
    fn verify_signature(&self, certificate: &Bound<'_, PyAny>) -> bool {
        match Argument::new(certificate) {
            Argument::Text(text) => self.read.verify_signature(&text),
            Argument::Other(_) => false,
        }
    }

    /// A cycle through these fields can be collected; the certificate is not shown even here.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        for field in [&self.app_id, &self.issue_ts, &self.expire, &self.salt] {
            visit.call(field)?;
        }
        visit.call(&self.services)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let repr = |value: &Py<PyAny>| value.bind(py).repr().map(|repr| repr.to_string());
        Ok(format!(
            "AccessToken2(app_id={}, issue_ts={}, expire={}, salt={}, services={})",
            repr(&self.app_id)?,
            repr(&self.issue_ts)?,
            repr(&self.expire)?,
            repr(&self.salt)?,
            self.services.bind(py).repr()?,
        ))
    }
}
