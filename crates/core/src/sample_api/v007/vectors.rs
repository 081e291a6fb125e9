//! The builders give the tokens on which independent implementations agreed, at a fixed time and
//! with a fixed salt, which nothing outside this crate can set.

use serde_json::Value;

use super::rtc_token_builder_2::{
    PrivilegeExpiries, RtcUser, rtc, rtc_and_privilege, rtc_with_rtm, rtc_with_rtm2,
};
use super::{apaas_token_builder, chat_token_builder_2, fpa_token_builder, rtm_token_builder_2};
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::v007::Permissions;

fn input(value: &Value) -> Input<'_> {
    match value {
        Value::String(text) => text.as_str().into(),
        Value::Array(_) => Input::Other("a list"),
        other => other.as_i64().unwrap().into(),
    }
}

fn permissions(rows: &Value) -> Permissions {
    rows.as_array().unwrap().iter().fold(Permissions::new(), |permissions, row| {
        let names = row[2].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        permissions.add(input(&row[0]), input(&row[1]), names).unwrap()
    })
}

fn build(row: &Value, issue: Issue) -> Result<String> {
    let values = row["input"]["args"].as_array().unwrap();
    let args: Vec<_> = values.iter().map(input).collect();
    let (id, certificate) = (args[0], args[1]);
    match (row["op"].as_str().unwrap(), &args[2..]) {
        ("rtc_uid", [channel, uid, role, expire, privilege]) => {
            rtc(id, certificate, *channel, RtcUser::Uid(*uid), *role, *expire, *privilege)?
                .build(issue)
        }
        ("rtc_account", [channel, account, role, expire, privilege]) => {
            rtc(id, certificate, *channel, RtcUser::Account(*account), *role, *expire, *privilege)?
                .build(issue)
        }
        (op @ ("rtc_uid_priv" | "rtc_account_priv"), [channel, user, expire, rest @ ..]) => {
            let user =
                if op == "rtc_uid_priv" { RtcUser::Uid(*user) } else { RtcUser::Account(*user) };
            rtc_and_privilege(id, certificate, *channel, user, *expire, expiries(rest))?
                .build(issue)
        }
        ("rtc_rtm", [channel, account, role, expire, privilege]) => {
            rtc_with_rtm(id, certificate, *channel, *account, *role, *expire, *privilege)?
                .build(issue)
        }
        ("rtc_rtm2", [channel, account, role, expire, rest @ .., user, rtm_expire]) => {
            rtc_with_rtm2(
                id,
                certificate,
                *channel,
                *account,
                *role,
                *expire,
                expiries(rest),
                *user,
                *rtm_expire,
            )?
            .build(issue)
        }
        ("rtm", [user, expire]) => {
            rtm_token_builder_2::rtm(id, certificate, *user, *expire)?.build(issue)
        }
        ("rtm_perm", [user, _, expire]) => {
            let permissions = permissions(&values[3]);
            rtm_token_builder_2::rtm_with_permissions(
                id,
                certificate,
                *user,
                &permissions,
                *expire,
            )?
            .build(issue)
        }
        ("chat_user", [user, expire]) => {
            chat_token_builder_2::chat_user(id, certificate, *user, *expire)?.build(issue)
        }
        ("chat_app", [expire]) => {
            chat_token_builder_2::chat_app(id, certificate, *expire)?.build(issue)
        }
        ("fpa", []) => fpa_token_builder::fpa(id, certificate)?.build(issue),
        ("apaas_user" | "edu_user", [user, expire]) => {
            apaas_token_builder::apaas_user(id, certificate, *user, *expire)?.build(issue)
        }
        ("apaas_app" | "edu_app", [expire]) => {
            apaas_token_builder::apaas_app(id, certificate, *expire)?.build(issue)
        }
        (op, _) => panic!("unknown op: {op}"),
    }
}

fn expiries<'a>(values: &[Input<'a>]) -> PrivilegeExpiries<'a> {
    let [join_channel, pub_audio, pub_video, pub_data_stream] = *values else { panic!("four") };
    PrivilegeExpiries { join_channel, pub_audio, pub_video, pub_data_stream }
}

#[test]
fn the_builders_give_every_vector() {
    let document = include_str!("../../../../../testdata/vectors_007.json");
    let document: Value = serde_json::from_str(document).unwrap();
    let (mut built, mut refused) = (0, 0);
    for row in document["vectors"].as_array().unwrap() {
        if row["kind"] != "builder" {
            continue;
        }
        let number = |field: &str| u32::try_from(row["input"][field].as_u64().unwrap()).unwrap();
        let token = build(row, Issue { ts: number("now"), salt: number("salt") });
        if let Some(code) = row.get("we_reject") {
            assert_eq!(token.unwrap_err().code().as_str(), code, "{}", row["id"]);
            refused += 1;
        } else {
            assert_eq!(token.unwrap(), row["token"], "{}", row["id"]);
            built += 1;
        }
    }
    assert_eq!((built, refused), (21, 4));
}
