//! The builders give the tokens on which independent implementations agreed, at a fixed time and
//! with a fixed salt, which nothing outside this crate can set.

use serde_json::Value;

use super::{rtc_token_builder, rtm_token_builder};
use crate::input::Input;

fn input(value: &Value) -> Input<'_> {
    match value {
        Value::String(text) => text.as_str().into(),
        other => other.as_i64().unwrap().into(),
    }
}

#[test]
fn the_builders_give_every_vector() {
    let document = include_str!("../../../../../testdata/vectors_006.json");
    let document: Value = serde_json::from_str(document).unwrap();
    let (mut built, mut refused) = (0, 0);
    for row in document["vectors"].as_array().unwrap() {
        if row["kind"] != "builder" {
            continue;
        }
        let args: Vec<_> = row["input"]["args"].as_array().unwrap().iter().map(input).collect();
        let number = |field: &str| u32::try_from(row["input"][field].as_u64().unwrap()).unwrap();
        let (ts, salt) = (number("now") + 86_400, number("salt"));
        let token = match (row["op"].as_str().unwrap(), &args[..]) {
            ("rtc_uid", [id, certificate, channel, uid, role, expires]) => {
                rtc_token_builder::Request::with_uid(
                    *id,
                    *certificate,
                    *channel,
                    *uid,
                    *role,
                    *expires,
                )
                .and_then(|request| request.build(ts, salt))
            }
            ("rtc_account", [id, certificate, channel, account, role, expires]) => {
                rtc_token_builder::Request::with_account(
                    *id,
                    *certificate,
                    *channel,
                    *account,
                    *role,
                    *expires,
                )
                .and_then(|request| request.build(ts, salt))
            }
            ("rtm", [id, certificate, account, role, expires]) => {
                rtm_token_builder::Request::new(*id, *certificate, *account, *role, *expires)
                    .and_then(|request| request.build(ts, salt))
            }
            (op, _) => panic!("unknown op: {op}"),
        };
        if let Some(code) = row.get("we_reject") {
            assert_eq!(token.unwrap_err().code().as_str(), code, "{}", row["id"]);
            refused += 1;
        } else {
            assert_eq!(token.unwrap(), row["token"], "{}", row["id"]);
            built += 1;
        }
    }
    assert_eq!((built, refused), (13, 13));
}
