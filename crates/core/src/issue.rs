//! The issue of a token: when, and with which salt.

use std::time::SystemTime;

use crate::clock::Clock;
use crate::error::Result;
use crate::salt;

/// When a token is issued, in Unix seconds, and its salt.
#[derive(Clone, Copy)]
pub(crate) struct Issue {
    pub(crate) ts: u32,
    pub(crate) salt: u32,
}

impl Issue {
    /// Now, as `clock` reads it. The system's clock, which both need, is looked at once.
    ///
    /// # Errors
    ///
    /// `clock_out_of_range`, `entropy_unavailable`.
    pub(crate) fn now(clock: &Clock) -> Result<Self> {
        let now = SystemTime::now();
        Ok(Self { ts: clock.issue_time(now)?, salt: salt::draw(now)? })
    }

    /// Now, as the system's clock reads it.
    pub(crate) fn by_system_clock() -> Result<Self> {
        Self::now(&Clock::system())
    }
}
