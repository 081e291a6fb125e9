//! A token for full-path acceleration.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::sample_api::FpaTokenBuilder;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;

    let token = FpaTokenBuilder::build_token(&app_id, &app_certificate)?;
    println!("{token}");
    Ok(())
}
