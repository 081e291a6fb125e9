//! Any expectation is checked or refused, and only a token that is proven is good.
#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use dynakey::sample_api::{AccessToken, AccessToken2};
use dynakey::{Expectation, Level, SignatureState, check, inspect};
use dynakey_fuzz::values::any_input;
use dynakey_fuzz::{APP_CERTIFICATE, APP_ID, AnyService, OTHER_CERTIFICATE, app, wrapped};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // Data that end too early verify nothing.
    let _ = verify(&mut Unstructured::new(data));
});

fn verify(data: &mut Unstructured<'_>) -> Result<()> {
    let token = any_token(data)?;
    let expectation = any_expectation(data)?;
    let checked = check(&token, &expectation);
    let report = match app(APP_CERTIFICATE).verify(&token, &expectation) {
        Ok(report) => report,
        Err(refusal) => {
            assert_eq!(Some(refusal), checked.err());
            return Ok(());
        }
    };
    let checked = checked.expect("what can be expected can be checked");
    assert_eq!(report.token(), inspect(&token).ok());
    let has_errors = report.findings.iter().any(|finding| finding.level == Level::Error);
    assert_eq!(report.ok, report.signature == SignatureState::Valid && !has_errors);
    assert_eq!(report.certificate.is_some(), report.signature == SignatureState::Valid);
    assert_eq!(checked.token(), report.token());
    assert_eq!(checked.expires_at, report.expires_at);
    assert!(checked.consistent || has_errors, "the app's findings are more");
    let other = app(OTHER_CERTIFICATE).verify(&token, &expectation).expect("as before");
    assert!(!other.ok);
    Ok(())
}

fn any_token(data: &mut Unstructured<'_>) -> Result<String> {
    Ok(match data.int_in_range(0..=4)? {
        0 => <&str>::arbitrary(data)?.to_owned(),
        1 => wrapped(<&[u8]>::arbitrary(data)?),
        2 => {
            let user = if bool::arbitrary(data)? { "42" } else { <&str>::arbitrary(data)? };
            let mut token = AccessToken::new(APP_ID, APP_CERTIFICATE, "room", user)
                .expect("any text is a user");
            (token.ts, token.messages) = Arbitrary::arbitrary(data)?;
            token.build().unwrap_or_default()
        }
        _ => {
            let mut token =
                AccessToken2::new(APP_ID, APP_CERTIFICATE, 1, 1).expect("the fields are good");
            (token.issue_ts, token.expire, token.salt) = Arbitrary::arbitrary(data)?;
            for service in data.arbitrary_iter::<AnyService>()? {
                token.add_service(service?.0);
            }
            token.build().unwrap_or_default()
        }
    })
}

fn any_expectation<'a>(data: &mut Unstructured<'a>) -> Result<Expectation<'a>> {
    // At a time that is said: the system's clock would make it another run each time.
    let mut expectation = Expectation::new(any_input(data)?, any_input(data)?).at(any_input(data)?);
    if data.ratio(1, 2)? {
        expectation = expectation.service(any_input(data)?);
    }
    for _ in 0..data.int_in_range(0..=3)? {
        expectation = expectation.privileges([any_input(data)?]);
    }
    if data.ratio(1, 2)? {
        expectation = expectation.leeway(any_input(data)?).min_remaining(any_input(data)?);
    }
    Ok(expectation)
}
