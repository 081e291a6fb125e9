//! RTC tokens of version 007 by the reference's names.
#![expect(clippy::similar_names, reason = "the reference calls its arguments rtc_ and rtm_")]

use super::request::{Project, Request};
use crate::channel::checked_or_wildcard;
use crate::duration;
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::privileges::Privileges;
use crate::role::{self, Role};
use crate::rtc::service_with;
use crate::rtm;
use crate::user::{RTC_ACCOUNT_BYTES, RTM_ACCOUNT_BYTES, User, account};

/// Makes RTC tokens of version 007.
///
/// All expiries are durations in seconds from now, 0 to 999999999. The role is a
/// [`Role`](crate::Role) or its number. The channel `*` is any channel.
#[derive(Clone, Copy, Debug)]
pub struct RtcTokenBuilder2;

impl RtcTokenBuilder2 {
    /// A token for a user known by a number.
    ///
    /// * `uid`: 1 to 4294967295, or 0 for anyone.
    /// * `token_expire`: when the token as a whole ends.
    /// * `privilege_expire`: when the privileges end; 0 is as long as the token.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_app_id`, `invalid_app_certificate`,
    /// `invalid_channel_name`, `invalid_uid`, `invalid_role`, `expiry_not_a_duration`; also
    /// `invalid_text`, `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::Role;
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_uid(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "7d72365eb983485397e3e3f9d460bdda",
    ///     2_882_341_273_u32,
    ///     Role::Publisher,
    ///     3600,
    ///     0,
    /// )?;
    /// assert!(token.starts_with("007"));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithUid", "BuildTokenWithUid"))]
    pub fn build_token_with_uid<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        uid: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        token_expire: impl Into<Input<'a>>,
        privilege_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            RtcUser::Uid(uid.into()),
            role.into(),
            token_expire.into(),
            privilege_expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token for a user known by a text of 1 to 255 bytes; the rest is as in
    /// [`RtcTokenBuilder2::build_token_with_uid`].
    ///
    /// # Errors
    ///
    /// As there, with `invalid_user_account` in place of `invalid_uid`.
    ///
    /// ```
    /// use dynakey::Role;
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_user_account(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     "ann",
    ///     Role::Subscriber,
    ///     3600,
    ///     0,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithUserAccount", "BuildTokenWithUserAccount"))]
    pub fn build_token_with_user_account<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        account: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        token_expire: impl Into<Input<'a>>,
        privilege_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            RtcUser::Account(account.into()),
            role.into(),
            token_expire.into(),
            privilege_expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token for a user known by a number, each privilege with an expiry of its own; 0 is as
    /// long as the token.
    ///
    /// # Errors
    ///
    /// As [`RtcTokenBuilder2::build_token_with_uid`], but for the role.
    ///
    /// ```
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_uid_and_privilege(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     42,
    ///     3600,
    ///     3600,
    ///     600,
    ///     600,
    ///     3600,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    #[doc(alias("buildTokenWithUidAndPrivilege"))]
    pub fn build_token_with_uid_and_privilege<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        uid: impl Into<Input<'a>>,
        token_expire: impl Into<Input<'a>>,
        join_channel_privilege_expire: impl Into<Input<'a>>,
        pub_audio_privilege_expire: impl Into<Input<'a>>,
        pub_video_privilege_expire: impl Into<Input<'a>>,
        pub_data_stream_privilege_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc_and_privilege(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            RtcUser::Uid(uid.into()),
            token_expire.into(),
            PrivilegeExpiries {
                join_channel: join_channel_privilege_expire.into(),
                pub_audio: pub_audio_privilege_expire.into(),
                pub_video: pub_video_privilege_expire.into(),
                pub_data_stream: pub_data_stream_privilege_expire.into(),
            },
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token for a user known by a text, each privilege with an expiry of its own; 0 is as long
    /// as the token.
    ///
    /// # Errors
    ///
    /// As [`RtcTokenBuilder2::build_token_with_user_account`], but for the role.
    ///
    /// ```
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_user_account_and_privilege(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     "ann",
    ///     3600,
    ///     3600,
    ///     600,
    ///     600,
    ///     3600,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    #[doc(alias("buildTokenWithUserAccountAndPrivilege"))]
    pub fn build_token_with_user_account_and_privilege<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        account: impl Into<Input<'a>>,
        token_expire: impl Into<Input<'a>>,
        join_channel_privilege_expire: impl Into<Input<'a>>,
        pub_audio_privilege_expire: impl Into<Input<'a>>,
        pub_video_privilege_expire: impl Into<Input<'a>>,
        pub_data_stream_privilege_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc_and_privilege(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            RtcUser::Account(account.into()),
            token_expire.into(),
            PrivilegeExpiries {
                join_channel: join_channel_privilege_expire.into(),
                pub_audio: pub_audio_privilege_expire.into(),
                pub_video: pub_video_privilege_expire.into(),
                pub_data_stream: pub_data_stream_privilege_expire.into(),
            },
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token with which `account`, a text of 1 to 64 bytes, may join the channel and log in to
    /// RTM. The RTM login lasts as long as the token.
    ///
    /// # Errors
    ///
    /// As [`RtcTokenBuilder2::build_token_with_user_account`].
    ///
    /// ```
    /// use dynakey::Role;
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_rtm(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     "ann",
    ///     Role::Publisher,
    ///     3600,
    ///     0,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("buildTokenWithRtm"))]
    pub fn build_token_with_rtm<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        account: impl Into<Input<'a>>,
        role: impl Into<Input<'a>>,
        token_expire: impl Into<Input<'a>>,
        privilege_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc_with_rtm(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            account.into(),
            role.into(),
            token_expire.into(),
            privilege_expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }

    /// A token with which `rtc_account` may join the channel and `rtm_user_id` log in to RTM, each
    /// privilege with an expiry of its own; 0 is as long as the token. A subscriber only joins.
    ///
    /// # Errors
    ///
    /// As [`RtcTokenBuilder2::build_token_with_user_account`], also about `rtm_user_id`, a text of
    /// 1 to 64 bytes.
    ///
    /// ```
    /// use dynakey::Role;
    /// use dynakey::sample_api::RtcTokenBuilder2;
    ///
    /// let token = RtcTokenBuilder2::build_token_with_rtm2(
    ///     "970CA35de60c44645bbae8a215061b33",
    ///     "5CFd2fd1755d40ecb72977518be15d3b",
    ///     "room",
    ///     "ann",
    ///     Role::Publisher,
    ///     3600,
    ///     3600,
    ///     600,
    ///     600,
    ///     3600,
    ///     "ann",
    ///     3600,
    /// )?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    #[doc(alias("buildTokenWithRtm2"))]
    pub fn build_token_with_rtm2<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
        channel_name: impl Into<Input<'a>>,
        rtc_account: impl Into<Input<'a>>,
        rtc_role: impl Into<Input<'a>>,
        rtc_token_expire: impl Into<Input<'a>>,
        join_channel_privilege_expire: impl Into<Input<'a>>,
        pub_audio_privilege_expire: impl Into<Input<'a>>,
        pub_video_privilege_expire: impl Into<Input<'a>>,
        pub_data_stream_privilege_expire: impl Into<Input<'a>>,
        rtm_user_id: impl Into<Input<'a>>,
        rtm_token_expire: impl Into<Input<'a>>,
    ) -> Result<String> {
        rtc_with_rtm2(
            app_id.into(),
            app_certificate.into(),
            channel_name.into(),
            rtc_account.into(),
            rtc_role.into(),
            rtc_token_expire.into(),
            PrivilegeExpiries {
                join_channel: join_channel_privilege_expire.into(),
                pub_audio: pub_audio_privilege_expire.into(),
                pub_video: pub_video_privilege_expire.into(),
                pub_data_stream: pub_data_stream_privilege_expire.into(),
            },
            rtm_user_id.into(),
            rtm_token_expire.into(),
        )?
        .build(Issue::by_system_clock()?)
    }
}

/// A user as the two kinds of functions take it.
pub(super) enum RtcUser<'a> {
    Uid(Input<'a>),
    Account(Input<'a>),
}

impl<'a> RtcUser<'a> {
    fn checked(self) -> Result<User<'a>> {
        match self {
            Self::Uid(uid) => User::from_uid(uid, "uid"),
            Self::Account(text) => account(text, "account", RTC_ACCOUNT_BYTES).map(User::Account),
        }
    }
}

/// An expiry for each privilege.
#[derive(Clone, Copy)]
pub(super) struct PrivilegeExpiries<'a> {
    pub(super) join_channel: Input<'a>,
    pub(super) pub_audio: Input<'a>,
    pub(super) pub_video: Input<'a>,
    pub(super) pub_data_stream: Input<'a>,
}

impl PrivilegeExpiries<'_> {
    fn checked(self) -> Result<[(u16, u32); 4]> {
        Ok([
            (1, duration::expiry(self.join_channel, "join_channel_privilege_expire")?),
            (2, duration::expiry(self.pub_audio, "pub_audio_privilege_expire")?),
            (3, duration::expiry(self.pub_video, "pub_video_privilege_expire")?),
            (4, duration::expiry(self.pub_data_stream, "pub_data_stream_privilege_expire")?),
        ])
    }
}

/// The checked arguments for a token of RTC alone, whose user may be a number.
pub(super) struct RtcRequest<'a> {
    project: Project,
    channel: &'a str,
    user: User<'a>,
    privileges: Privileges,
    expire: u32,
}

impl RtcRequest<'_> {
    pub(super) fn build(&self, issue: Issue) -> Result<String> {
        let mut digits = itoa::Buffer::new();
        let user = self.user.text(&mut digits);
        let service = service_with(self.channel, user, self.privileges.clone());
        self.project.token(issue, self.expire, &[service])
    }
}

pub(super) fn rtc<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    channel_name: Input<'a>,
    user: RtcUser<'a>,
    role: Input<'a>,
    token_expire: Input<'a>,
    privilege_expire: Input<'a>,
) -> Result<RtcRequest<'a>> {
    let project = Project::new(app_id, app_certificate)?;
    let channel = checked_or_wildcard(channel_name, "channel_name")?;
    let user = user.checked()?;
    let role = role::numbered(role, "role")?;
    let expire = duration::expiry(token_expire, "token_expire")?;
    let until = duration::expiry(privilege_expire, "privilege_expire")?;
    let privileges = granted(role, [1, 2, 3, 4].map(|privilege| (privilege, until)));
    Ok(RtcRequest { project, channel, user, privileges, expire })
}

