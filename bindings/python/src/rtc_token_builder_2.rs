//! RTC tokens of version 007 by the reference's names.
#![expect(clippy::similar_names, reason = "the reference calls its arguments rtc_ and rtm_")]

use dynakey::{Input, sample_api};
use pyo3::prelude::*;

use crate::argument::{Argument, Keyword};
use crate::error::to_py;

/// Makes RTC tokens of version 007, by the names of Agora's sample code.
///
/// All expiries are durations in seconds from now (3600, not now + 3600). The channel `"*"` is any
/// channel.
#[pyclass(frozen, module = "dynakey")]
pub(crate) struct RtcTokenBuilder2;

#[pymethods]
impl RtcTokenBuilder2 {
    /// Make a token for a user known by a number.
    ///
    /// `uid` is 1 to 4294967295, or 0 for anyone. `role` is `Role_Publisher` or `Role_Subscriber`.
    /// `token_expire` is when the token as a whole ends, `privilege_expire` when the privileges
    /// do, in seconds from now; for the latter 0 is as long as the token.
    ///
    /// Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
    /// `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `invalid_role`,
    /// `expiry_not_a_duration` or `invalid_text`.
    ///
    /// >>> token = RtcTokenBuilder2.build_token_with_uid(
    /// ...     app_id, app_certificate, "room", 42, Role_Publisher, 3600, 3600
    /// ... )
    #[staticmethod]
    #[pyo3(
        signature = (
            app_id, app_certificate, channel_name, uid, role, token_expire,
            privilege_expire=Keyword::Absent
        ),
        text_signature = "(app_id, app_certificate, channel_name, uid, role, token_expire, \
            privilege_expire=0)"
    )]
    fn build_token_with_uid(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        uid: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        token_expire: &Bound<'_, PyAny>,
        privilege_expire: Keyword<'_>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_uid(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(uid).input(),
            Argument::new(role).input(),
            Argument::new(token_expire).input(),
            privilege_expire.argument_or(Input::Integer(0)).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token for a user known by a text.
    ///
    /// `account` has 1 to 255 bytes: letters, digits, space and some punctuation. The rest is as
    /// for `build_token_with_uid`; in place of `invalid_uid` stands `invalid_user_account`.
    #[staticmethod]
    #[pyo3(
        signature = (
            app_id, app_certificate, channel_name, account, role, token_expire,
            privilege_expire=Keyword::Absent
        ),
        text_signature = "(app_id, app_certificate, channel_name, account, role, token_expire, \
            privilege_expire=0)"
    )]
    fn build_token_with_user_account(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        account: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        token_expire: &Bound<'_, PyAny>,
        privilege_expire: Keyword<'_>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_user_account(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(account).input(),
            Argument::new(role).input(),
            Argument::new(token_expire).input(),
            privilege_expire.argument_or(Input::Integer(0)).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token for a user known by a number, each privilege with an expiry of its own.
    ///
    /// All expiries are in seconds from now; for a privilege 0 is as long as the token. The rest
    /// is as for `build_token_with_uid`.
    ///
    /// >>> joins_for_an_hour_and_speaks_for_ten_minutes = (
    /// ...     RtcTokenBuilder2.build_token_with_uid_and_privilege(
    /// ...         app_id, app_certificate, "room", 42, 3600, 3600, 600, 600, 600
    /// ...     )
    /// ... )
    #[staticmethod]
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    fn build_token_with_uid_and_privilege(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        uid: &Bound<'_, PyAny>,
        token_expire: &Bound<'_, PyAny>,
        join_channel_privilege_expire: &Bound<'_, PyAny>,
        pub_audio_privilege_expire: &Bound<'_, PyAny>,
        pub_video_privilege_expire: &Bound<'_, PyAny>,
        pub_data_stream_privilege_expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_uid_and_privilege(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(uid).input(),
            Argument::new(token_expire).input(),
            Argument::new(join_channel_privilege_expire).input(),
            Argument::new(pub_audio_privilege_expire).input(),
            Argument::new(pub_video_privilege_expire).input(),
            Argument::new(pub_data_stream_privilege_expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token for a user known by a text, each privilege with an expiry of its own.
    ///
    /// The expiries are as for `build_token_with_uid_and_privilege`, the rest as for
    /// `build_token_with_user_account`.
    #[staticmethod]
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    fn build_token_with_user_account_and_privilege(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        account: &Bound<'_, PyAny>,
        token_expire: &Bound<'_, PyAny>,
        join_channel_privilege_expire: &Bound<'_, PyAny>,
        pub_audio_privilege_expire: &Bound<'_, PyAny>,
        pub_video_privilege_expire: &Bound<'_, PyAny>,
        pub_data_stream_privilege_expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_user_account_and_privilege(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(account).input(),
            Argument::new(token_expire).input(),
            Argument::new(join_channel_privilege_expire).input(),
            Argument::new(pub_audio_privilege_expire).input(),
            Argument::new(pub_video_privilege_expire).input(),
            Argument::new(pub_data_stream_privilege_expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which a user may join the channel and log in to RTM.
    ///
    /// `account` has 1 to 64 bytes and is the user in both. The login lasts as long as the token.
    /// The rest is as for `build_token_with_user_account`.
    #[staticmethod]
    #[pyo3(
        signature = (
            app_id, app_certificate, channel_name, account, role, token_expire,
            privilege_expire=Keyword::Absent
        ),
        text_signature = "(app_id, app_certificate, channel_name, account, role, token_expire, \
            privilege_expire=0)"
    )]
    fn build_token_with_rtm(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        account: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        token_expire: &Bound<'_, PyAny>,
        privilege_expire: Keyword<'_>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_rtm(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(account).input(),
            Argument::new(role).input(),
            Argument::new(token_expire).input(),
            privilege_expire.argument_or(Input::Integer(0)).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }

    /// Make a token with which `rtc_account` may join a channel and `rtm_user_id` use RTM.
    ///
    /// Each privilege has an expiry of its own, in seconds from now; 0 is as long as the token. A
    /// subscriber only joins. `rtm_user_id` has 1 to 64 bytes.
    ///
    /// Raises `InvalidInputError` as `build_token_with_user_account`.
    #[staticmethod]
    #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
    fn build_token_with_rtm2(
        app_id: &Bound<'_, PyAny>,
        app_certificate: &Bound<'_, PyAny>,
        channel_name: &Bound<'_, PyAny>,
        rtc_account: &Bound<'_, PyAny>,
        rtc_role: &Bound<'_, PyAny>,
        rtc_token_expire: &Bound<'_, PyAny>,
        join_channel_privilege_expire: &Bound<'_, PyAny>,
        pub_audio_privilege_expire: &Bound<'_, PyAny>,
        pub_video_privilege_expire: &Bound<'_, PyAny>,
        pub_data_stream_privilege_expire: &Bound<'_, PyAny>,
        rtm_user_id: &Bound<'_, PyAny>,
        rtm_token_expire: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        sample_api::RtcTokenBuilder2::build_token_with_rtm2(
            Argument::new(app_id).input(),
            Argument::new(app_certificate).input(),
            Argument::new(channel_name).input(),
            Argument::new(rtc_account).input(),
            Argument::new(rtc_role).input(),
            Argument::new(rtc_token_expire).input(),
            Argument::new(join_channel_privilege_expire).input(),
            Argument::new(pub_audio_privilege_expire).input(),
            Argument::new(pub_video_privilege_expire).input(),
            Argument::new(pub_data_stream_privilege_expire).input(),
            Argument::new(rtm_user_id).input(),
            Argument::new(rtm_token_expire).input(),
        )
        .map_err(|error| to_py(app_id.py(), &error))
    }
}
