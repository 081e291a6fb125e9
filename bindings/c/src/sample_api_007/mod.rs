//! The builders of Agora's sample code for version 007.

mod apaas_token_builder;
mod chat_token_builder;
mod convo_ai_token_builder;
mod fpa_token_builder;
mod rtc_token_builder;
mod rtm_token_builder;