pub(super) fn rtc_and_privilege<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    channel_name: Input<'a>,
    user: RtcUser<'a>,
    token_expire: Input<'a>,
    privilege_expiries: PrivilegeExpiries<'a>,
) -> Result<RtcRequest<'a>> {
    let project = Project::new(app_id, app_certificate)?;
    let channel = checked_or_wildcard(channel_name, "channel_name")?;
    let user = user.checked()?;
    let expire = duration::expiry(token_expire, "token_expire")?;
    let privileges = privilege_expiries.checked()?.into();
    Ok(RtcRequest { project, channel, user, privileges, expire })
}

pub(super) fn rtc_with_rtm<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    channel_name: Input<'a>,
    user: Input<'a>,
    role: Input<'a>,
    token_expire: Input<'a>,
    privilege_expire: Input<'a>,
) -> Result<Request<'a, 2>> {
    let project = Project::new(app_id, app_certificate)?;
    let channel = checked_or_wildcard(channel_name, "channel_name")?;
    // The same text is the RTM user.
    let user = account(user, "account", RTM_ACCOUNT_BYTES)?;
    let role = role::numbered(role, "role")?;
    let expire = duration::expiry(token_expire, "token_expire")?;
    let until = duration::expiry(privilege_expire, "privilege_expire")?;
    let privileges = granted(role, [1, 2, 3, 4].map(|privilege| (privilege, until)));
    let services = [service_with(channel, user, privileges), rtm::service(user, expire)];
    Ok(Request { project, expire, services })
}

