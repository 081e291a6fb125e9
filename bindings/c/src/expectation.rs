//! What a token is expected to be good for.

use core::ffi::c_char;

use dynakey_core::{ANY_USER, Expectation, Input, UNCHECKED};

use crate::boundary::{array, optional_text, text};
use crate::error::Failure;

/// The user is not checked; a version 006 signature can't be checked then either.
pub const DYNAKEY_USER_UNCHECKED: i32 = 0;
/// The user is the one of `uid`.
pub const DYNAKEY_USER_UID: i32 = 1;
/// The user is the one of `user_account`.
pub const DYNAKEY_USER_ACCOUNT: i32 = 2;
/// The token is for any user.
pub const DYNAKEY_USER_ANY: i32 = 3;

/// What a token is expected to be good for. All zero, which `{0}` gives, expects nothing, now.
#[repr(C)]
pub struct dynakey_expectation {
    /// The channel; NULL leaves it unchecked.
    pub channel: *const c_char,
    /// Which of the next two says who the user is: one of the `DYNAKEY_USER_` numbers.
    pub user_kind: i32,
    /// The uid, 1 to 4294967295, for `DYNAKEY_USER_UID`.
    pub uid: i64,
    /// The account, for `DYNAKEY_USER_ACCOUNT`.
    pub user_account: *const c_char,
    /// The service, "rtc" or "rtm"; NULL is the token's own.
    pub service: *const c_char,
    /// Names of privileges that the token must grant besides joining, such as "publish_audio".
    pub privileges: *const *const c_char,
    /// How many those are.
    pub privilege_count: usize,
    /// More of them, by number.
    pub privilege_numbers: *const i64,
    /// How many those are.
    pub privilege_number_count: usize,
    /// How far clocks may differ, in seconds.
    pub leeway: i64,
    /// How long the token must still last, in seconds.
    pub min_remaining: i64,
    /// The time of the check in Unix seconds; 0 is now.
    pub at: i64,
}

impl dynakey_expectation {
    pub(crate) fn to_core<'a>(&self) -> Result<Expectation<'a>, Failure> {
        let channel = optional_text(self.channel).unwrap_or(UNCHECKED);
        let user = match self.user_kind {
            DYNAKEY_USER_UNCHECKED => UNCHECKED,
            DYNAKEY_USER_UID => self.uid.into(),
            DYNAKEY_USER_ACCOUNT => text(self.user_account, "user")?,
            DYNAKEY_USER_ANY => ANY_USER,
            _ => Input::Other("an unknown kind of user"),
        };
        let names = array(self.privileges, self.privilege_count, "privileges")?
            .iter()
            .map(|name| text(*name, "privileges"))
            .collect::<Result<Vec<_>, _>>()?;
        let numbers = array(self.privilege_numbers, self.privilege_number_count, "privileges")?;
        let mut expectation = Expectation::new(channel, user)
            .privileges(names)
            .privileges(numbers.iter().copied())
            .leeway(self.leeway)
            .min_remaining(self.min_remaining);
        if let Some(service) = optional_text(self.service) {
            expectation = expectation.service(service);
        }
        if self.at != 0 {
            expectation = expectation.at(self.at);
        }
        Ok(expectation)
    }
}
