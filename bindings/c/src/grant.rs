//! What an app's token grants, for tokens of several services.

use core::ffi::c_char;

use dynakey_core::{ANY_USER, Grant, Input};

use crate::any_channel::optional_channel;
use crate::boundary::{array, optional_text};
use crate::error::Failure;
use crate::expectation::{DYNAKEY_USER_ACCOUNT, DYNAKEY_USER_ANY, DYNAKEY_USER_UID};
use crate::permission::{dynakey_permission, permissions_of};
use crate::service::NULL;

/// RTC: `user` may join `channel`, in the role 1 (publisher) or 2 (subscriber).
pub const DYNAKEY_GRANT_RTC: i32 = 1;
/// RTM: `user` may log in.
pub const DYNAKEY_GRANT_RTM: i32 = 2;
/// Streaming: `user` may publish mixed and raw streams of `channel`.
pub const DYNAKEY_GRANT_STREAMING: i32 = 3;
/// Full-path acceleration.
pub const DYNAKEY_GRANT_FPA: i32 = 4;
/// Chat as `user`.
pub const DYNAKEY_GRANT_CHAT_USER: i32 = 5;
/// The fusion CDN: `user` may publish and play `channel` in the role 1, only play it in the role 2.
pub const DYNAKEY_GRANT_FCDN: i32 = 6;
/// APaaS: `user` may enter the room `channel` in the role `role`, any number.
pub const DYNAKEY_GRANT_APAAS_ROOM: i32 = 7;
/// RTM with permissions: `user` may log in and use what they name.
pub const DYNAKEY_GRANT_RTM2: i32 = 8;
/// Conversational AI, beside RTC and RTM.
pub const DYNAKEY_GRANT_CONVO_AI: i32 = 9;
/// Speech to text, beside RTC and RTM.
pub const DYNAKEY_GRANT_STT: i32 = 10;
/// Chat as the app.
pub const DYNAKEY_GRANT_CHAT_APP: i32 = 11;
/// APaaS as `user`, outside of any room.
pub const DYNAKEY_GRANT_APAAS_USER: i32 = 12;
/// APaaS as the app.
pub const DYNAKEY_GRANT_APAAS_APP: i32 = 13;

/// A privilege that is granted for a lifetime of its own.
#[repr(C)]
pub struct dynakey_privilege_grant {
    /// Its name, such as "publish_audio"; NULL for one by its number.
    pub name: *const c_char,
    /// Its number in the service, if the name is NULL.
    pub number: i64,
    /// How long it lasts, 1 to 86400 seconds.
    pub ttl: i64,
}

/// A service that a token grants, with its privileges. What a kind does not have stays zero.
#[repr(C)]
pub struct dynakey_grant {
    /// Which it is: one of the `DYNAKEY_GRANT_` numbers.
    pub kind: i32,
    /// The channel, or what `dynakey_any_channel` gives; APaaS: the room.
    pub channel: *const c_char,
    /// Which of the next two says who the user is: one of the `DYNAKEY_USER_` numbers.
    pub user_kind: i32,
    /// The uid, 1 to 4294967295, for `DYNAKEY_USER_UID`.
    pub uid: i64,
    /// The account, for `DYNAKEY_USER_ACCOUNT`.
    pub user_account: *const c_char,
    /// The role, which RTC, the fusion CDN and APaaS rooms have.
    pub role: i64,
    /// Whether the privileges last for `ttl`; else they last as long as the token.
    pub has_ttl: bool,
    /// How long the privileges last, 1 to 86400 seconds.
    pub ttl: i64,
    /// Privileges with a lifetime of their own; may be NULL if there are none.
    pub privileges: *const dynakey_privilege_grant,
    /// How many those are.
    pub privilege_count: usize,
    /// RTM2: permissions on single resources; may be NULL if there are none.
    pub permissions: *const dynakey_permission,
    /// How many those are.
    pub permission_count: usize,
}

impl dynakey_grant {
    pub(crate) fn to_core<'a>(&self) -> Result<Grant<'a>, Failure> {
        let mut grant = self.service()?;
        // The role of a room is one of its arguments.
        if self.kind != DYNAKEY_GRANT_APAAS_ROOM && (self.role != 0 || self.has_role()) {
            grant = grant.role(self.role);
        }
        if self.has_ttl {
            grant = grant.ttl(self.ttl);
        }
        for privilege in array(self.privileges, self.privilege_count, "privileges")? {
            let which = optional_text(privilege.name).unwrap_or(privilege.number.into());
            grant = grant.privilege(which, privilege.ttl);
        }
        Ok(grant)
    }

    fn service<'a>(&self) -> Result<Grant<'a>, Failure> {
        let channel = optional_channel(self.channel).unwrap_or(NULL);
        let user = self.user();
        Ok(match self.kind {
            DYNAKEY_GRANT_RTC => Grant::rtc(channel, user),
            DYNAKEY_GRANT_RTM => Grant::rtm(user),
            DYNAKEY_GRANT_RTM2 => {
                Grant::rtm2(user, permissions_of(self.permissions, self.permission_count)?)
            }
            DYNAKEY_GRANT_STREAMING => Grant::streaming(channel, user),
            DYNAKEY_GRANT_FCDN => Grant::fcdn(channel, user),
            DYNAKEY_GRANT_CHAT_USER => Grant::chat_user(user),
            DYNAKEY_GRANT_CHAT_APP => Grant::chat_app(),
            DYNAKEY_GRANT_FPA => Grant::fpa(),
            DYNAKEY_GRANT_APAAS_ROOM => Grant::apaas_room(channel, user, self.role),
            DYNAKEY_GRANT_APAAS_USER => Grant::apaas_user(user),
            DYNAKEY_GRANT_APAAS_APP => Grant::apaas_app(),
            DYNAKEY_GRANT_CONVO_AI => Grant::convo_ai(),
            DYNAKEY_GRANT_STT => Grant::stt(),
            _ => return Err(Failure::UnknownNumber("kind")),
        })
    }

    /// Whether the kind has a role of its own: then 0 is one, which the core refuses.
    fn has_role(&self) -> bool {
        matches!(self.kind, DYNAKEY_GRANT_RTC | DYNAKEY_GRANT_FCDN)
    }

    fn user<'a>(&self) -> Input<'a> {
        match self.user_kind {
            DYNAKEY_USER_UID => self.uid.into(),
            DYNAKEY_USER_ACCOUNT => optional_text(self.user_account).unwrap_or(NULL),
            DYNAKEY_USER_ANY => ANY_USER,
            _ => Input::Other("an unknown kind of user"),
        }
    }
}
