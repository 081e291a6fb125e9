//! Tokens of version 007 by the reference's names.
#![expect(clippy::similar_names, reason = "the reference's names for RTC's and RTM's")]

use dynakey::sample_api::{
    ApaasTokenBuilder, ChatTokenBuilder2, ConvoAITokenBuilder, FpaTokenBuilder, RtcTokenBuilder2,
    RtmTokenBuilder2, SttTokenBuilder,
};
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::read;
use crate::outcome::{Outcome, guarded};
use crate::permissions::{PermissionRow, permissions};

/// Functions that hand their arguments to a builder as they are.
macro_rules! builders {
    ($(
        $(#[$attribute:meta])*
        $name:ident = $builder:ident :: $build:ident($($argument:ident),+);
    )+) => {$(
        $(#[$attribute])*
        #[napi]
        pub(crate) fn $name($($argument: Unknown<'_>),+) -> Outcome<String> {
            guarded(|| Ok($builder::$build($(read(&$argument)?.input()),+)))
        }
    )+};
}

builders! {
    /// `RtcTokenBuilder2.buildTokenWithUid`.
    rtc2_with_uid = RtcTokenBuilder2::build_token_with_uid(
        app_id, app_certificate, channel_name, uid, role, token_expire, privilege_expire
    );
    /// `RtcTokenBuilder2.buildTokenWithUserAccount`.
    rtc2_with_user_account = RtcTokenBuilder2::build_token_with_user_account(
        app_id, app_certificate, channel_name, account, role, token_expire, privilege_expire
    );
    /// `RtcTokenBuilder2.buildTokenWithUidAndPrivilege`.
    rtc2_with_uid_and_privilege = RtcTokenBuilder2::build_token_with_uid_and_privilege(
        app_id, app_certificate, channel_name, uid, token_expire, join_channel_privilege_expire,
        pub_audio_privilege_expire, pub_video_privilege_expire, pub_data_stream_privilege_expire
    );
    /// `RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege`.
    rtc2_with_user_account_and_privilege =
        RtcTokenBuilder2::build_token_with_user_account_and_privilege(
            app_id, app_certificate, channel_name, account, token_expire,
            join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire,
            pub_data_stream_privilege_expire
        );
    /// `RtcTokenBuilder2.buildTokenWithRtm`.
    rtc2_with_rtm = RtcTokenBuilder2::build_token_with_rtm(
        app_id, app_certificate, channel_name, account, role, token_expire, privilege_expire
    );
    /// `RtcTokenBuilder2.buildTokenWithRtm2`.
    rtc2_with_rtm2 = RtcTokenBuilder2::build_token_with_rtm2(
        app_id, app_certificate, channel_name, rtc_account, rtc_role, rtc_token_expire,
        join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire,
        pub_data_stream_privilege_expire, rtm_user_id, rtm_token_expire
    );
    /// `ConvoAITokenBuilder.buildToken`.
    convo_ai_token = ConvoAITokenBuilder::build_token(
        app_id, app_certificate, channel_name, rtc_account, rtc_role, rtc_token_expire,
        join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire,
        pub_data_stream_privilege_expire, rtm_user_id, rtm_token_expire
    );
    /// `SttTokenBuilder.buildToken`.
    stt_token = SttTokenBuilder::build_token(
        app_id, app_certificate, channel_name, rtc_account, rtc_role, rtc_token_expire,
        join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire,
        pub_data_stream_privilege_expire, rtm_user_id, rtm_token_expire
    );
    /// `RtmTokenBuilder2.buildToken`.
    rtm2_token = RtmTokenBuilder2::build_token(app_id, app_certificate, user_id, expire);
    /// `ChatTokenBuilder2.buildUserToken`.
    chat2_user_token = ChatTokenBuilder2::build_user_token(app_id, app_certificate, user_id, expire);
    /// `ChatTokenBuilder2.buildAppToken`.
    chat2_app_token = ChatTokenBuilder2::build_app_token(app_id, app_certificate, expire);
    /// `FpaTokenBuilder.buildToken`.
    fpa_token = FpaTokenBuilder::build_token(app_id, app_certificate);
    /// `ApaasTokenBuilder.buildRoomUserToken`.
    apaas_room_user_token = ApaasTokenBuilder::build_room_user_token(
        app_id, app_certificate, room_uuid, user_uuid, role, expire
    );
    /// `ApaasTokenBuilder.buildUserToken`.
    apaas_user_token = ApaasTokenBuilder::build_user_token(
        app_id, app_certificate, user_uuid, expire
    );
    /// `ApaasTokenBuilder.buildAppToken`.
    apaas_app_token = ApaasTokenBuilder::build_app_token(app_id, app_certificate, expire);
}

/// `RtmTokenBuilder2.buildTokenWithPermissions`.
#[napi]
pub(crate) fn rtm2_token_with_permissions(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    user_id: Unknown<'_>,
    rows: Vec<PermissionRow<'_>>,
    expire: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        let (app_id, app_certificate) = (read(&app_id)?, read(&app_certificate)?);
        let (user_id, expire) = (read(&user_id)?, read(&expire)?);
        Ok(permissions(rows)?.and_then(|permissions| {
            RtmTokenBuilder2::build_token_with_permissions(
                app_id.input(),
                app_certificate.input(),
                user_id.input(),
                &permissions,
                expire.input(),
            )
        }))
    })
}
