//! Tokens of conversational AI and of speech to text by the reference's names: those of RTC with
//! RTM, and one more service.

use super::request::Request;
use super::rtc_token_builder_2::{PrivilegeExpiries, rtc_with_rtm2};
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::v007;

macro_rules! builder {
    ($(#[$attribute:meta])* $name:ident, $service:ident) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl $name {
            /// A token with which `rtc_account` may join the channel with this service and
            /// `rtm_user_id` log in to RTM: the arguments are those of
            /// [`RtcTokenBuilder2::build_token_with_rtm2`](super::RtcTokenBuilder2::build_token_with_rtm2).
            ///
            /// # Errors
            ///
            /// As there.
            ///
            /// ```
            /// use dynakey::Role;
            #[doc = concat!("use dynakey::sample_api::", stringify!($name), ";")]
            ///
            #[doc = concat!("let token = ", stringify!($name), "::build_token(")]
            ///     "970CA35de60c44645bbae8a215061b33",
            ///     "5CFd2fd1755d40ecb72977518be15d3b",
            ///     "room",
            ///     "ann",
            ///     Role::Publisher,
            ///     3600,
            ///     3600,
            ///     3600,
            ///     3600,
            ///     3600,
            ///     "ann",
            ///     3600,
            /// )?;
            /// # Ok::<(), dynakey::Error>(())
            /// ```
            #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
            #[doc(alias("buildToken"))]
            pub fn build_token<'a>(
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
                let with_rtm = rtc_with_rtm2(
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
                )?;
                with_service(with_rtm, v007::ServiceFields::$service).build(Issue::by_system_clock()?)
            }
        }
    };
}

builder! {
    /// Makes tokens for conversational AI.
    ConvoAITokenBuilder, ConvoAi
}
builder! {
    /// Makes tokens for speech to text.
    SttTokenBuilder, Stt
}

/// The request with one more service, which grants nothing by itself.
pub(super) fn with_service<'a>(
    request: Request<'a, 2>,
    fields: v007::ServiceFields<'a>,
) -> Request<'a, 3> {
    let [rtc, rtm] = request.services;
    let service = v007::Service { privileges: [].into(), fields };
    Request { project: request.project, expire: request.expire, services: [rtc, rtm, service] }
}
