//! An Agora project and its tokens.

use dynakey::{App, RtcOptions, RtmOptions};
use napi::bindgen_prelude::{Either, External, Float64ArraySlice, Unknown};
use napi::{Env, JsString};
use napi_derive::napi;

use crate::input::{Given, number, read, read_all};
use crate::outcome::{Outcome, guarded};

/// An app from its ids; the secondary certificate may be `undefined`.
#[napi]
pub(crate) fn app_new(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    secondary_certificate: Unknown<'_>,
) -> Outcome<External<App>> {
    guarded(|| {
        let app = App::new(read(&app_id)?.input(), read(&app_certificate)?.input());
        let secondary = read(&secondary_certificate)?;
        Ok(match secondary.option() {
            Some(certificate) => app.and_then(|app| app.with_secondary_certificate(certificate)),
            None => app,
        }
        .map(External::new))
    })
}

/// `App.rtcToken`.
#[napi]
pub(crate) fn app_rtc_token(
    app: &External<App>,
    channel: Unknown<'_>,
    user: Unknown<'_>,
    role: Unknown<'_>,
    ttl: Unknown<'_>,
    version: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        let (role, ttl, version) = (read(&role)?, read(&ttl)?, read(&version)?);
        let options = rtc_options(&role, &ttl, &version);
        Ok(app.rtc_token(read(&channel)?.input(), read(&user)?.input(), options))
    })
}

/// `App.rtcTokens`. Where all users are numbers they come as one block of memory.
#[napi]
pub(crate) fn app_rtc_tokens<'env>(
    env: &'env Env,
    app: &External<App>,
    channel: Unknown<'_>,
    users: Either<Float64ArraySlice<'_>, Vec<Unknown<'_>>>,
    role: Unknown<'_>,
    ttl: Unknown<'_>,
    version: Unknown<'_>,
) -> Outcome<Vec<JsString<'env>>> {
    guarded(|| {
        let (role, ttl, version) = (read(&role)?, read(&ttl)?, read(&version)?);
        let options = rtc_options(&role, &ttl, &version);
        let channel = read(&channel)?;
        let tokens = match users {
            Either::A(uids) => {
                app.rtc_tokens(channel.input(), uids.iter().copied().map(number), options)
            }
            Either::B(users) => {
                let users = read_all(users)?;
                app.rtc_tokens(channel.input(), users.iter().map(Given::input), options)
            }
        };
        // A token is ASCII, and the engine need not look whether it is.
        let text = |token| env.create_string_latin1(token);
        match tokens {
            Ok(tokens) => tokens.into_iter().map(text).collect::<napi::Result<_>>().map(Ok),
            Err(error) => Ok(Err(error)),
        }
    })
}

/// `App.rtmToken`.
#[napi]
pub(crate) fn app_rtm_token(
    app: &External<App>,
    user: Unknown<'_>,
    ttl: Unknown<'_>,
    version: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        let (ttl, version) = (read(&ttl)?, read(&version)?);
        let mut options = RtmOptions::new();
        if let Some(ttl) = ttl.option() {
            options = options.ttl(ttl);
        }
        if let Some(version) = version.option() {
            options = options.version(version);
        }
        Ok(app.rtm_token(read(&user)?.input(), options))
    })
}

fn rtc_options<'a>(role: &'a Given, ttl: &'a Given, version: &'a Given) -> RtcOptions<'a> {
    let mut options = RtcOptions::new();
    if let Some(role) = role.option() {
        options = options.role(role);
    }
    if let Some(ttl) = ttl.option() {
        options = options.ttl(ttl);
    }
    if let Some(version) = version.option() {
        options = options.version(version);
    }
    options
}
