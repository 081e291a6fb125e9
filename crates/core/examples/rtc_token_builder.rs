//! RTC tokens of version 006: expiries are points in time.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use std::time::{SystemTime, UNIX_EPOCH};

use dynakey::sample_api::{RtcTokenBuilder, UserRole};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let in_an_hour = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() + 3600;

    let token = RtcTokenBuilder::build_token_with_uid(
        &app_id,
        &app_certificate,
        "room",
        42,
        UserRole::Publisher,
        in_an_hour,
    )?;
    println!("the user 42: {token}");

    let token = RtcTokenBuilder::build_token_with_user_account(
        &app_id,
        &app_certificate,
        "room",
        "ann",
        UserRole::Subscriber,
        in_an_hour,
    )?;
    println!("the user \"ann\", who only joins: {token}");
    Ok(())
}
