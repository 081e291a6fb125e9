//! The token object by the reference's names.

use dynakey::sample_api::{self, AccessTokenFields};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyString};

use crate::argument::{Argument, Keyword};
use crate::error::to_py;

/// A version 006 token in its parts. The certificate is no attribute.
#[pyclass(module = "dynakey")]
#[expect(non_snake_case, reason = "the reference's names")]
pub(crate) struct AccessToken {
    #[pyo3(get, set)]
    appID: Py<PyAny>,
    #[pyo3(get, set)]
    channelName: Py<PyAny>,
    #[pyo3(get, set)]
    uidStr: Py<PyAny>,
    #[pyo3(get, set)]
    ts: Py<PyAny>,
    #[pyo3(get, set)]
    salt: Py<PyAny>,
    #[pyo3(get, set)]
    messages: Py<PyDict>,
    app_certificate: Py<PyAny>,
}

#[pymethods]
#[expect(non_snake_case, non_upper_case_globals, reason = "the reference's names")]
impl AccessToken {
    #[classattr]
    const kJoinChannel: u16 = sample_api::AccessToken::JOIN_CHANNEL;
    #[classattr]
    const kPublishAudioStream: u16 = sample_api::AccessToken::PUBLISH_AUDIO_STREAM;
    #[classattr]
    const kPublishVideoStream: u16 = sample_api::AccessToken::PUBLISH_VIDEO_STREAM;
    #[classattr]
    const kPublishDataStream: u16 = sample_api::AccessToken::PUBLISH_DATA_STREAM;
    #[classattr]
    const kRtmLogin: u16 = sample_api::AccessToken::RTM_LOGIN;

    #[new]
    #[pyo3(signature = (
        appID=Keyword::Absent, appCertificate=Keyword::Absent, channelName=Keyword::Absent,
        uid=Keyword::Absent
    ))]
    fn new(
        py: Python<'_>,
        appID: Keyword<'_>,
        appCertificate: Keyword<'_>,
        channelName: Keyword<'_>,
        uid: Keyword<'_>,
    ) -> PyResult<Self> {
        let empty = || PyString::new(py, "").into_any().unbind();
        let value_or_empty = |keyword: Keyword<'_>| match keyword {
            Keyword::Given(value) => value.unbind(),
            Keyword::Absent => empty(),
        };
        // A fresh object of the core has the salt and the end that the reference gives.
        let fresh =
            sample_api::AccessToken::new("", "", "", 0).map_err(|error| to_py(py, &error))?;
        Ok(Self {
            appID: value_or_empty(appID),
            channelName: value_or_empty(channelName),
            uidStr: match uid {
                Keyword::Given(uid) => uid_text(&uid)?,
                Keyword::Absent => empty(),
            },
            ts: fresh.ts.into_pyobject(py)?.into_any().unbind(),
            salt: fresh.salt.into_pyobject(py)?.into_any().unbind(),
            messages: PyDict::new(py).unbind(),
            app_certificate: value_or_empty(appCertificate),
        })
    }

    /// Grants a privilege until a time in Unix seconds; 0 is as long as the token.
    fn addPrivilege(
        &self,
        py: Python<'_>,
        privilege: &Bound<'_, PyAny>,
        expireTimestamp: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        self.messages.bind(py).set_item(privilege, expireTimestamp)
    }

    /// The token.
    fn build(&self, py: Python<'_>) -> PyResult<String> {
        let entries: Vec<_> = self.messages.bind(py).iter().collect();
        let messages: Vec<_> = entries
            .iter()
            .map(|(privilege, end)| (Argument::new(privilege), Argument::new(end)))
            .collect();
        AccessTokenFields {
            app_id: Argument::new(self.appID.bind(py)).input(),
            app_certificate: Argument::new(self.app_certificate.bind(py)).input(),
            channel_name: Argument::new(self.channelName.bind(py)).input(),
            uid: Argument::new(self.uidStr.bind(py)).input(),
            salt: Argument::new(self.salt.bind(py)).input(),
            ts: Argument::new(self.ts.bind(py)).input(),
        }
        .build(messages.iter().map(|(privilege, end)| (privilege.input(), end.input())))
        .map_err(|error| to_py(py, &error))
    }

    /// Reads a token into this object; `False`, and everything cleared, if it can't be read.
    fn fromString(&mut self, py: Python<'_>, originToken: &Bound<'_, PyAny>) -> PyResult<bool> {
        let mut token =
            sample_api::AccessToken::new("", "", "", 0).map_err(|error| to_py(py, &error))?;
        let read = match Argument::new(originToken) {
            Argument::Text(text) => token.from_string(&text),
            Argument::Other(_) => token.from_string(""),
        };
        let messages = PyDict::new(py);
        for (privilege, end) in &token.messages {
            messages.set_item(privilege, end)?;
        }
        self.appID = token.app_id.into_pyobject(py)?.into_any().unbind();
        self.ts = token.ts.into_pyobject(py)?.into_any().unbind();
        self.salt = token.salt.into_pyobject(py)?.into_any().unbind();
        self.messages = messages.unbind();
        if !read {
            self.channelName = PyString::new(py, "").into_any().unbind();
            self.uidStr = self.channelName.clone_ref(py);
        }
        Ok(read)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let repr = |value: &Py<PyAny>| value.bind(py).repr().map(|repr| repr.to_string());
        Ok(format!(
            "AccessToken(appID={}, channelName={}, uidStr={}, ts={}, salt={}, messages={})",
            repr(&self.appID)?,
            repr(&self.channelName)?,
            repr(&self.uidStr)?,
            repr(&self.ts)?,
            repr(&self.salt)?,
            self.messages.bind(py).repr()?,
        ))
    }
}

/// A uid as the reference's `uidStr`: the number 0 is "", another its digits. What is neither
/// number nor text is kept for `build` to refuse.
fn uid_text(uid: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    if uid.is_instance_of::<PyBool>() || !uid.is_instance_of::<PyInt>() {
        return Ok(uid.clone().unbind());
    }
    match uid.extract::<u32>() {
        Ok(0) => Ok(PyString::new(uid.py(), "").into_any().unbind()),
        Ok(_) => Ok(uid.str()?.into_any().unbind()),
        Err(_) => Ok(uid.clone().unbind()),
    }
}
