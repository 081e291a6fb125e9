//! APaaS and education tokens of version 007 by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes tokens for flexible classroom and education, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct ApaasTokenBuilder;

#[pymethods]
impl ApaasTokenBuilder {
    /// Make a token with which a user may enter a room, and there use RTM and Chat.
    ///
    /// `room_uuid` and `user_uuid` are any texts but empty ones. `role` is a whole number from
    /// -32768 to 32767, which the classroom gives a meaning. `expire` is when the token ends, in
    /// seconds from now.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_channel_name` about the room, `invalid_user_account`,
    /// `invalid_role`, `expiry_not_a_duration`, `field_too_long` or `invalid_text`.
    ///
    /// >>> token = ApaasTokenBuilder.build_room_user_token(
    /// ...     app_id, app_certificate, "room", "ann", 1, 3600
    /// ... )
    #[staticmethod]
    fn build_room_user_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        room_uuid: &Bound<'_, PyAny>,
        user_uuid: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::ApaasTokenBuilder::build_room_user_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(room_uuid).input(),
            Argument::new(user_uuid).input(),
            Argument::new(role).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which a user may use APaaS outside of any room.
    ///
    /// The arguments are as for `build_room_user_token`.
    ///
    /// >>> token = ApaasTokenBuilder.build_user_token(app_id, app_certificate, "ann", 3600)
    #[staticmethod]
    fn build_user_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        user_uuid: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::ApaasTokenBuilder::build_user_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(user_uuid).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which a server may manage the project's APaaS.
    ///
    /// The arguments are as for `build_room_user_token`.
    ///
    /// >>> token = ApaasTokenBuilder.build_app_token(app_id, app_certificate, 3600)
    #[staticmethod]
    fn build_app_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::ApaasTokenBuilder::build_app_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }
}
