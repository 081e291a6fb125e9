//! What a token holds.

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

/// Read a token of any supported version, without a certificate.
///
/// Nothing of what it says is proven: anyone can write a token.
///
/// Raises `MalformedTokenError`: `malformed_token`, `unsupported_version` or `token_too_large`.
///
/// >>> [privilege.name for privilege in dynakey.inspect(token).services[0].privileges]
/// ['join_channel', 'publish_audio', 'publish_video', 'publish_data']
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
    /// The token's version, `"006"` or `"007"`.
    #[getter]
    fn version(&self) -> &'static str {
        self.0.version.as_str()
    }

    /// The App ID of the project that the token is for.
    #[getter]
    fn app_id(&self) -> &str {
        &self.0.app_id
    }

    /// The random number that makes two tokens of one second differ.
    #[getter]
    fn salt(&self) -> u32 {
        self.0.salt
    }

    /// When the token was made, in UTC.
    #[getter]
    fn issued_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.issued_at)
    }

    /// Whether `issued_at` is assumed: version 006 holds only when a token ends, and the
    /// builders all let it end after 24 hours. Version 007 holds it.
    #[getter]
    fn issued_at_assumed(&self) -> bool {
        self.0.issued_at_assumed
    }

    /// When the token as a whole ends, in UTC; privileges may end earlier.
    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.expires_at)
    }

    /// The services that the token opens.
    #[getter]
    fn services(&self) -> Vec<InspectedService> {
        self.0.services.iter().cloned().map(InspectedService).collect()
    }

    /// Version 006: the CRC-32 of the channel's name (RTM: of the user's).
    #[getter]
    fn channel_crc(&self) -> Option<u32> {
        self.0.channel_crc
    }

    /// Version 006: the CRC-32 of the user as text, 0 for anyone.
    #[getter]
    fn user_crc(&self) -> Option<u32> {
        self.0.user_crc
    }

    /// The signature in lower-case hexadecimal digits.
    #[getter]
    fn signature(&self) -> &str {
        &self.0.signature
    }

    /// Version 007: the number of the first service that is not known.
    ///
    /// What follows it in the token can't be read, though it is signed.
    #[getter]
    fn unknown_service(&self) -> Option<u16> {
        self.0.unknown_service
    }

    /// How many bytes within the signed part follow all that is understood.
    #[getter]
    fn trailing_bytes(&self) -> usize {
        self.0.trailing_bytes
    }

    /// All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_dict(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!(
            "Inspection(version={:?}, app_id={:?}, expires_at={}, services={:?})",
            self.0.version.as_str(),
            self.0.app_id,
            self.0.expires_at,
            self.0.services.iter().map(|service| service.name).collect::<Vec<_>>(),
        )
    }
}

/// A service that a token opens.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct InspectedService(dynakey::InspectedService);

#[pymethods]
impl InspectedService {
    /// The service's name, such as `"rtc"`.
    #[getter]
    fn name(&self) -> &'static str {
        self.0.name
    }

    /// The service's number, as version 007 writes it.
    #[getter]
    fn number(&self) -> u16 {
        self.0.number
    }

    /// The name of the channel or room, `"*"` for any; `None` if the service has none, and in
    /// version 006, which does not hold it.
    #[getter]
    fn channel(&self) -> Option<&str> {
        self.0.channel.as_deref()
    }

    /// The user as text, empty for anyone (Chat, APaaS: for the app); `None` if the service has
    /// none, and in version 006, which does not hold it.
    #[getter]
    fn user(&self) -> Option<&str> {
        self.0.user.as_deref()
    }

    /// APaaS: the user's role in the room.
    #[getter]
    fn role(&self) -> Option<i16> {
        self.0.role
    }

    /// What the user may do.
    #[getter]
    fn privileges(&self) -> Vec<InspectedPrivilege> {
        self.0.privileges.iter().copied().map(InspectedPrivilege).collect()
    }

    /// RTM2: which resources the user may use.
    #[getter]
    fn permissions(&self) -> Vec<InspectedPermission> {
        self.0.permissions.iter().cloned().map(InspectedPermission).collect()
    }

    fn __repr__(&self) -> String {
        format!(
            "InspectedService(name={:?}, privileges={:?})",
            self.0.name,
            self.0.privileges.iter().map(|privilege| privilege.number).collect::<Vec<_>>(),
        )
    }
}

/// A privilege that a token grants.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct InspectedPrivilege(dynakey::InspectedPrivilege);

#[pymethods]
impl InspectedPrivilege {
    /// The privilege's name, such as `"publish_audio"`; `None` for a number without one.
    #[getter]
    fn name(&self) -> Option<&'static str> {
        self.0.name
    }

    /// The privilege's number in its version and service.
    #[getter]
    fn number(&self) -> u16 {
        self.0.number
    }

    /// When the privilege ends, in UTC; the token's own end if it has none of its own.
    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        datetime(py, self.0.expires_at)
    }

    fn __repr__(&self) -> String {
        format!("InspectedPrivilege(number={}, expires_at={})", self.0.number, self.0.expires_at)
    }
}

/// A permission that an RTM2 token grants.
#[pyclass(frozen, eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct InspectedPermission(dynakey::InspectedPermission);

#[pymethods]
impl InspectedPermission {
    /// The type of the resources, such as `"message_channels"`; `None` for a number without a
    /// name.
    #[getter]
    fn resource(&self) -> Option<&'static str> {
        self.0.resource
    }

    /// The number of the resources' type.
    #[getter]
    fn resource_number(&self) -> u16 {
        self.0.resource_number
    }

    /// `"read"` or `"write"`; `None` for a number without a name.
    #[getter]
    fn permission(&self) -> Option<&'static str> {
        self.0.permission
    }

    /// The permission's number.
    #[getter]
    fn permission_number(&self) -> u16 {
        self.0.permission_number
    }

    /// The names of the resources.
    #[getter]
    fn names(&self) -> Vec<&str> {
        self.0.names.iter().map(String::as_str).collect()
    }

    fn __repr__(&self) -> String {
        format!(
            "InspectedPermission(resource_number={}, permission_number={}, names={:?})",
            self.0.resource_number, self.0.permission_number, self.0.names,
        )
    }
}
