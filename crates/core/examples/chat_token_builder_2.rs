//! Chat tokens, for a user and for the app.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::sample_api::ChatTokenBuilder2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;

    let token = ChatTokenBuilder2::build_user_token(&app_id, &app_certificate, "ann", 3600)?;
    println!("the user \"ann\": {token}");

    let token = ChatTokenBuilder2::build_app_token(&app_id, &app_certificate, 3600)?;
    println!("the app: {token}");
    Ok(())
}
