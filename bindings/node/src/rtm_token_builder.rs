//! RTM tokens by the reference's names.

use dynakey::sample_api::RtmTokenBuilder;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::read;
use crate::outcome::{Outcome, guarded};

/// `RtmTokenBuilder.buildToken`.
#[napi]
pub(crate) fn rtm_token(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    user_account: Unknown<'_>,
    role: Unknown<'_>,
    privilege_expired_ts: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        Ok(RtmTokenBuilder::build_token(
            read(&app_id)?.input(),
            read(&app_certificate)?.input(),
            read(&user_account)?.input(),
            read(&role)?.input(),
            read(&privilege_expired_ts)?.input(),
        ))
    })
}
