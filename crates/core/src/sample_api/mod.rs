//! The names and argument orders of Agora's sample code, `AgoraDynamicKey`, for programs that
//! already use them. New code is better served by [`App`](crate::App).
//!
//! Version 006 ([`RtcTokenBuilder`], [`RtmTokenBuilder`], [`AccessToken`]) takes absolute expiries in
//! Unix seconds; 0 is as long as the token, 24 hours. Version 007 (the names that end with a 2, and
//! the builders of the services that only it has) takes durations in seconds from now; 0 for a
//! privilege is as long as the token.
//!
//! The builders check every argument in the order of the signature and report the first that fails.
//! The token objects are for full control and check only ids, sizes and texts.

mod v006;
mod v007;

pub use v006::{
    AccessToken, AccessTokenFields, RTM_USER, RtcTokenBuilder, RtmTokenBuilder, UserRole,
};
pub use v007::{
    AccessToken2, AccessToken2Fields, ApaasTokenBuilder, ChatTokenBuilder2, ConvoAITokenBuilder,
    EducationTokenBuilder2, FpaTokenBuilder, RtcTokenBuilder2, RtmTokenBuilder2, Service,
    ServiceApaas, ServiceChat, ServiceConvoAI, ServiceFCdn, ServiceFields, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, SttTokenBuilder,
};
