//! What is built of any fields is read, proven by its certificate and by no other, and good for
//! whom it was made for.
#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use dynakey::sample_api::AccessToken2;
use dynakey::{
    CertificateUsed, Clock, ErrorCode, Expectation, Grant, Input, Permissions, SignatureState,
    TokenOptions, UNCHECKED, inspect,
};
use dynakey_fuzz::values::any_input;
use dynakey_fuzz::{APP_CERTIFICATE, APP_ID, AnyService, OTHER_CERTIFICATE, app, is_sound};
use libfuzzer_sys::fuzz_target;

const AT: u64 = 1_700_000_000;

fuzz_target!(|data: &[u8]| {
    let mut data = Unstructured::new(data);
    // Data that end too early make no token.
    let _ = if data.ratio(1, 2).unwrap_or_default() {
        token_object(&mut data)
    } else {
        app_token(&mut data)
    };
});

fn token_object(data: &mut Unstructured<'_>) -> Result<()> {
    let mut token = AccessToken2::new(APP_ID, APP_CERTIFICATE, 1, u32::arbitrary(data)?)
        .expect("the fields are good");
    (token.issue_ts, token.salt) = Arbitrary::arbitrary(data)?;
    for service in data.arbitrary_iter::<AnyService>()? {
        token.add_service(service?.0);
    }
    let text = match token.build() {
        Ok(text) => text,
        Err(error) => {
            assert!(token.services.is_empty() && error.code() == ErrorCode::NoServices, "{error}");
            return Ok(());
        }
    };
    let inspection = inspect(&text).expect("what was built can be read");
    assert_eq!((inspection.issued_at, inspection.salt), (token.issue_ts.into(), token.salt));
    assert_eq!(inspection.services.len(), token.services.len());
    assert_eq!((inspection.unknown_service, inspection.trailing_bytes), (None, 0));
    is_sound(&text);
    is_proven_by_its_certificate_alone(&text);
    Ok(())
}

fn app_token(data: &mut Unstructured<'_>) -> Result<()> {
    let mut grants = Vec::new();
    let mut expectations = Vec::new();
    for _ in 0..data.int_in_range(1..=5)? {
        let (grant, expectation) = any_grant(data)?;
        grants.push(grant);
        expectations.push(expectation);
    }
    let mut options = TokenOptions::new();
    if data.ratio(1, 4)? {
        options = options.ttl(any_input(data)?);
    }
    let app = app(APP_CERTIFICATE).with_clock(Clock::from_fn(|| AT));
    let Ok(text) = app.token(grants, options) else { return Ok(()) };
    is_sound(&text);
    is_proven_by_its_certificate_alone(&text);
    for expectation in expectations {
        let report = app.verify(&text, &expectation).expect("who has a token can be expected");
        assert!(report.ok, "{:?} for {expectation:?}", report.findings);
    }
    Ok(())
}

/// A grant, and what a token with it is good for.
fn any_grant<'a>(data: &mut Unstructured<'a>) -> Result<(Grant<'a>, Expectation<'a>)> {
    // One refusal refuses them all, so they are often good.
    let mut likely = |good: Input<'a>| if data.ratio(1, 2)? { Ok(good) } else { any_input(data) };
    let (channel, user, role) = (likely("room".into())?, likely("ann".into())?, likely(1.into())?);
    let nothing: Input<'_> = UNCHECKED;
    let (grant, service, channel, user) = match data.int_in_range(0..=12)? {
        0 => (Grant::rtc(channel, user), "rtc", channel, user),
        1 => (Grant::rtm(user), "rtm", nothing, user),
        2 => (Grant::rtm2(user, Permissions::new()), "rtm2", nothing, user),
        3 => (Grant::streaming(channel, user), "streaming", channel, user),
        4 => (Grant::fcdn(channel, user), "fcdn", channel, user),
        5 => (Grant::chat_user(user), "chat", nothing, user),
        6 => (Grant::chat_app(), "chat", nothing, nothing),
        7 => (Grant::fpa(), "fpa", nothing, nothing),
        8 => (Grant::apaas_room(channel, user, role), "apaas", channel, user),
        9 => (Grant::apaas_user(user), "apaas", nothing, user),
        10 => (Grant::apaas_app(), "apaas", nothing, nothing),
        11 => (Grant::convo_ai(), "convo_ai", nothing, nothing),
        _ => (Grant::stt(), "stt", nothing, nothing),
    };
    let mut grant = grant;
    if data.ratio(1, 4)? {
        grant = grant.role(role);
    }
    if data.ratio(1, 4)? {
        grant = grant.ttl(any_input(data)?);
    }
    // Counted, for data that have ended say yes to every question.
    for _ in 0..data.int_in_range(0..=3)? {
        grant = grant.privilege(any_input(data)?, any_input(data)?);
    }
    Ok((grant, Expectation::new(channel, user).service(service)))
}

fn is_proven_by_its_certificate_alone(text: &str) {
    let anything = Expectation::new(UNCHECKED, UNCHECKED);
    let report = |app: dynakey::App| app.verify(text, &anything).expect("anything can be expected");

    let ours = report(app(APP_CERTIFICATE));
    assert_eq!(ours.signature, SignatureState::Valid);
    assert_eq!(ours.certificate, Some(CertificateUsed::Primary));

    let theirs = report(app(OTHER_CERTIFICATE));
    assert!(!theirs.ok);
    assert_eq!((theirs.signature, theirs.certificate), (SignatureState::Mismatch, None));

    let rotated = app(OTHER_CERTIFICATE).with_secondary_certificate(APP_CERTIFICATE);
    let rotated = report(rotated.expect("the certificate is good"));
    assert_eq!(rotated.certificate, Some(CertificateUsed::Secondary));
}
