//! Chat tokens of version 007 by the reference's names.

use super::request::{Project, Request};
use crate::chat;
use crate::duration;
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::user::any_text;

/// Makes Chat tokens.
#[derive(Clone, Copy, Debug)]
pub struct ChatTokenBuilder2;

impl ChatTokenBuilder2 {
    /// A token with which the user `user_id`, any text but an empty one, may use Chat for `expire`
    /// seconds from now.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_user_account`, `expiry_not_a_duration`; also `invalid_text`, `field_too_long`,
    /// `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::ChatTokenBuilder2;
    ///
    /// let app_id = "970CA35de60c44645bbae8a215061b33";
    /// let app_certificate = "5CFd2fd1755d40ecb72977518be15d3b";
    /// let for_a_user =
    ///     ChatTokenBuilder2::build_user_token(app_id, app_certificate, "ann", 3600)?;
    /// let for_the_app = ChatTokenBuilder2::build_app_token(app_id, app_certificate, 3600)?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildUserToken"))]
    pub fn build_user_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        user_id: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        chat_user(app_id.into(), app_certificate.into(), user_id.into(), expire.into())?
            .build(Issue::by_system_clock()?)
    }

    /// A token with which a server may manage the project's Chat for `expire` seconds from now.
    ///
    /// # Errors
    ///
    /// As [`ChatTokenBuilder2::build_user_token`], where the example is too.
    #[doc(alias("buildAppToken"))]
    pub fn build_app_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        chat_app(app_id.into(), app_certificate.into(), expire.into())?
            .build(Issue::by_system_clock()?)
    }
}

pub(super) fn chat_user<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    user_id: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let user = any_text(user_id, "user_id")?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: [chat::user_service(user, expire)] })
}

pub(super) fn chat_app<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: [chat::app_service(expire)] })
}
