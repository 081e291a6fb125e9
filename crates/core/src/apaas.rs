//! APaaS tokens: flexible classroom and education.

use std::borrow::Cow;

use md5::{Digest, Md5};

use crate::app::App;
use crate::channel::room;
use crate::chat;
use crate::error::Result;
use crate::input::Input;
use crate::options::TokenOptions;
use crate::role;
use crate::rtm;
use crate::user::any_text;
use crate::v007;
use crate::v007::privilege::{APAAS_APP, APAAS_ROOM_USER, APAAS_USER};

/// The role of a token that is for no room.
pub(crate) const NO_ROLE: i16 = -1;

impl App {
    /// A token with which `user` may enter `room` in the role `role`, and there use RTM and Chat.
    ///
    /// Room and user are any texts but empty ones. The role is a whole number from -32768 to
    /// 32767, which the classroom gives a meaning (1 teacher, 2 student, 3 assistant).
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_channel_name` about `room`, `invalid_user_account`
    /// about `user`, `invalid_role`, `ttl_out_of_range`; also `invalid_text`, `field_too_long`,
    /// `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{App, TokenOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.apaas_room_token("room", "ann", 1, TokenOptions::new().ttl(600))?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn apaas_room_token<'a>(
        &self,
        room_uuid: impl Into<Input<'a>>,
        user_uuid: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        options: TokenOptions<'_>,
    ) -> Result<String> {
        let room = room(room_uuid.into(), "room")?;
        let user = any_text(user_uuid.into(), "user")?;
        let role = role::apaas(role.into())?;
        let ttl = options.checked_ttl()?;
        self.token_of(ttl, &room_user_services(room, user, role, ttl))
    }

    /// A token with which `user`, any text but an empty one, may use APaaS outside of any room.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_user_account` about `user`, `ttl_out_of_range`;
    /// also `invalid_text`, `field_too_long`, `clock_out_of_range`, `entropy_unavailable`.
    pub fn apaas_user_token<'a>(
        &self,
        user_uuid: impl Into<Input<'a>>,
        options: TokenOptions<'_>,
    ) -> Result<String> {
        let user = any_text(user_uuid.into(), "user")?;
        let ttl = options.checked_ttl()?;
        self.token_of(ttl, &[user_service(user, ttl)])
    }

    /// A token with which a server may manage the project's APaaS: it is not for any user.
    ///
    /// # Errors
    ///
    /// `ttl_out_of_range`, `clock_out_of_range`, `entropy_unavailable`.
    pub fn apaas_app_token(&self, options: TokenOptions<'_>) -> Result<String> {
        let ttl = options.checked_ttl()?;
        self.token_of(ttl, &[app_service(ttl)])
    }
}

/// What a room's user needs: the room, RTM under the same name, and Chat under its hash, as the
/// classroom's clients expect.
pub(crate) fn room_user_services<'a>(
    room: &'a str,
    user: &'a str,
    role: i16,
    expire: u32,
) -> [v007::Service<'a>; 3] {
    [
        room_service(room, user, role, expire),
        rtm::service(user, expire),
        chat::user_service(chat_name(user), expire),
    ]
}

/// The name of an APaaS user in Chat: the MD5 of its own in lower-case hexadecimal digits.
fn chat_name(user: &str) -> String {
    use core::fmt::Write;

    Md5::digest(user).iter().fold(String::with_capacity(32), |mut name, byte| {
        // Writing to a String can't fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// The service of a user in a room.
pub(crate) fn room_service<'a>(
    room: &'a str,
    user: &'a str,
    role: i16,
    expire: u32,
) -> v007::Service<'a> {
    service(room, user, role, (APAAS_ROOM_USER, expire))
}

/// The service of a user outside of any room.
pub(crate) fn user_service(user: &str, expire: u32) -> v007::Service<'_> {
    service("", user, NO_ROLE, (APAAS_USER, expire))
}

/// The service of an app that manages APaaS.
pub(crate) fn app_service(expire: u32) -> v007::Service<'static> {
    service("", "", NO_ROLE, (APAAS_APP, expire))
}

fn service<'a>(
    room: &'a str,
    user: &'a str,
    role: i16,
    privilege: (u16, u32),
) -> v007::Service<'a> {
    v007::Service {
        privileges: [privilege].into(),
        fields: v007::ServiceFields::Apaas {
            room: Cow::Borrowed(room),
            user: Cow::Borrowed(user),
            role,
        },
    }
}