#[expect(clippy::too_many_arguments, reason = "the reference's arguments")]
pub(super) fn rtc_with_rtm2<'a>(
    app_id: Input<'a>,
    app_certificate: Input<'a>,
    channel_name: Input<'a>,
    rtc_account: Input<'a>,
    rtc_role: Input<'a>,
    rtc_token_expire: Input<'a>,
    privilege_expiries: PrivilegeExpiries<'a>,
    rtm_user_id: Input<'a>,
    rtm_token_expire: Input<'a>,
) -> Result<Request<'a, 2>> {
    let project = Project::new(app_id, app_certificate)?;
    let channel = checked_or_wildcard(channel_name, "channel_name")?;
    let user = account(rtc_account, "rtc_account", RTC_ACCOUNT_BYTES)?;
    let role = role::numbered(rtc_role, "rtc_role")?;
    let expire = duration::expiry(rtc_token_expire, "rtc_token_expire")?;
    let privileges = granted(role, privilege_expiries.checked()?);
    let rtm_user = account(rtm_user_id, "rtm_user_id", RTM_ACCOUNT_BYTES)?;
    let rtm_expire = duration::expiry(rtm_token_expire, "rtm_token_expire")?;
    let services = [service_with(channel, user, privileges), rtm::service(rtm_user, rtm_expire)];
    Ok(Request { project, expire, services })
}

/// All privileges for a publisher, the first, to join, for a subscriber.
fn granted(role: Role, privileges: [(u16, u32); 4]) -> Privileges {
    let count = if role == Role::Publisher { privileges.len() } else { 1 };
    privileges.into_iter().take(count).collect()
}
