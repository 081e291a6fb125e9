//! Chat tokens of version 007 by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes Chat tokens, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct ChatTokenBuilder2;

#[pymethods]
impl ChatTokenBuilder2 {
    /// Make a token with which a user may use Chat.
    ///
    /// `user_id` is any text but an empty one. `expire` is when the token ends, in seconds from
    /// now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_user_account`, `expiry_not_a_duration`,
    /// `field_too_long` or `invalid_text`.
    ///
    /// >>> token = ChatTokenBuilder2.build_user_token(app_id, app_certificate, "ann", 3600)
    #[staticmethod]
    fn build_user_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        user_id: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::ChatTokenBuilder2::build_user_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(user_id).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which a server may manage the project's Chat.
    ///
    /// The arguments are as for `build_user_token`.
    ///
    /// >>> token = ChatTokenBuilder2.build_app_token(app_id, app_certificate, 3600)
    #[staticmethod]
    fn build_app_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::ChatTokenBuilder2::build_app_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }
}
