//! RTC tokens by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes RTC tokens of version 006, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtcTokenBuilder;

#[pymethods]
#[expect(non_snake_case, reason = "the reference's names")]
impl RtcTokenBuilder {
    /// Make a token for a user known by a number.
    ///
    /// `uid` is 1 to 4294967295, or 0 for anyone. `role` is one of the `Role_` numbers.
    /// `privilegeExpiredTs` is when the privileges end, in Unix seconds (now + 3600, not 3600); 0
    /// is as long as the token, 24 hours from now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `invalid_role`,
    /// `expiry_not_a_timestamp` or `invalid_text`.
    ///
    /// >>> token = RtcTokenBuilder.buildTokenWithUid(
    /// ...     app_id, app_certificate, "room", 42, Role_Publisher, int(time.time()) + 3600
    /// ... )
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

    /// Make a token for a user known by a text.
    ///
    /// `account` has 1 to 255 bytes: letters, digits, space and some punctuation. The rest is as
    /// for `buildTokenWithUid`; in place of `invalid_uid` stands `invalid_user_account`.
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
