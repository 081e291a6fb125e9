//! RTM tokens by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

/// Makes RTM tokens of version 006 by the names of Agora's sample code.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtmTokenBuilder;

#[pymethods]
#[expect(non_snake_case, reason = "the reference's names")]
impl RtmTokenBuilder {
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
