//! RTM tokens of version 006: expiries are points in time.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use std::time::{SystemTime, UNIX_EPOCH};

use dynakey::sample_api::{RTM_USER, RtmTokenBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let in_an_hour = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() + 3600;

    let token =
        RtmTokenBuilder::build_token(&app_id, &app_certificate, "ann", RTM_USER, in_an_hour)?;
    println!("{token}");
    Ok(())
}
