//! A version 007 token in its parts, of several services.
//!
//! Run it with `AGORA_APP_ID` and `AGORA_APP_CERTIFICATE` in the environment.

use dynakey::sample_api::{AccessToken2, ServiceRtc, ServiceRtm};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;

    let mut token = AccessToken2::new(&app_id, &app_certificate, 0, 3600)?;
    token.add_service(
        ServiceRtc::new("room", "ann")?
            .with_privilege(ServiceRtc::PRIVILEGE_JOIN_CHANNEL, 3600)
            .with_privilege(ServiceRtc::PRIVILEGE_PUBLISH_AUDIO_STREAM, 600),
    );
    token.add_service(ServiceRtm::new("ann").with_privilege(ServiceRtm::PRIVILEGE_LOGIN, 3600));
    let text = token.build()?;
    println!("{text}");

    let mut read = AccessToken2::new("", "", 0, 900)?;
    assert!(read.from_string(&text) && read.verify_signature(&app_certificate));
    println!("salt {}, issued {}, {} services", read.salt, read.issue_ts, read.services.len());
    Ok(())
}
