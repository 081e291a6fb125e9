//! RTM tokens by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes RTM tokens of version 006, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtmTokenBuilder;

#[pymethods]
#[expect(non_snake_case, reason = "the reference's names")]
impl RtmTokenBuilder {
    /// Make a token with which a user may log in to RTM.
    ///
    /// `userAccount` has 1 to 64 bytes: letters, digits, space and some punctuation. `role` is
    /// always `Role_Rtm_User`. `privilegeExpiredTs` is when the login ends, in Unix seconds (now +
    /// 3600, not 3600); 0 is as long as the token, 24 hours from now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_user_account`, `invalid_role`,
    /// `expiry_not_a_timestamp` or `invalid_text`.
    ///
    /// >>> token = RtmTokenBuilder.buildToken(
    /// ...     app_id, app_certificate, "ann", Role_Rtm_User, int(time.time()) + 3600
    /// ... )
    #[staticmethod]
    fn buildToken(
        appId: &Bound<'_, PyAny>,
        appCertificate: &Bound<'_, PyAny>,
        userAccount: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        privilegeExpiredTs: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtmTokenBuilder::build_token(
            Argument::new(appId).input(),
            Argument::new(appCertificate).input(),
            Argument::new(userAccount).input(),
            Argument::new(role).input(),
            Argument::new(privilegeExpiredTs).input(),
        )
        .map_err(|error| to_py(appId.py(), &error))
    }
}
