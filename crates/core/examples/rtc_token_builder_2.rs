//! RTC tokens of version 007: expiries are seconds from now.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::Role;
use dynakey::sample_api::RtcTokenBuilder2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let hour = 3600;

    let token = RtcTokenBuilder2::build_token_with_uid(
        &app_id,
        &app_certificate,
        "room",
        42,
        Role::Publisher,
        hour,
        hour,
    )?;
    println!("the user 42: {token}");

    let token = RtcTokenBuilder2::build_token_with_user_account_and_privilege(
        &app_id,
        &app_certificate,
        "room",
        "ann",
        hour,
        hour,
        hour,
        600,
        hour,
    )?;
    println!("the user \"ann\", video for ten minutes: {token}");

    let token = RtcTokenBuilder2::build_token_with_rtm(
        &app_id,
        &app_certificate,
        "room",
        "ann",
        Role::Publisher,
        hour,
        hour,
    )?;
    println!("a call and messaging: {token}");
    Ok(())
}
