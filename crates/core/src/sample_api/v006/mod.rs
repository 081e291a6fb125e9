//! Version 006: expiries are absolute Unix seconds.

mod access_token;
mod rtc_token_builder;
mod rtm_token_builder;
mod user_role;
#[cfg(test)]
mod vectors;

pub(super) use access_token::user;
pub use access_token::{AccessToken, AccessTokenFields};
pub use rtc_token_builder::RtcTokenBuilder;
pub use rtm_token_builder::{RTM_USER, RtmTokenBuilder};
pub use user_role::UserRole;
