//! The token object by the reference's names.

use dynakey::sample_api::{self, AccessTokenFields};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyString};

use crate::argument::{Argument, Keyword};
use crate::error::to_py;

/// A version 006 token in its parts, by the names of Agora's sample code.
///
/// For any channel, any user and any privileges, with the salt and the end as they are set. `uid`
/// is a number, where 0 is anyone, or a text, which is taken as it is; absent it is anyone. The
/// certificate is not an attribute: nothing prints or copies it.
///
/// >>> token = AccessToken(app_id, app_certificate, "room", 42)
/// >>> token.addPrivilege(AccessToken.kJoinChannel, int(time.time()) + 3600)
/// >>> text = token.build()
#[pyclass(module = "dynakey")]
#[expect(non_snake_case, reason = "the reference's names")]
pub(crate) struct AccessToken {
    /// The App ID, 32 hexadecimal digits.
    #[pyo3(get, set)]
    appID: Py<PyAny>,
    /// The channel's name; for RTM the account.
    #[pyo3(get, set)]
    channelName: Py<PyAny>,
    /// The user as text; empty for anyone.
    #[pyo3(get, set)]
    uidStr: Py<PyAny>,
    /// When the token as a whole ends, in Unix seconds; 24 hours from now unless set.
    #[pyo3(get, set)]
    ts: Py<PyAny>,
    /// What makes two tokens of one second differ, 32 bits; random unless set.
    #[pyo3(get, set)]
    salt: Py<PyAny>,
    /// The privileges by number, each with its end. It is live: what is put in it is built.
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
    #[pyo3(
        signature = (
            appID=Keyword::Absent, appCertificate=Keyword::Absent, channelName=Keyword::Absent,
            uid=Keyword::Absent
        ),
        text_signature = "(appID='', appCertificate='', channelName='', uid='')"
    )]
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

    /// Grant a privilege.
    ///
    /// `privilege` is a number, 0 to 65535, such as `AccessToken.kJoinChannel`. `expireTimestamp`
    /// is when it ends, in Unix seconds; 0 is as long as the token. Both are checked by `build`.
    fn addPrivilege(
        &self,
        py: Python<'_>,
        privilege: &Bound<'_, PyAny>,
        expireTimestamp: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        self.messages.bind(py).set_item(privilege, expireTimestamp)
    }

    /// Make the token from what the attributes hold now.
    ///
    /// Ids, sizes, texts and the ranges of numbers are checked, nothing else: this object is for
    /// full control, so an end in the past is written as it is.
    ///
    /// Raises `InvalidInputError` about the first attribute at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `number_out_of_range`,
    /// `expiry_not_a_timestamp`, `field_too_long` or `invalid_text`.
    fn build(&self, py: Python<'_>) -> PyResult<String> {
        // A copy, since without the GIL another thread may change the dict meanwhile.
        let entries: Vec<_> = self.messages.bind(py).copy()?.iter().collect();
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

    /// Read a token into this object: its App ID, salt, end and privileges.
    ///
    /// A token holds neither channel nor user, so those stay. `False`, with everything cleared,
    /// if the token can't be read; `inspect` says why.
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

    /// A cycle through these fields can be collected; the certificate is not shown even here.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        for field in [&self.appID, &self.channelName, &self.uidStr, &self.ts, &self.salt] {
            visit.call(field)?;
        }
        visit.call(&self.messages)
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
