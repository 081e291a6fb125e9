//! APaaS and education tokens of version 007 by the reference's names.

use super::request::{Project, Request};
use crate::apaas;
use crate::channel::room;
use crate::duration;
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::role;
use crate::user::any_text;

/// Makes APaaS tokens: flexible classroom.
#[derive(Clone, Copy, Debug)]
pub struct ApaasTokenBuilder;

/// Makes education tokens: the same as those of [`ApaasTokenBuilder`], by an older name.
pub type EducationTokenBuilder2 = ApaasTokenBuilder;

impl ApaasTokenBuilder {
    /// A token with which `user_uuid` may enter the room `room_uuid` in the role `role` for
    /// `expire` seconds from now, and there use RTM and Chat.
    ///
    /// Room and user are any texts but empty ones; the role is a whole number from -32768 to
    /// 32767.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_channel_name` about `room_uuid`, `invalid_user_account`, `invalid_role`,
    /// `expiry_not_a_duration`; also `invalid_text`, `field_too_long`, `clock_out_of_range`,
    /// `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::ApaasTokenBuilder;
    ///
    /// let app_id = "970CA35de60c44645bbae8a215061b33";
    /// let app_certificate = "5CFd2fd1755d40ecb72977518be15d3b";
    /// let in_a_room = ApaasTokenBuilder::build_room_user_token(
    ///     app_id,
    ///     app_certificate,
    ///     "room",
    ///     "ann",
    ///     1,
    ///     3600,
    /// )?;
    /// let for_a_user =
    ///     ApaasTokenBuilder::build_user_token(app_id, app_certificate, "ann", 3600)?;
    /// let for_the_app = ApaasTokenBuilder::build_app_token(app_id, app_certificate, 3600)?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildRoomUserToken"))]
    pub fn build_room_user_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        room_uuid: impl Into<Input<'a>>,
        user_uuid: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        apaas_room(
            app_id.into(),
            app_certificate.into(),
            room_uuid.into(),
            user_uuid.into(),
            role.into(),
            expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token with which `user_uuid` may use APaaS outside of any room for `expire` seconds from
    /// now.
    ///
    /// # Errors
    ///
    /// As [`ApaasTokenBuilder::build_room_user_token`], where the example is too.
    #[doc(alias("buildUserToken"))]
    pub fn build_user_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        user_uuid: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        apaas_user(app_id.into(), app_certificate.into(), user_uuid.into(), expire.into())?
            .build(Issue::by_system_clock()?)
    }

    /// A token with which a server may manage the project's APaaS for `expire` seconds from now.
    ///
    /// # Errors
    ///
    /// As [`ApaasTokenBuilder::build_room_user_token`], where the example is too.
    #[doc(alias("buildAppToken"))]
    pub fn build_app_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        apaas_app(app_id.into(), app_certificate.into(), expire.into())?
            .build(Issue::by_system_clock()?)
    }
}

pub(super) fn apaas_room<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    room_uuid: Input<'a>,
    user_uuid: Input<'a>,
    role: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 3>> {
    let project = Project::new(app_id, app_certificate)?;
    let room = room(room_uuid, "room_uuid")?;
    let user = any_text(user_uuid, "user_uuid")?;
    let role = role::apaas(role)?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: apaas::room_user_services(room, user, role, expire) })
}

pub(super) fn apaas_user<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    user_uuid: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let user = any_text(user_uuid, "user_uuid")?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: [apaas::user_service(user, expire)] })
}

pub(super) fn apaas_app<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    expire: Input<'a>,
) -> Result<Request<'a, 1>> {
    let project = Project::new(app_id, app_certificate)?;
    let expire = duration::expiry(expire, "expire")?;
    Ok(Request { project, expire, services: [apaas::app_service(expire)] })
}
