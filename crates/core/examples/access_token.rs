//! A version 006 token in its parts.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::sample_api::AccessToken;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;

    let mut token = AccessToken::new(&app_id, &app_certificate, "room", 42)?;
    token.add_privilege(AccessToken::JOIN_CHANNEL, token.ts);
    token.add_privilege(AccessToken::PUBLISH_AUDIO_STREAM, token.ts - 3600);
    let text = token.build()?;
    println!("{text}");

    let mut read = AccessToken::new("", "", "", 0)?;
    assert!(read.from_string(&text));
    println!("salt {}, ends {}, privileges {:?}", read.salt, read.ts, read.messages);
    Ok(())
}
