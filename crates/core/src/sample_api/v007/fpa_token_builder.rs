//! FPA tokens of version 007 by the reference's names.

use super::request::{Project, Request};
use crate::error::Result;
use crate::fpa;
use crate::input::Input;
use crate::issue::Issue;

/// Makes tokens for full-path acceleration.
#[derive(Clone, Copy, Debug)]
pub struct FpaTokenBuilder;

impl FpaTokenBuilder {
    /// A token for 24 hours.
    ///
    /// # Errors
    ///
    /// `invalid_app_id`, `invalid_app_certificate`; also `invalid_text`, `clock_out_of_range`,
    /// `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::FpaTokenBuilder;
    ///
    /// let token = FpaTokenBuilder::build_token(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildToken"))]
    pub fn build_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
    ) -> Result<String> {
        fpa(app_id.into(), app_certificate.into())?.build(Issue::by_system_clock()?)
    }
}

pub(super) fn fpa<'a>(app_id: Input<'a>, app_certificate: Input<'a>) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    Ok(Request { project, expire: fpa::LIFETIME, services: [fpa::service(0)] })
}
