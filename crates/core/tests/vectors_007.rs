//! The token object gives the tokens on which independent implementations agreed; they are read
//! and verified too. The builders' rows need a fixed clock and salt: see `sample_api`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use dynakey::sample_api::{
    AccessToken2, Service, ServiceApaas, ServiceChat, ServiceConvoAI, ServiceFCdn, ServiceFpa,
    ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
use dynakey::{App, Expectation, Input, Permissions, SignatureState, UNCHECKED, inspect};
use serde_json::Value;
use support::reference_007;
use support::testdata::{number, privileges, rows, text};

/// The certificate of nobody.
const OTHER_CERTIFICATE: &str = "00112233445566778899aabbccddeeff";

fn vectors() -> Vec<Value> {
    let rows = rows("vectors_007.json", "vectors");
    assert_eq!(rows.len(), 96);
    rows
}

fn token_objects() -> Vec<Value> {
    let rows: Vec<_> = vectors().into_iter().filter(|row| row["kind"] == "access_token2").collect();
    assert_eq!(rows.len(), 71);
    rows
}

fn service(row: &Value) -> Service {
    let (a, b) = (row["a"].as_str().unwrap_or_default(), row["b"].as_str().unwrap_or_default());
    let mut service: Service = match number::<u16>(&row["type"]) {
        1 => ServiceRtc::new(a, uid(&row["b"])).unwrap().into(),
        2 => ServiceRtm::new(a).into(),
        3 => ServiceStreaming::new(a, b).into(),
        4 => ServiceFpa::new().into(),
        5 => ServiceChat::new(a).into(),
        6 => ServiceFCdn::new(a, b).into(),
        7 => ServiceApaas::new(a, b, i16::try_from(row["role"].as_i64().unwrap()).unwrap()).into(),
        8 => ServiceRtm2::new(a, permissions(row)).into(),
        9 => ServiceConvoAI::new().into(),
        10 => ServiceStt::new().into(),
        other => panic!("unknown service {other}"),
    };
    if let (3 | 6, Some(uid)) = (service.service_type().number(), row["b"].as_u64()) {
        service.user = if uid == 0 { String::new() } else { uid.to_string() };
    }
    for (privilege, expire) in privileges(row) {
        service.add_privilege(privilege, expire);
    }
    service
}

fn uid(value: &Value) -> Input<'_> {
    match value.as_str() {
        Some(text) => text.into(),
        None => number::<u32>(value).into(),
    }
}

fn permissions(row: &Value) -> Permissions {
    row["permissions"].as_array().unwrap().iter().fold(Permissions::new(), |permissions, row| {
        let names = row[2].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        let (resource, permission) = (number::<u16>(&row[0]), number::<u16>(&row[1]));
        permissions.add(resource, permission, names).unwrap()
    })
}

fn built(input: &Value) -> AccessToken2 {
    let mut token = AccessToken2::new(
        text(input, "app_id"),
        text(input, "app_certificate"),
        1,
        number(&input["expire"]),
    )
    .unwrap();
    token.issue_ts = number(&input["issue_ts"]);
    token.salt = number(&input["salt"]);
    for row in input["services"].as_array().unwrap() {
        token.add_service(service(row));
    }
    token
}

#[test]
fn the_token_object_gives_every_vector() {
    for row in token_objects() {
        let token = built(&row["input"]);
        assert_eq!(token.build().unwrap(), text(&row, "token"), "{}", row["id"]);
        assert_eq!(token.build().unwrap(), text(&row, "token"), "a second build: {}", row["id"]);
    }
}

