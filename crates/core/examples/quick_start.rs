//! Makes a token and verifies it.

use dynakey::{App, Expectation, Grant, RtcOptions, TokenOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let app_certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let app = App::new(&app_id, &app_certificate)?;

    let token = app.rtc_token("room", 42, RtcOptions::new().ttl(3600))?;
    println!("a call: {token}");
    let services = [Grant::rtc("room", "ann"), Grant::rtm("ann")];
    println!("a call and messaging: {}", app.token(services, TokenOptions::new())?);

    let report = app.verify(&token, &Expectation::new("room", 42))?;
    for finding in &report.findings {
        println!("{}: {} {}", finding.code, finding.message, finding.hint);
    }
    report.into_valid()?;
    Ok(())
}
