//! RTM tokens of version 007, also with permissions on single resources.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::Permissions;
use dynakey::sample_api::RtmTokenBuilder2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;

    let token = RtmTokenBuilder2::build_token(&app_id, &app_certificate, "ann", 3600)?;
    println!("{token}");

    let permissions = Permissions::new()
        .add(Permissions::MESSAGE_CHANNELS, Permissions::READ, ["news", "sport"])?
        .add(Permissions::USERS, Permissions::WRITE, ["bob"])?;
    let token = RtmTokenBuilder2::build_token_with_permissions(
        &app_id,
        &app_certificate,
        "ann",
        &permissions,
        3600,
    )?;
    println!("with permissions: {token}");
    Ok(())
}
