//! Chat tokens.

use std::borrow::Cow;

use crate::app::App;
use crate::error::Result;
use crate::input::Input;
use crate::options::TokenOptions;
use crate::user::any_text;
use crate::v007;
use crate::v007::privilege::{CHAT_APP, CHAT_USER};

impl App {
    /// A token with which the user `user_id`, any text but an empty one, may use Chat.
    ///
    /// # Errors
    ///
    /// The first argument that fails: `invalid_user_account` about `user`, `ttl_out_of_range`;
    /// also `invalid_text`, `field_too_long`, `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{App, TokenOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.chat_user_token("ann", TokenOptions::new().ttl(600))?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn chat_user_token<'a>(
        &self,
        user_id: impl Into<Input<'a>>,
        options: TokenOptions<'_>,
    ) -> Result<String> {
        let user = any_text(user_id.into(), "user")?;
        let ttl = options.checked_ttl()?;
        self.token_of(ttl, &[user_service(user, ttl)])
    }

    /// A token with which a server may manage the project's Chat: it is not for any user.
    ///
    /// # Errors
    ///
    /// `ttl_out_of_range`, `clock_out_of_range`, `entropy_unavailable`.
    ///
    /// ```
    /// use dynakey::{App, TokenOptions};
    ///
    /// # let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
    /// let token = app.chat_app_token(TokenOptions::new())?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn chat_app_token(&self, options: TokenOptions<'_>) -> Result<String> {
        let ttl = options.checked_ttl()?;
        self.token_of(ttl, &[app_service(ttl)])
    }
}

/// The service of a Chat user.
pub(crate) fn user_service<'a>(user: impl Into<Cow<'a, str>>, expire: u32) -> v007::Service<'a> {
    v007::Service {
        privileges: [(CHAT_USER, expire)].into(),
        fields: v007::ServiceFields::Chat { user: user.into() },
    }
}

/// The service of an app that manages Chat.
pub(crate) fn app_service(expire: u32) -> v007::Service<'static> {
    v007::Service {
        privileges: [(CHAT_APP, expire)].into(),
        fields: v007::ServiceFields::Chat { user: Cow::Borrowed("") },
    }
}
