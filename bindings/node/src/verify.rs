//! Reading and verifying tokens.

use dynakey::{App, Report};
use napi::bindgen_prelude::{External, Unknown};
use napi::{Env, JsString};
use napi_derive::napi;

use crate::expectation::Expected;
use crate::input::read;
use crate::outcome::{Outcome, guarded};
use crate::packed::packed;

/// `inspect`.
#[napi]
pub(crate) fn inspect<'env>(env: &'env Env, token: Unknown<'_>) -> Outcome<JsString<'env>> {
    guarded(|| packed(env, dynakey::inspect(read(&token)?.input())))
}

/// `check`.
#[napi]
pub(crate) fn check<'env>(
    env: &'env Env,
    token: Unknown<'_>,
    channel: Unknown<'_>,
    user: Unknown<'_>,
    options: Option<Vec<Unknown<'_>>>,
    privileges: Option<Vec<Unknown<'_>>>,
) -> Outcome<JsString<'env>> {
    guarded(|| {
        let token = read(&token)?;
        let expected = Expected::read(&channel, &user, options, privileges)?;
        packed(env, dynakey::check(token.input(), &expected.expectation()))
    })
}

/// `App.verify`.
#[napi]
pub(crate) fn app_verify<'env>(
    env: &'env Env,
    app: &External<App>,
    token: Unknown<'_>,
    channel: Unknown<'_>,
    user: Unknown<'_>,
    options: Option<Vec<Unknown<'_>>>,
    privileges: Option<Vec<Unknown<'_>>>,
) -> Outcome<JsString<'env>> {
    guarded(|| {
        let token = read(&token)?;
        let expected = Expected::read(&channel, &user, options, privileges)?;
        let report = app.verify(token.input(), &expected.expectation());
        packed(env, report.map(Report::into_valid))
    })
}