#[test]
fn every_vector_is_read_and_built_again() {
    for row in vectors() {
        let other_zlib = row.get("token_node20_chromium_zlib").and_then(Value::as_str);
        for token in [Some(text(&row, "token")), other_zlib].into_iter().flatten() {
            let mut read = AccessToken2::new("", text_of(&row, 1), 0, 900).unwrap();
            assert!(read.from_string(token), "{}", row["id"]);
            assert!(read.verify_signature(text_of(&row, 1)), "{}", row["id"]);
            assert!(!read.verify_signature(OTHER_CERTIFICATE), "{}", row["id"]);
            assert_eq!(read.build().unwrap(), text(&row, "token"), "{}", row["id"]);
            let payload = reference_007::hex(&reference_007::payload(token));
            assert_eq!(payload, text(&row, "payload_hex"), "{}", row["id"]);
            assert_eq!(reference_007::hex(&read.signature), payload[4..68], "{}", row["id"]);
        }
    }
}

/// The App ID (0) or certificate (1) of either kind of row.
fn text_of(row: &Value, place: usize) -> &str {
    match row["input"].get("args") {
        Some(args) => args[place].as_str().unwrap(),
        None => text(&row["input"], ["app_id", "app_certificate"][place]),
    }
}

#[test]
fn every_vector_is_inspected_with_its_fields() {
    for row in token_objects() {
        let input = &row["input"];
        let inspection = inspect(text(&row, "token")).unwrap();
        assert_eq!(inspection.app_id, text(input, "app_id"));
        assert_eq!(inspection.salt, number::<u32>(&input["salt"]));
        let issued_at = i64::from(number::<u32>(&input["issue_ts"]));
        assert_eq!(inspection.issued_at, issued_at);
        assert!(!inspection.issued_at_assumed);
        let end = issued_at + i64::from(number::<u32>(&input["expire"]));
        assert_eq!(inspection.expires_at, end);
        assert_eq!(inspection.signature, text(&row, "signature_hex"));
        let mut services: Vec<_> = input["services"].as_array().unwrap().iter().collect();
        services.sort_by_key(|service| service["type"].as_u64());
        assert_eq!(inspection.services.len(), services.len());
        for (shown, given) in inspection.services.iter().zip(services) {
            assert_eq!(shown.number, number::<u16>(&given["type"]));
            let mut given: Vec<_> = privileges(given)
                .into_iter()
                .map(|(number, value)| {
                    (number, if value == 0 { end } else { issued_at + i64::from(value) })
                })
                .collect();
            given.sort_unstable();
            let shown: Vec<_> =
                shown.privileges.iter().map(|shown| (shown.number, shown.expires_at)).collect();
            assert_eq!(shown, given, "{}", row["id"]);
        }
    }
}

#[test]
fn every_vector_proves_its_signature() {
    for row in vectors() {
        let app = App::new(text_of(&row, 0), text_of(&row, 1)).unwrap();
        let anyone = Expectation::new(UNCHECKED, UNCHECKED).at(0);
        let report = app.verify(text(&row, "token"), &anyone).unwrap();
        assert_eq!(report.signature, SignatureState::Valid, "{}: {report:#?}", row["id"]);
        assert_eq!(report.certificate.unwrap().as_str(), "primary");

        let other = App::new(text_of(&row, 0), OTHER_CERTIFICATE).unwrap();
        let report = other.verify(text(&row, "token"), &anyone).unwrap();
        assert_eq!(report.signature, SignatureState::Mismatch, "{}", row["id"]);
    }
}

#[test]
fn tokens_that_were_compressed_in_any_way_are_read_and_proven() {
    let vectors = vectors();
    let streams = rows("zlib_streams.json", "streams");
    assert_eq!(streams.len(), 57);
    for stream in streams {
        let row = vectors.iter().find(|row| row["id"] == stream["payload_of"]).unwrap();
        let (input, token) = (&row["input"], text(&stream, "token"));
        assert_eq!(inspect(token), inspect(text(row, "token")), "{}", stream["makers"]);
        let app = App::new(text(input, "app_id"), text(input, "app_certificate")).unwrap();
        let report = app.verify(token, &Expectation::new(UNCHECKED, UNCHECKED)).unwrap();
        assert_eq!(report.signature, SignatureState::Valid, "{}", stream["makers"]);
    }
}
