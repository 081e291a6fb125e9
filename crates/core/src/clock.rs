//! The clock that tokens are dated by.

use core::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::error::{Error, ErrorCode, Result};
use crate::lifetime::DAY;

/// Where an [`App`](crate::App) reads the time, in whole Unix seconds.
///
/// The system's clock unless another is given, for a test or for a machine whose own clock can't
/// be trusted.
///
/// ```
/// use dynakey::{App, Clock, RtcOptions, Version, inspect};
///
/// let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?
///     .with_clock(Clock::from_fn(|| 1_700_000_000));
/// let token = app.rtc_token("room", 42, RtcOptions::new().version(Version::V006))?;
/// assert_eq!(inspect(&token)?.issued_at, 1_700_000_000);
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<dyn Fn() -> u64 + Send + Sync>>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that asks `seconds` for the Unix time each time it is read.
    #[must_use]
    pub fn from_fn(seconds: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(seconds)))
    }

    /// The Unix time in whole seconds.
    pub(crate) fn now(&self) -> u64 {
        self.read(SystemTime::now())
    }

    /// What this clock reads when the system's reads `now`, in whole Unix seconds; a time before
    /// 1970 is 0.
    fn read(&self, now: SystemTime) -> u64 {
        match &self.0 {
            None => now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            Some(seconds) => seconds(),
        }
    }

    /// The Unix time when the system's clock reads `now`, if a day later a token can still hold it.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::ClockOutOfRange`] if not: it is 2106.
    pub(crate) fn issue_time(&self, now: SystemTime) -> Result<u32> {
        match u32::try_from(self.read(now)) {
            Ok(now) if now <= u32::MAX - DAY => Ok(now),
            _ => Err(out_of_range()),
        }
    }
}

#[cold]
fn out_of_range() -> Error {
    Error::new(
        ErrorCode::ClockOutOfRange,
        "the clock reads a time that is too late for a token, which holds times up to 2106",
    )
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_none() { "Clock(system)" } else { "Clock(given)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_a_token_cannot_hold_is_an_error() {
        let last = u64::from(u32::MAX - DAY);
        let at = |seconds| Clock::from_fn(move || seconds).issue_time(UNIX_EPOCH);
        assert_eq!(at(last), Ok(u32::MAX - DAY));
        for now in [last + 1, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(at(now).unwrap_err().code(), ErrorCode::ClockOutOfRange);
        }
    }
}
