//! RTC tokens by the reference's names.

use dynakey::sample_api::RtcTokenBuilder;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::read;
use crate::outcome::{Outcome, guarded};

/// `RtcTokenBuilder.buildTokenWithUid`.
#[napi]
pub(crate) fn rtc_token_with_uid(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    channel_name: Unknown<'_>,
    uid: Unknown<'_>,
    role: Unknown<'_>,
    privilege_expired_ts: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        Ok(RtcTokenBuilder::build_token_with_uid(
            read(&app_id)?.input(),
            read(&app_certificate)?.input(),
            read(&channel_name)?.input(),
            read(&uid)?.input(),
            read(&role)?.input(),
            read(&privilege_expired_ts)?.input(),
        ))
    })
}

/// `RtcTokenBuilder.buildTokenWithAccount`.
#[napi]
pub(crate) fn rtc_token_with_account(
    app_id: Unknown<'_>,
    app_certificate: Unknown<'_>,
    channel_name: Unknown<'_>,
    account: Unknown<'_>,
    role: Unknown<'_>,
    privilege_expired_ts: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        Ok(RtcTokenBuilder::build_token_with_user_account(
            read(&app_id)?.input(),
            read(&app_certificate)?.input(),
            read(&channel_name)?.input(),
            read(&account)?.input(),
            read(&role)?.input(),
            read(&privilege_expired_ts)?.input(),
        ))
    })
}
