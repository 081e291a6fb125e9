//! RTC tokens by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes RTC tokens of version 006 by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtcTokenBuilder;

#[pymethods]
#[expect(non_snake_case, reason = "the reference's names")]
impl RtcTokenBuilder {
    #[staticmethod]
    fn buildTokenWithUid(
        appId: &Bound<'_, PyAny>,
        appCertificate: &Bound<'_, PyAny>,
        channelName: &Bound<'_, PyAny>,
        uid: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        privilegeExpiredTs: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder::build_token_with_uid(
            Argument::new(appId).input(),
            Argument::new(appCertificate).input(),
            Argument::new(channelName).input(),
            Argument::new(uid).input(),
            Argument::new(role).input(),
            Argument::new(privilegeExpiredTs).input(),
        )
        .map_err(|error| to_py(appId.py(), &error))
    }

    #[staticmethod]
    fn buildTokenWithAccount(
        appId: &Bound<'_, PyAny>,
        appCertificate: &Bound<'_, PyAny>,
        channelName: &Bound<'_, PyAny>,
        account: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        privilegeExpiredTs: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder::build_token_with_user_account(
            Argument::new(appId).input(),
            Argument::new(appCertificate).input(),
            Argument::new(channelName).input(),
            Argument::new(account).input(),
            Argument::new(role).input(),
            Argument::new(privilegeExpiredTs).input(),
        )
        .map_err(|error| to_py(appId.py(), &error))
    }
}
