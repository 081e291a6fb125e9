//! The RTC roles of version 006.

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// A role of the version 006 sample API.
#[doc(alias("RtcRole", "Role_Attendee", "Role_Publisher", "Role_Subscriber", "Role_Admin"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UserRole {
    /// 0: joins and publishes, as [`UserRole::Publisher`].
    Attendee = 0,
    /// 1: joins and publishes audio, video and data.
    Publisher = 1,
    /// 2: joins only.
    Subscriber = 2,
    /// 101: joins and publishes, as [`UserRole::Publisher`].
    Admin = 101,
}

impl UserRole {
    pub(super) fn new(input: Input<'_>) -> Result<Self> {
        match input.whole_number() {
            Some(0) => Ok(Self::Attendee),
            Some(1) => Ok(Self::Publisher),
            Some(2) => Ok(Self::Subscriber),
            Some(101) => Ok(Self::Admin),
            _ => Err(Error::argument_rejected(
                ErrorCode::InvalidRole,
                "role",
                "attendee (0), publisher (1), subscriber (2) or admin (101)",
                input,
            )),
        }
    }

    pub(super) fn publishes(self) -> bool {
        self != Self::Subscriber
    }
}

impl From<UserRole> for Input<'_> {
    fn from(role: UserRole) -> Self {
        Self::Integer(role as i128)
    }
}
