//! Reading and verifying tokens.

use dynakey::App;
use napi::bindgen_prelude::{External, Unknown};
use napi_derive::napi;

use crate::expectation::Expected;
use crate::input::read;
use crate::outcome::{Outcome, guarded, json};

/// `inspect`.
#[napi]
pub(crate) fn inspect(token: Unknown<'_>) -> Outcome<String> {
    guarded(|| {
        let token = read(&token)?;
        Ok(dynakey::inspect(token.input()).and_then(|inspection| json(&inspection)))
    })
}

/// `check`.
#[napi]
pub(crate) fn check(
    token: Unknown<'_>,
    channel: Unknown<'_>,
    user: Unknown<'_>,
    service: Unknown<'_>,
    leeway: Unknown<'_>,
    min_remaining: Unknown<'_>,
    at: Unknown<'_>,
    privileges: Vec<Unknown<'_>>,
) -> Outcome<String> {
    guarded(|| {
        let options = [&channel, &user, &service, &leeway, &min_remaining, &at];
        let (token, expected) = (read(&token)?, Expected::read(options, privileges)?);
        Ok(dynakey::check(token.input(), &expected.expectation())
            .and_then(|consistency| json(&consistency)))
    })
}

/// `App.verify`.
#[napi]
pub(crate) fn app_verify(
    app: &External<App>,
    token: Unknown<'_>,
    channel: Unknown<'_>,
    user: Unknown<'_>,
    service: Unknown<'_>,
    leeway: Unknown<'_>,
    min_remaining: Unknown<'_>,
    at: Unknown<'_>,
    privileges: Vec<Unknown<'_>>,
) -> Outcome<String> {
    guarded(|| {
        let options = [&channel, &user, &service, &leeway, &min_remaining, &at];
        let (token, expected) = (read(&token)?, Expected::read(options, privileges)?);
        Ok(app.verify(token.input(), &expected.expectation()).and_then(|report| json(&report)))
    })
}
