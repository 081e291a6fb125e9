//! Version 007: expiries are durations in seconds.

mod access_token_2;
mod apaas_token_builder;
mod chat_token_builder_2;
mod convo_ai_token_builder;
mod fpa_token_builder;
mod request;
mod rtc_token_builder_2;
mod rtm_token_builder_2;
mod service;
#[cfg(test)]
mod vectors;

pub use access_token_2::{AccessToken2, AccessToken2Fields, ServiceFields};
pub use apaas_token_builder::{ApaasTokenBuilder, EducationTokenBuilder2};
pub use chat_token_builder_2::ChatTokenBuilder2;
pub use convo_ai_token_builder::{ConvoAITokenBuilder, SttTokenBuilder};
pub use fpa_token_builder::FpaTokenBuilder;
pub use rtc_token_builder_2::RtcTokenBuilder2;
pub use rtm_token_builder_2::RtmTokenBuilder2;
pub use service::{
    Service, ServiceApaas, ServiceChat, ServiceConvoAI, ServiceFCdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
