//! The token object by the reference's names; its fields live in JavaScript.

use dynakey::sample_api::{AccessToken, AccessTokenFields};
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::{Given, read, read_all};
use crate::outcome::{Outcome, guarded};

/// What a token says about its App ID, salt, end and privileges.
#[napi(object, object_from_js = false)]
pub(crate) struct TokenFields {
    /// The App ID.
    pub app_id: String,
    /// The salt.
    pub salt: u32,
    /// When the token ends.
    pub ts: u32,
    /// The privileges' numbers.
    pub privileges: Vec<u16>,
    /// The privileges' ends, in the same order.
    pub ends: Vec<u32>,
}

impl From<AccessToken> for TokenFields {
    fn from(token: AccessToken) -> Self {
        let (privileges, ends) = token.messages.into_iter().unzip();
        Self { app_id: token.app_id, salt: token.salt, ts: token.ts, privileges, ends }
    }
}

/// A new token's salt and end.
#[napi]
pub(crate) fn access_token_new() -> Outcome<TokenFields> {
    guarded(|| Ok(AccessToken::new("", "", "", "").map(Into::into)))
}

/// `AccessToken.build`. `privileges` and `ends` are the keys and values of `messages`.
#[napi]
pub(crate) fn access_token_build(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    channel_name: Unknown<'_>,
    uid: Unknown<'_>,
    salt: Unknown<'_>,
    ts: Unknown<'_>,
    privileges: Vec<Unknown<'_>>,
    ends: Vec<Unknown<'_>>,
) -> Outcome<String> {
    guarded(|| {
        let privileges = read_all(privileges)?;
        let ends = read_all(ends)?;
        Ok(AccessTokenFields {
            app_id: read(&app_id)?.input(),
            app_certificate: read(&app_certificate)?.input(),
            channel_name: read(&channel_name)?.input(),
            uid: read(&uid)?.input(),
            salt: read(&salt)?.input(),
            ts: read(&ts)?.input(),
        }
        .build(privileges.iter().map(Given::input).zip(ends.iter().map(Given::input))))
    })
}

/// `AccessToken.fromString`: the fields, or nothing if `token` can't be read.
#[napi]
pub(crate) fn access_token_read(token: Unknown<'_>) -> Outcome<Option<TokenFields>> {
    guarded(|| {
        let Given::Text(text) = read(&token)? else { return Ok(Ok(None)) };
        Ok(AccessToken::new("", "", "", "")
            .map(|mut token| token.from_string(&text).then(|| token.into())))
    })
}
