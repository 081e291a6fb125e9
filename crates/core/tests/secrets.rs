//! Where a certificate goes: into keys, and nowhere else.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{
    AccessToken, AccessToken2, AccessToken2Fields, AccessTokenFields, RtcTokenBuilder,
    RtcTokenBuilder2, RtmTokenBuilder,
};
use dynakey::{App, Error, Expectation, Input, RtcOptions, check, inspect};
use support::{APP_CERTIFICATE, APP_ID};

const SECONDARY: &str = "00112233445566778899aabbccddeeff";

fn app() -> App {
    support::app().with_secondary_certificate(SECONDARY).unwrap()
}

fn is_clean(print: &str, secrets: &[&str]) {
    for secret in secrets {
        // Half of a certificate is too much as well.
        assert!(!print.contains(&secret[..16]), "{print}");
        assert!(!print.contains(&secret[secret.len() - 16..]), "{print}");
    }
}

#[test]
fn nothing_that_holds_a_certificate_prints_it() {
    let app = app();
    let token = app.rtc_token("room", 42, RtcOptions::new()).unwrap();
    let mut object = AccessToken2::new(APP_ID, APP_CERTIFICATE, 0, 600).unwrap();
    assert!(object.from_string(&token));
    let fields = AccessTokenFields {
        app_id: APP_ID.into(),
        app_certificate: APP_CERTIFICATE.into(),
        channel_name: "room".into(),
        uid: 42.into(),
        salt: 1.into(),
        ts: 1.into(),
    };
    let fields2 = AccessToken2Fields {
        app_id: APP_ID.into(),
        app_certificate: APP_CERTIFICATE.into(),
        issue_ts: 0.into(),
        expire: 600.into(),
        salt: 1.into(),
    };
    let expected = Expectation::new("Room", 43);
    for print in [
        format!("{app:?} {app:#?} {:?}", app.clone()),
        format!("{:?}", AccessToken::new(APP_ID, APP_CERTIFICATE, "room", 42).unwrap()),
        format!("{object:?} {fields:?} {fields2:?}"),
        format!("{0:?} {0}", Input::from(APP_CERTIFICATE)),
        format!("{:?}", app.verify(&token, &expected).unwrap()),
        format!("{:?}", check(&token, &expected).unwrap()),
        format!("{:?}", app.verify(&token, &expected).unwrap().into_valid().unwrap_err()),
    ] {
        is_clean(&print, &[APP_CERTIFICATE, SECONDARY]);
    }
}

#[test]
fn an_app_prints_which_certificates_it_has() {
    let held = |secondary| {
        format!("App {{ app_id: {APP_ID}, certificate: [redacted], secondary: {secondary}, .. }}")
    };
    assert_eq!(format!("{:?}", support::app()), held("None"));
    assert_eq!(format!("{:?}", app()), held("Some([redacted])"));
}

/// As certificates are mistaken: cut, doubled, spaced, quoted, with one wrong letter anywhere.
fn mistaken() -> Vec<String> {
    let with_wrong_letter = |at: usize| {
        let (start, end) = APP_CERTIFICATE.split_at(at);
        format!("{start}g{}", &end[1..])
    };
    let mut mistaken: Vec<String> = (0..32).map(with_wrong_letter).collect();
    mistaken.extend([
        APP_CERTIFICATE[1..].to_owned(),
        APP_CERTIFICATE[..31].to_owned(),
        format!("{APP_CERTIFICATE}0"),
        format!(" {APP_CERTIFICATE}"),
        format!("{APP_CERTIFICATE}\n"),
        format!("\"{APP_CERTIFICATE}\""),
        APP_CERTIFICATE.repeat(2),
        APP_CERTIFICATE.repeat(1000),
    ]);
    mistaken
}

