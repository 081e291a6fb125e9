//! A token for conversational AI.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::Role;
use dynakey::sample_api::ConvoAITokenBuilder;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let hour = 3600;

    let token = ConvoAITokenBuilder::build_token(
        &app_id,
        &app_certificate,
        "room",
        "ann",
        Role::Publisher,
        hour,
        hour,
        hour,
        hour,
        hour,
        "ann",
        hour,
    )?;
    println!("{token}");
    Ok(())
}
