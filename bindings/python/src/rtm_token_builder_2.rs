//! RTM tokens of version 007 by the reference's names.

use dynakey::{Input, sample_api};
use pyo3::prelude::*;

use crate::argument::{Argument, Keyword};
use crate::error::to_py;
use crate::permissions::Permissions;

/// Makes RTM tokens of version 007, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtmTokenBuilder2;

#[pymethods]
impl RtmTokenBuilder2 {
    /// Make a token with which a user may log in to RTM.
    ///
    /// `user_id` has 1 to 64 bytes: letters, digits, space and some punctuation. `expire` is when
    /// the token ends, in seconds from now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_user_account`, `expiry_not_a_duration` or
    /// `invalid_text`.
    ///
    /// >>> token = RtmTokenBuilder2.build_token(app_id, app_certificate, "ann", 3600)
    #[staticmethod]
    fn build_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        user_id: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtmTokenBuilder2::build_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(user_id).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which a user may log in to RTM and use single resources.
    ///
    /// It is one of the service RTM2. The rest is as for `build_token`; also `field_too_long` and
    /// `token_too_large` about `permissions`.
    ///
    /// >>> permissions = ServiceRtm2.Permissions().add(
    /// ...     Permissions.MESSAGE_CHANNELS, Permissions.READ, ["news"]
    /// ... )
    /// >>> token = RtmTokenBuilder2.build_token_with_permissions(
    /// ...     app_id, app_certificate, "ann", permissions, 3600
    /// ... )
    #[staticmethod]
    #[pyo3(
        signature = (app_id, app_certificate, user_id, permissions, expire=Keyword::Absent),
        text_signature = "(app_id, app_certificate, user_id, permissions, expire=0)"
    )]
    fn build_token_with_permissions(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        user_id: &Bound<'_, PyAny>,
        permissions: PyRef<'_, Permissions>,
        expire: Keyword<'_>,
    ) -> PyResult<String> {
        sample_api::RtmTokenBuilder2::build_token_with_permissions(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(user_id).input(),
            &permissions.0,
            expire.argument_or(Input::Integer(0)).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }
}
