//! RTM tokens of version 007 by the reference's names.

use std::borrow::Cow;

use super::request::{Project, Request};
use crate::duration;
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::rtm;
use crate::user::{RTM_ACCOUNT_BYTES, account};
use crate::v007::Permissions;

/// Makes RTM tokens of version 007.
#[derive(Clone, Copy, Debug)]
pub struct RtmTokenBuilder2;

impl RtmTokenBuilder2 {
    /// A token with which the user `user_id`, a text of 1 to 64 bytes, may log in to RTM for
    /// `expire` seconds from now.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_user_account`, `expiry_not_a_duration`; also `invalid_text`,
    /// `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::RtmTokenBuilder2;
    ///
    /// let token = RtmTokenBuilder2::build_token(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "ann",
    ///     3600,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildToken", "BuildToken"))]
    pub fn build_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        user_id: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtm(app_id.into(), app_certificate.into(), user_id.into(), expire.into())?
            .build(Issue::by_system_clock()?)
    }

    /// As [`RtmTokenBuilder2::build_token`], with permissions on single resources: a token of the
    /// service RTM2.
    ///
    /// # Errors
    ///
    /// As there, and `field_too_long` and `token_too_large` about `permissions`.
    ///
    /// ```
    /// use dynakey::Permissions;
    /// use dynakey::sample_api::RtmTokenBuilder2;
    ///
    /// let permissions =
    ///     Permissions::new().add(Permissions::MESSAGE_CHANNELS, Permissions::READ, ["news"])?;
    /// let token = RtmTokenBuilder2::build_token_with_permissions(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "ann",
    ///     &permissions,
    ///     3600,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithPermissions"))]
    pub fn build_token_with_permissions<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        user_id: impl Into<Input<'a>>,
        permissions: &'a Permissions,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtm_with_permissions(
            app_id.into(),
            app_certificate.into(),
            user_id.into(),
            permissions,
            expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }
}

pub(super) fn rtm<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    user_id: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let user = account(user_id, "user_id", RTM_ACCOUNT_BYTES)?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: [rtm::service(user, expire)] })
}

pub(super) fn rtm_with_permissions<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    user_id: Input<'a>,
    permissions: &'a Permissions,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let user = account(user_id, "user_id", RTM_ACCOUNT_BYTES)?;
    let expire = duration::expiry(expire, "expire")?;
    let service = rtm::service_with_permissions(user, Cow::Borrowed(permissions), expire);
    Ok(Request { project, expire, services: [service] })
}
