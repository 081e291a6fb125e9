//! FPA tokens: full-path acceleration.

use crate::app::App;
use crate::error::Result;
use crate::lifetime::DAY;
use crate::v007;
use crate::v007::privilege::LOGIN;

/// An FPA token lasts for 24 hours, as the reference's does.
pub(crate) const LIFETIME: u32 = DAY;

impl App {
    /// A token with which a client may use full-path acceleration, for 24 hours.
    ///
    /// # Errors
    ///
    /// `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// # use dynakey::App;
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.fpa_token()?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn fpa_token(&self) -> Result<String> {
        self.token_of(LIFETIME, &[service(0)])
    }
}

/// The FPA service; an expiry of 0 is as long as the token.
pub(crate) fn service(expire: u32) -> v007::Service<'static> {
    v007::Service { privileges: [(LOGIN, expire)].into(), fields: v007::ServiceFields::Fpa }
}
