//! The names and argument orders of Agora's sample code, `AgoraDynamicKey`, for programs that
//! already use them. New code is better served by [`App`](crate::App).
//!
//! Expiries are absolute Unix seconds; 0 is as long as the token, 24 hours. The builders check
//! every argument in the order of the signature and report the first that fails. A
//! [token object](AccessToken) is for full control and checks only ids, sizes and texts.

mod access_token;
mod rtc_token_builder;
mod rtm_token_builder;
mod user_role;
#[cfg(test)]
mod vectors;

pub use access_token::{AccessToken, AccessTokenFields};
pub use rtc_token_builder::RtcTokenBuilder;
pub use rtm_token_builder::{RTM_USER, RtmTokenBuilder};
pub use user_role::UserRole;
