//! The token object by the reference's names; its fields live in JavaScript.

use dynakey::sample_api::{AccessToken, AccessTokenFields};
use napi::bindgen_prelude::Unknown;
use napi::{Env, JsString};
use napi_derive::napi;

use crate::input::{Given, read, read_all};
use crate::outcome::{Outcome, guarded};
use crate::packed::packed;

/// The fields of a new token, of which the salt and the end are not empty.
#[napi]
pub(crate) fn access_token_new(env: &Env) -> Outcome<JsString<'_>> {
    guarded(|| packed(env, AccessToken::new("", "", "", "")))
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
pub(crate) fn access_token_read<'env>(
    env: &'env Env,
    token: Unknown<'_>,
) -> Outcome<Option<JsString<'env>>> {
    guarded(|| {
        let Given::Text(text) = read(&token)? else { return Ok(Ok(None)) };
        let token = AccessToken::new("", "", "", "")
            .map(|mut token| token.from_string(&text).then_some(token));
        match token.transpose() {
            Some(token) => packed(env, token).map(|token| token.map(Some)),
            None => Ok(Ok(None)),
        }
    })
}
