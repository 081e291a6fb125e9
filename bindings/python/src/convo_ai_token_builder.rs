//! Tokens of conversational AI and of speech to text by the reference's names.

use dynakey::sample_api;
use pyo3::prelude::*;

use crate::argument::Argument;
use crate::error::to_py;

macro_rules! builder {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[pyclass(frozen, module = "dynakey")]
        pub(crate) struct $name;

        #[pymethods]
        impl $name {
            /// Make a token for this service, RTC and RTM.
            ///
            /// The arguments and errors are those of `RtcTokenBuilder2.build_token_with_rtm2`.
            #[staticmethod]
            #[expect(clippy::too_many_arguments, reason = "the reference's signature")]
            fn build_token(
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
                sample_api::$name::build_token(
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
    };
}

builder! {
    /// Makes tokens for conversational AI, by the names of Agora's sample code.
    ConvoAITokenBuilder
}
builder! {
    /// Makes tokens for speech to text, by the names of Agora's sample code.
    SttTokenBuilder
}
