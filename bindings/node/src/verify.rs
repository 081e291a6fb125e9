//! Reading and verifying tokens.

use dynakey::App;
use napi::bindgen_prelude::{External, Unknown};
use napi_derive::napi;

use crate::expectation::{Expected, Options};
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
pub(crate) fn check(token: Unknown<'_>, options: Options<'_>) -> Outcome<String> {
    guarded(|| {
        let (token, expected) = (read(&token)?, Expected::read(options)?);
        Ok(dynakey::check(token.input(), &expected.expectation())
            .and_then(|consistency| json(&consistency)))
    })
}

/// `App.verify`.
#[napi]
pub(crate) fn app_verify(
    app: &External<App>,
    token: Unknown<'_>,
    options: Options<'_>,
) -> Outcome<String> {
    guarded(|| {
        let (token, expected) = (read(&token)?, Expected::read(options)?);
        Ok(app.verify(token.input(), &expected.expectation()).and_then(|report| json(&report)))
    })
}