#[test]
fn no_error_repeats_a_certificate_good_or_mistaken() {
    let app = app();
    let options = RtcOptions::new();
    for given in mistaken() {
        let certificate = given.as_str();
        let errors: [Error; 9] = [
            App::new(APP_ID, certificate).unwrap_err(),
            support::app().with_secondary_certificate(certificate).unwrap_err(),
            RtcTokenBuilder::build_token_with_uid(APP_ID, certificate, "room", 1, 1, 0)
                .unwrap_err(),
            RtcTokenBuilder2::build_token_with_uid(APP_ID, certificate, "room", 1, 1, 1, 1)
                .unwrap_err(),
            AccessToken::new(APP_ID, certificate, "room", 1).unwrap().build().unwrap_err(),
            AccessToken2::new(APP_ID, certificate, 0, 600).unwrap().build().unwrap_err(),
            // In the App ID's place.
            App::new(certificate, APP_CERTIFICATE).unwrap_err(),
            app.rtc_token("room", 1, options.version(certificate)).unwrap_err(),
            inspect(certificate).unwrap_err(),
        ];
        for error in errors {
            // 16 digits in a row of the good one are in each of the mistaken ones.
            let print = format!("{error} {error:?} {error:#?} {}", error.hint());
            is_clean(&print, &[APP_CERTIFICATE]);
        }
    }
    let good = [
        RtcTokenBuilder::build_token_with_uid(APP_ID, APP_CERTIFICATE, APP_CERTIFICATE, 1, 7, 0),
        RtcTokenBuilder::build_token_with_uid(APP_ID, APP_CERTIFICATE, "room", SECONDARY, 1, 0),
        RtmTokenBuilder::build_token(APP_ID, APP_CERTIFICATE, "ann", 7, 0),
        app.rtc_token("room", 1, options.role(APP_CERTIFICATE)),
        app.rtc_token("room", 1, options.ttl(APP_CERTIFICATE)),
    ];
    for error in good.map(Result::unwrap_err) {
        is_clean(&format!("{error} {error:?}"), &[APP_CERTIFICATE, SECONDARY]);
    }
}

#[cfg(target_os = "linux")]
mod in_memory {
    use sha2::block_api::compress256;

    use super::*;
    use support::memory::Masked;

    fn certificate() -> Masked {
        Masked::new((0..32).map(|place| b"0123456789abcdef"[(place * 7 + 3) % 16]))
    }

    /// The state of SHA-256 behind the certificate's inner block, which is as good as it.
    fn key(certificate: &Masked) -> Masked {
        let mut state = [
            0x6a09_e667,
            0xbb67_ae85,
            0x3c6e_f372,
            0xa54f_f53a,
            0x510e_527f,
            0x9b05_688c,
            0x1f83_d9ab,
            0x5be0_cd19,
        ];
        let mut block = [0x36; 64];
        for (byte, digit) in block.iter_mut().zip(certificate.bytes()) {
            *byte ^= digit;
        }
        compress256(&mut state, &[block]);
        let key = Masked::new(state.iter().flat_map(|word| word.to_ne_bytes()));
        state.fill(0);
        key
    }

    /// What a program does that reads its certificate, hands it over and wipes its own copy.
    fn with_certificate<T>(certificate: &Masked, then: impl FnOnce(&str) -> T) -> T {
        let mut text = String::from_utf8(certificate.bytes()).unwrap();
        let outcome = then(&text);
        zeroize::Zeroize::zeroize(&mut text);
        outcome
    }

    #[test]
    fn what_is_dropped_leaves_neither_certificate_nor_key_behind() {
        let certificate = certificate();
        let key = key(&certificate);
        let app = with_certificate(&certificate, |text| Box::new(App::new(APP_ID, text).unwrap()));
        let objects = with_certificate(&certificate, |text| {
            Box::new((
                AccessToken::new(APP_ID, text, "room", 42).unwrap(),
                AccessToken2::new(APP_ID, text, 0, 600).unwrap(),
            ))
        });
        app.rtc_token("room", 42, RtcOptions::new()).unwrap();
        objects.0.build().unwrap();
        objects.1.build().unwrap_err();
        assert!(certificate.copies() >= 3 && key.copies() >= 1, "the search does not find them");
        drop((app, objects));
        assert_eq!((certificate.copies(), key.copies()), (0, 0));

        with_certificate(&certificate, |text| {
            RtcTokenBuilder::build_token_with_uid(APP_ID, text, "room", 1, 1, 0).unwrap();
            RtcTokenBuilder2::build_token_with_uid(APP_ID, text, "room", 1, 1, 60, 60).unwrap();
            RtcTokenBuilder::build_token_with_uid(APP_ID, text, "", 1, 1, 0).unwrap_err();
        });
        assert_eq!((certificate.copies(), key.copies()), (0, 0));
    }
}
