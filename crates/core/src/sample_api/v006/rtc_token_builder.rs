//! RTC tokens of version 006 by the reference's names.

use super::UserRole;
use crate::channel;
use crate::credentials::{AppCertificate, AppId};
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::lifetime::DAY;
use crate::rtc::RolePrivileges;
use crate::timestamp;
use crate::user::{RTC_ACCOUNT_BYTES, User, account};
use crate::v006;

/// Makes RTC tokens of version 006.
#[derive(Clone, Copy, Debug)]
pub struct RtcTokenBuilder;

impl RtcTokenBuilder {
    /// A token for a user known by a number.
    ///
    /// * `uid`: 1 to 4294967295, or 0 for anyone.
    /// * `role`: a [`UserRole`] or its number.
    /// * `privilege_expired_ts`: when the privileges end, in Unix seconds; 0 is as long as the
    ///   token, 24 hours from now.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_channel_name`, `invalid_uid`, `invalid_role`, `expiry_not_a_timestamp`; also
    /// `invalid_text`, `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::sample_api::{RtcTokenBuilder, UserRole};
    ///
    /// let token = RtcTokenBuilder::build_token_with_uid(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "7d72365eb983485397e3e3f9d460bdda",
    ///     2_882_341_273_u32,
    ///     UserRole::Publisher,
    ///     4_000_000_000_u32,
    /// )?;
    /// assert_eq!(token.len(), 139);
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithUid"))]
    pub fn build_token_with_uid<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        uid: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        privilege_expired_ts: impl Into<Input<'a>>,
    ) -> Result<String> {
        Request::with_uid(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            uid.into(),
            role.into(),
            privilege_expired_ts.into(),
        )?
        .build_now()
    }

    /// A token for a user known by a text of 1 to 255 bytes; the rest is as in
    /// [`RtcTokenBuilder::build_token_with_uid`].
    ///
    /// # Errors
    ///
    /// As there, with `invalid_user_account` in place of `invalid_uid`.
    ///
    /// ```
    /// use dynakey::sample_api::{RtcTokenBuilder, UserRole};
    ///
    /// let token = RtcTokenBuilder::build_token_with_user_account(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     "ann",
    ///     UserRole::Subscriber,
    ///     0,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithAccount", "buildTokenWithUserAccount"))]
    pub fn build_token_with_user_account<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        user_account: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        privilege_expired_ts: impl Into<Input<'a>>,
    ) -> Result<String> {
        Request::with_account(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            user_account.into(),
            role.into(),
            privilege_expired_ts.into(),
        )?
        .build_now()
    }
}

/// The checked arguments of a builder.
pub(super) struct Request<'a> {
    app_id: AppId,
    app_certificate: AppCertificate,
    channel: &'a str,
    user: User<'a>,
    role: UserRole,
    expires: u32,
}

impl<'a> Request<'a> {
    pub(super) fn with_uid(
        app_id: Input<'a>,
        app_certificate: Input<'a>,
        channel_name: Input<'a>,
        uid: Input<'a>,
        role: Input<'a>,
        privilege_expired_ts: Input<'a>,
    ) -> Result<Self> {
        let user = || User::from_uid(uid, "uid");
        Self::new(app_id, app_certificate, channel_name, user, role, privilege_expired_ts)
    }

    pub(super) fn with_account(
        app_id: Input<'a>,
        app_certificate: Input<'a>,
        channel_name: Input<'a>,
        user_account: Input<'a>,
        role: Input<'a>,
        privilege_expired_ts: Input<'a>,
    ) -> Result<Self> {
        let user = || account(user_account, "user_account", RTC_ACCOUNT_BYTES).map(User::Account);
        Self::new(app_id, app_certificate, channel_name, user, role, privilege_expired_ts)
    }

    fn new(
        app_id: Input<'a>,
        app_certificate: Input<'a>,
        channel_name: Input<'a>,
        user: impl FnOnce() -> Result<User<'a>>,
        role: Input<'a>,
        privilege_expired_ts: Input<'a>,
    ) -> Result<Self> {
        Ok(Self {
            app_id: AppId::new(app_id)?,
            app_certificate: AppCertificate::new(app_certificate, "app_certificate")?,
            channel: channel::checked(channel_name, "channel_name")?,
            user: user()?,
            role: UserRole::new(role)?,
            expires: timestamp::privilege_expiry(privilege_expired_ts, "privilege_expired_ts")?,
        })
    }

    fn build_now(&self) -> Result<String> {
        let Issue { ts, salt } = Issue::by_system_clock()?;
        self.build(ts + DAY, salt)
    }

    pub(super) fn build(&self, ts: u32, salt: u32) -> Result<String> {
        v006::Fields {
            app_id: &self.app_id,
            channel: self.channel,
            user: self.user.text(&mut itoa::Buffer::new()),
            salt,
            ts,
            privileges: RolePrivileges::until(self.expires).of(self.role.publishes()),
        }
        .build(&self.app_certificate.key())
    }
}
