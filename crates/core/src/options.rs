//! What a token may be asked to be besides whom it is for.

use crate::error::Result;
use crate::input::Input;
use crate::lifetime;

/// How long a token lasts.
///
/// ```
/// use core::time::Duration;
/// use dynakey::TokenOptions;
///
/// let quarter_of_an_hour = TokenOptions::new().ttl(Duration::from_secs(15 * 60));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct TokenOptions<'a> {
    ttl: Input<'a>,
}

impl<'a> TokenOptions<'a> {
    /// A token for one hour.
    pub fn new() -> Self {
        Self { ttl: lifetime::DEFAULT.into() }
    }

    /// The lifetime, in whole seconds or as a [`Duration`](core::time::Duration): 1 second to 24
    /// hours. One hour unless said.
    pub fn ttl(mut self, ttl: impl Into<Input<'a>>) -> Self {
        self.ttl = ttl.into();
        self
    }

    pub(crate) fn checked_ttl(&self) -> Result<u32> {
        lifetime::checked(self.ttl)
    }
}

impl Default for TokenOptions<'_> {
    fn default() -> Self {
        Self::new()
    }
}
