//! FPA tokens of version 007 by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes tokens for full-path acceleration, by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct FpaTokenBuilder;

#[pymethods]
impl FpaTokenBuilder {
    /// Make a token for 24 hours.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate` or `invalid_text`.
    ///
    /// >>> token = FpaTokenBuilder.build_token(app_id, app_certificate)
    #[staticmethod]
    fn build_token(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::FpaTokenBuilder::build_token(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }
}
