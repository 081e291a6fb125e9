//! An app's tokens of services that only version 007 has.

use dynakey::App;
use napi::bindgen_prelude::{External, Unknown};
use napi_derive::napi;

use crate::grant::options;
use crate::input::read;
use crate::outcome::{Outcome, guarded};

/// Methods of an app that take some arguments and a lifetime.
macro_rules! tokens {
    ($(
        $(#[$attribute:meta])*
        $name:ident = $token:ident($($argument:ident),*);
    )+) => {$(
        $(#[$attribute])*
        #[napi]
        pub(crate) fn $name(
            app: &External<App>,
            $($argument: Unknown<'_>,)*
            ttl: Unknown<'_>,
        ) -> Outcome<String> {
            guarded(|| {
                let ttl = read(&ttl)?;
                Ok(app.$token($(read(&$argument)?.input(),)* options(&ttl)))
            })
        }
    )+};
}

tokens! {
    /// `App.chatUserToken`.
    app_chat_user_token = chat_user_token(user);
    /// `App.chatAppToken`.
    app_chat_app_token = chat_app_token();
    /// `App.apaasRoomToken`.
    app_apaas_room_token = apaas_room_token(room, user, role);
    /// `App.apaasUserToken`.
    app_apaas_user_token = apaas_user_token(user);
    /// `App.apaasAppToken`.
    app_apaas_app_token = apaas_app_token();
}

/// `App.fpaToken`.
#[napi]
pub(crate) fn app_fpa_token(app: &External<App>) -> Outcome<String> {
    guarded(|| Ok(app.fpa_token()))
}
