//! RTM tokens of version 006 by the reference's names.

use crate::credentials::{AppCertificate, AppId};
use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;
use crate::issue::Issue;
use crate::lifetime::DAY;
use crate::timestamp;
use crate::user::{RTM_ACCOUNT_BYTES, account};
use crate::v006::{self, RTM_LOGIN};

/// The only role of an RTM user.
#[doc(alias("Role_Rtm_User", "Rtm_User", "RtmRole"))]
pub const RTM_USER: u32 = 1;

/// Makes RTM tokens of version 006.
#[derive(Clone, Copy, Debug)]
pub struct RtmTokenBuilder;

impl RtmTokenBuilder {
    /// A token with which a user known by a text of 1 to 64 bytes may log in to RTM.
    ///
    /// * `role`: always [`RTM_USER`].
    /// * `privilege_expired_ts`: when the login ends, in Unix seconds; 0 is as long as the token,
    ///   24 hours from now.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_user_account`, `invalid_role`, `expiry_not_a_timestamp`; also `invalid_text`,
    /// `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::{RTM_USER, RtmTokenBuilder};
    ///
    /// let token = RtmTokenBuilder::build_token(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "ann",
    ///     RTM_USER,
    ///     0,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildToken"))]
    pub fn build_token<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        user_account: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        privilege_expired_ts: impl Into<Input<'a>>,
    ) -> Result<String> {
        Request::new(
            app_id.into(),
            app_certificate.into(),
            user_account.into(),
            role.into(),
            privilege_expired_ts.into(),
        )?
        .build_now()
    }
}

/// The checked arguments of the builder.
pub(super) struct Request<'a> {
    app_id: AppId,
    app_certificate: AppCertificate,
    user: &'a str,
    expires: u32,
}

impl<'a> Request<'a> {
    pub(super) fn new(
        app_id: Input<'a>,
        app_certificate: Input<'a>,
        user_account: Input<'a>,
        role: Input<'a>,
        privilege_expired_ts: Input<'a>,
    ) -> Result<Self> {
        let app_id = AppId::new(app_id)?;
        let app_certificate = AppCertificate::new(app_certificate, "app_certificate")?;
        let user = account(user_account, "user_account", RTM_ACCOUNT_BYTES)?;
        if role.whole_number() != Some(RTM_USER.into()) {
            return Err(Error::argument_rejected(
                ErrorCode::InvalidRole,
                "role",
                "the RTM user (1)",
                role,
            ));
        }
        let expires = timestamp::privilege_expiry(privilege_expired_ts, "privilege_expired_ts")?;
        Ok(Self { app_id, app_certificate, user, expires })
    }

    fn build_now(&self) -> Result<String> {
        let Issue { ts, salt } = Issue::by_system_clock()?;
        self.build(ts + DAY, salt)
    }

    pub(super) fn build(&self, ts: u32, salt: u32) -> Result<String> {
        v006::Fields {
            app_id: &self.app_id,
            // The account stands in the channel's place.
            channel: self.user,
            user: "",
            salt,
            ts,
            privileges: &[(RTM_LOGIN, self.expires)],
        }
        .build(&self.app_certificate.key())
    }
}
