//! Every mistake of `testdata/bad_inputs.json` has its code and its argument.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bad_inputs_007;
mod support;

use dynakey::sample_api::{AccessTokenFields, RtcTokenBuilder, RtmTokenBuilder};
use dynakey::{Error, Expectation, Input, Result, RtcOptions, RtmOptions, inspect};
use serde_json::Value;
use support::{app, testdata};

/// Texts that the table describes instead of holding them.
fn expand(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(expand),
        Value::Object(fields) if !fields.contains_key("$") => fields.values_mut().for_each(expand),
        Value::Object(fields) if fields.get("$").is_some_and(|kind| kind == "repeat") => {
            let times = testdata::number(&fields["times"]);
            *value = fields["text"].as_str().unwrap().repeat(times).into();
        }
        _ => {}
    }
}

fn input(value: &Value) -> Input<'_> {
    match value {
        Value::Null => Input::Other("nothing"),
        Value::Bool(_) => Input::Other("a boolean"),
        Value::String(text) => text.as_str().into(),
        Value::Array(_) => Input::Other("a list"),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.into(),
            None => number.as_f64().unwrap().into(),
        },
        Value::Object(fields) => match fields.get("$").and_then(Value::as_str) {
            Some("nan") => f64::NAN.into(),
            Some("inf") => f64::INFINITY.into(),
            Some("-inf") => f64::NEG_INFINITY.into(),
            Some("lone_surrogate" | "invalid_utf8") => Input::IllFormedText,
            Some("any_user") => Input::AnyUser,
            Some("any_channel") => Input::AnyChannel,
            Some(kind) => panic!("unknown kind of value: {kind}"),
            None => Input::Other("an object"),
        },
    }
}

fn call(name: &str, args: &Value) -> Result<()> {
    let arg = |argument: &str| input(&args[argument]);
    match name {
        "rtc_uid" => RtcTokenBuilder::build_token_with_uid(
            arg("app_id"),
            arg("app_certificate"),
            arg("channel_name"),
            arg("uid"),
            arg("role"),
            arg("privilege_expired_ts"),
        )
        .map(drop),
        "rtc_account" => RtcTokenBuilder::build_token_with_user_account(
            arg("app_id"),
            arg("app_certificate"),
            arg("channel_name"),
            arg("user_account"),
            arg("role"),
            arg("privilege_expired_ts"),
        )
        .map(drop),
        "rtm" => RtmTokenBuilder::build_token(
            arg("app_id"),
            arg("app_certificate"),
            arg("user_account"),
            arg("role"),
            arg("privilege_expired_ts"),
        )
        .map(drop),
        "access_token" => AccessTokenFields {
            app_id: arg("app_id"),
            app_certificate: arg("app_certificate"),
            channel_name: arg("channel_name"),
            uid: arg("uid"),
            salt: arg("salt"),
            ts: arg("ts"),
        }
        .build(args["messages"].as_array().unwrap().iter().map(|m| (input(&m[0]), input(&m[1]))))
        .map(drop),
        "app" => dynakey::App::new(arg("app_id"), arg("app_certificate")).map(drop),
        "app_rtc" => app().rtc_token(arg("channel"), arg("user"), rtc_options(args)).map(drop),
        "app_rtcs" => {
            let users = args["users"].as_array().unwrap().iter().map(input);
            app().rtc_tokens(arg("channel"), users, rtc_options(args)).map(drop)
        }
        "app_rtm" => app().rtm_token(arg("user"), rtm_options(args)).map(drop),
        "inspect" => inspect(arg("token")).map(drop),
        "verify" => app().verify(arg("token"), &expectation(args)).map(drop),
        _ => bad_inputs_007::call(name, args),
    }
}

fn rtc_options(args: &Value) -> RtcOptions<'_> {
    let options = RtcOptions::new().role(input(&args["role"])).ttl(input(&args["ttl"]));
    args.get("version").map_or(options, |version| options.version(input(version)))
}

fn rtm_options(args: &Value) -> RtmOptions<'_> {
    let options = RtmOptions::new().ttl(input(&args["ttl"]));
    args.get("version").map_or(options, |version| options.version(input(version)))
}

fn expectation(args: &Value) -> Expectation<'_> {
    let mut expectation = Expectation::new(input(&args["channel"]), input(&args["user"]));
    if let Some(service) = args.get("service") {
        expectation = expectation.service(input(service));
    }
    if let Some(privileges) = args.get("privileges").and_then(Value::as_array) {
        expectation = expectation.privileges(privileges.iter().map(input));
    }
    if let Some(leeway) = args.get("leeway") {
        expectation = expectation.leeway(input(leeway));
    }
    if let Some(min_remaining) = args.get("min_remaining") {
        expectation = expectation.min_remaining(input(min_remaining));
    }
    if let Some(at) = args.get("at") {
        expectation = expectation.at(input(at));
    }
    expectation
}

#[test]
fn every_mistake_has_its_code_and_argument() {
    let mut cases = testdata::rows("bad_inputs.json", "cases");
    cases.extend(testdata::rows("bad_inputs_007.json", "cases"));
    assert!(cases.len() > 1000, "{} cases", cases.len());
    for case in &mut cases {
        case["args"].as_object_mut().unwrap().values_mut().for_each(expand);
        let error: Error = call(testdata::text(case, "call"), &case["args"])
            .expect_err(case["id"].as_str().unwrap());
        assert_eq!(error.code().as_str(), case["code"], "{}: {error}", case["id"]);
        assert_eq!(error.argument(), case["argument"].as_str(), "{}: {error}", case["id"]);
        assert_eq!(
            error.index(),
            case.get("index").map(testdata::number),
            "{}: {error}",
            case["id"]
        );
        assert!(!error.message().contains('\n') && error.message().len() < 200, "{error}");
    }
}

#[test]
fn no_error_holds_the_certificate() {
    for (id, certificate) in [
        (support::APP_CERTIFICATE, support::APP_CERTIFICATE),
        (support::APP_ID, &support::APP_CERTIFICATE[1..]),
    ] {
        let wrong_role = 7;
        let results = [
            RtcTokenBuilder::build_token_with_uid(id, certificate, certificate, 1, wrong_role, 0),
            RtcTokenBuilder::build_token_with_uid(id, certificate, "room", certificate, 1, 0),
            RtmTokenBuilder::build_token(id, certificate, "ann", wrong_role, 0),
            app().rtc_token("room", 1, RtcOptions::new().role(certificate)),
            app().rtc_token("room", 1, RtcOptions::new().version(certificate)),
            inspect(certificate).map(|_| String::new()),
        ];
        for result in results {
            let error = result.unwrap_err();
            for print in [format!("{error}"), format!("{error:?}"), error.hint().to_owned()] {
                assert!(!print.contains(&certificate[1..20]), "{print}");
            }
        }
    }
}
