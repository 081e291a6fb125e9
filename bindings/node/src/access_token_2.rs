//! The token object of version 007 by the reference's names; its fields live in JavaScript.

use dynakey::sample_api::{AccessToken2, AccessToken2Fields};
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::{Given, read};
use crate::outcome::{Outcome, guarded};
use crate::service::{GivenService, ServiceRow, TokenService};

/// What a token says about its App ID, times, salt and services.
#[napi(object, object_from_js = false)]
pub(crate) struct TokenFields2 {
    /// The App ID.
    pub app_id: String,
    /// When the token was issued.
    pub issue_ts: u32,
    /// How long it lasts.
    pub expire: u32,
    /// The salt.
    pub salt: u32,
    /// The services.
    pub services: Vec<TokenService>,
}

impl From<AccessToken2> for TokenFields2 {
    fn from(token: AccessToken2) -> Self {
        let services = token.services.into_iter().map(Into::into).collect();
        Self {
            app_id: token.app_id,
            issue_ts: token.issue_ts,
            expire: token.expire,
            salt: token.salt,
            services,
        }
    }
}

/// A token without services, issued now, with a random salt.
fn empty() -> dynakey::Result<AccessToken2> {
    AccessToken2::new("", "", 0, 0)
}

/// A new token's time of issue and salt.
#[napi]
pub(crate) fn access_token2_new() -> Outcome<TokenFields2> {
    guarded(|| Ok(empty().map(Into::into)))
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
pub(crate) fn access_token2_read(token: Unknown<'_>) -> Outcome<Option<TokenFields2>> {
    guarded(|| {
        let Given::Text(text) = read(&token)? else { return Ok(Ok(None)) };
        Ok(empty().map(|mut token| token.from_string(&text).then(|| token.into())))
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
