//! RTM tokens: messaging and signaling.

use std::borrow::Cow;

use crate::app::App;
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::lifetime::{self, DAY};
use crate::user::{RTM_ACCOUNT_BYTES, account};
use crate::v006::{self, RTM_LOGIN};
use crate::v007::{self, Permissions, privilege::LOGIN};
use crate::version::Version;

/// What an RTM token may say besides its user: lifetime and version.
///
/// ```
/// use dynakey::{RtmOptions, Version};
///
/// let options = RtmOptions::new().ttl(600).version(Version::V006);
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct RtmOptions<'a> {
    ttl: Input<'a>,
    version: Input<'a>,
}

impl<'a> RtmOptions<'a> {
    /// A token of version 007 for one hour.
    pub fn new() -> Self {
        Self { ttl: lifetime::DEFAULT.into(), version: Version::V007.into() }
    }

    /// How long the user may stay logged in, as for [`RtcOptions::ttl`](crate::RtcOptions::ttl).
    pub fn ttl(mut self, ttl: impl Into<Input<'a>>) -> Self {
        self.ttl = ttl.into();
        self
    }

    /// The token's version: a [`Version`] or its three digits. 007 unless said.
    pub fn version(mut self, version: impl Into<Input<'a>>) -> Self {
        self.version = version.into();
        self
    }
}

impl Default for RtmOptions<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl App {
    /// A token with which the user `user_id`, a text of 1 to 64 bytes, may log in to RTM.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_user_account` about `user`, `ttl_out_of_range`,
    /// `unsupported_version`, `invalid_text`; also `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{App, RtmOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.rtm_token("ann", RtmOptions::new())?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn rtm_token<'a>(
        &self,
        user_id: impl Into<Input<'a>>,
        options: RtmOptions<'_>,
    ) -> Result<String> {
        let user = account(user_id.into(), "user", RTM_ACCOUNT_BYTES)?;
        let ttl = lifetime::checked(options.ttl)?;
        let version = Version::new(options.version)?;
        let Issue { ts: now, salt } = Issue::now(&self.clock)?;
        match version {
            Version::V006 => v006::Fields {
                app_id: &self.app_id,
                // The account stands in the channel's place.
                channel: user,
                user: "",
                salt,
                ts: now + DAY,
                privileges: &[(RTM_LOGIN, now + ttl)],
            }
            .build(self.signer.key()),
            Version::V007 => v007::Fields {
                app_id: &self.app_id,
                expire: ttl,
                salt,
                services: &[service(user, ttl)],
            }
            .build(&self.signer.issue_key(now)),
        }
    }
}

/// The RTM service of a version 007 token.
pub(crate) fn service(user: &str, expire: u32) -> v007::Service<'_> {
    v007::Service {
        privileges: [(LOGIN, expire)].into(),
        fields: v007::ServiceFields::Rtm { user: Cow::Borrowed(user) },
    }
}

/// The RTM service that knows permissions on single resources.
pub(crate) fn service_with_permissions<'a>(
    user: &'a str,
    permissions: Cow<'a, Permissions>,
    expire: u32,
) -> v007::Service<'a> {
    v007::Service {
        privileges: [(LOGIN, expire)].into(),
        fields: v007::ServiceFields::Rtm2 { user: Cow::Borrowed(user), permissions },
    }
}
