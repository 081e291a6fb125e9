//! The token object of version 007 by the reference's names; its fields live in JavaScript.

use dynakey::sample_api::{AccessToken2, AccessToken2Fields};
use napi::bindgen_prelude::Unknown;
use napi::{Env, JsString};
use napi_derive::napi;

use crate::input::{Given, read};
use crate::outcome::{Outcome, guarded};
use crate::packed::packed;
use crate::service::{GivenService, ServiceRow};

/// A token without services, issued now, with a random salt.
fn empty() -> dynakey::Result<AccessToken2> {
    AccessToken2::new("", "", 0, 0)
}

/// The fields of a new token, of which the salt and the time of issue are not empty.
#[napi]
pub(crate) fn access_token2_new(env: &Env) -> Outcome<JsString<'_>> {
    guarded(|| packed(env, empty()))
}

/// `AccessToken2.build`.
#[napi]
pub(crate) fn access_token2_build(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    issue_ts: Unknown<'_>,
    expire: Unknown<'_>,
    salt: Unknown<'_>,
    services: Vec<ServiceRow<'_>>,
) -> Outcome<String> {
    guarded(|| {
        let services: Vec<_> =
            services.into_iter().map(GivenService::read).collect::<napi::Result<_>>()?;
        Ok(AccessToken2Fields {
            app_id: read(&app_id)?.input(),
            app_certificate: read(&app_certificate)?.input(),
            issue_ts: read(&issue_ts)?.input(),
            expire: read(&expire)?.input(),
            salt: read(&salt)?.input(),
        }
        .build(services.iter().map(GivenService::fields)))
    })
}

/// `AccessToken2.from_string`: the fields, or nothing if `token` can't be read.
#[napi]
pub(crate) fn access_token2_read<'env>(
    env: &'env Env,
    token: Unknown<'_>,
) -> Outcome<Option<JsString<'env>>> {
    guarded(|| {
        let Given::Text(text) = read(&token)? else { return Ok(Ok(None)) };
        let token = empty().map(|mut token| token.from_string(&text).then_some(token));
        match token.transpose() {
            Some(token) => packed(env, token).map(|token| token.map(Some)),
            None => Ok(Ok(None)),
        }
    })
}

/// `AccessToken2.verifySignature` about a token that was read.
#[napi]
pub(crate) fn access_token2_verify(
    token: Unknown<'_>,
    app_certificate: Unknown<'_>,
) -> Outcome<bool> {
    guarded(|| {
        let (Given::Text(text), Given::Text(certificate)) =
            (read(&token)?, read(&app_certificate)?)
        else {
            return Ok(Ok(false));
        };
        Ok(empty()
            .map(|mut token| token.from_string(&text) && token.verify_signature(&certificate)))
    })
}
