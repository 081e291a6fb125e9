//! The calls of the table that only version 007 has.

use std::borrow::Cow;

use dynakey::sample_api::{
    AccessToken2Fields, ApaasTokenBuilder, ChatTokenBuilder2, ConvoAITokenBuilder, FpaTokenBuilder,
    RtcTokenBuilder2, RtmTokenBuilder2, ServiceFields, SttTokenBuilder,
};
use dynakey::{Grant, Input, Permissions, Result, ServiceType, TokenOptions};
use serde_json::Value;

use crate::input;
use crate::support::app;

macro_rules! twelve {
    ($function:expr, $arg:ident) => {
        $function(
            $arg("app_id"),
            $arg("app_certificate"),
            $arg("channel_name"),
            $arg("rtc_account"),
            $arg("rtc_role"),
            $arg("rtc_token_expire"),
            $arg("join_channel_privilege_expire"),
            $arg("pub_audio_privilege_expire"),
            $arg("pub_video_privilege_expire"),
            $arg("pub_data_stream_privilege_expire"),
            $arg("rtm_user_id"),
            $arg("rtm_token_expire"),
        )
    };
}

pub(crate) fn call(name: &str, args: &Value) -> Result<()> {
    let arg = |argument: &str| input(&args[argument]);
    let (id, certificate) = (arg("app_id"), arg("app_certificate"));
    let options = TokenOptions::new().ttl(arg("ttl"));
    match name {
        "rtc2_uid" => RtcTokenBuilder2::build_token_with_uid(
            id,
            certificate,
            arg("channel_name"),
            arg("uid"),
            arg("role"),
            arg("token_expire"),
            arg("privilege_expire"),
        ),
        "rtc2_account" => RtcTokenBuilder2::build_token_with_user_account(
            id,
            certificate,
            arg("channel_name"),
            arg("account"),
            arg("role"),
            arg("token_expire"),
            arg("privilege_expire"),
        ),
        "rtc2_rtm" => RtcTokenBuilder2::build_token_with_rtm(
            id,
            certificate,
            arg("channel_name"),
            arg("account"),
            arg("role"),
            arg("token_expire"),
            arg("privilege_expire"),
        ),
        "rtc2_uid_privilege" => RtcTokenBuilder2::build_token_with_uid_and_privilege(
            id,
            certificate,
            arg("channel_name"),
            arg("uid"),
            arg("token_expire"),
            arg("join_channel_privilege_expire"),
            arg("pub_audio_privilege_expire"),
            arg("pub_video_privilege_expire"),
            arg("pub_data_stream_privilege_expire"),
        ),
        "rtc2_account_privilege" => RtcTokenBuilder2::build_token_with_user_account_and_privilege(
            id,
            certificate,
            arg("channel_name"),
            arg("account"),
            arg("token_expire"),
            arg("join_channel_privilege_expire"),
            arg("pub_audio_privilege_expire"),
            arg("pub_video_privilege_expire"),
            arg("pub_data_stream_privilege_expire"),
        ),
        "rtc2_rtm2" => twelve!(RtcTokenBuilder2::build_token_with_rtm2, arg),
        "convo_ai" => twelve!(ConvoAITokenBuilder::build_token, arg),
        "stt" => twelve!(SttTokenBuilder::build_token, arg),
        "rtm2" => RtmTokenBuilder2::build_token(id, certificate, arg("user_id"), arg("expire")),
        "rtm2_permissions" => permissions(&args["permissions"]).and_then(|permissions| {
            RtmTokenBuilder2::build_token_with_permissions(
                id,
                certificate,
                arg("user_id"),
                &permissions,
                arg("expire"),
            )
        }),
        "chat2_user" => {
            ChatTokenBuilder2::build_user_token(id, certificate, arg("user_id"), arg("expire"))
        }
        "chat2_app" => ChatTokenBuilder2::build_app_token(id, certificate, arg("expire")),
        "fpa2" => FpaTokenBuilder::build_token(id, certificate),
        "apaas2_room" => ApaasTokenBuilder::build_room_user_token(
            id,
            certificate,
            arg("room_uuid"),
            arg("user_uuid"),
            arg("role"),
            arg("expire"),
        ),
        "apaas2_user" => {
            ApaasTokenBuilder::build_user_token(id, certificate, arg("user_uuid"), arg("expire"))
        }
        "apaas2_app" => ApaasTokenBuilder::build_app_token(id, certificate, arg("expire")),
        "access_token2" => AccessToken2Fields {
            app_id: id,
            app_certificate: certificate,
            issue_ts: arg("issue_ts"),
            expire: arg("expire"),
            salt: arg("salt"),
        }
        .build(args["services"].as_array().unwrap().iter().map(|row| Ok(service(row)))),
        "app_chat_user" => app().chat_user_token(arg("user"), options),
        "app_chat_app" => app().chat_app_token(options),
        "app_apaas_room" => app().apaas_room_token(arg("room"), arg("user"), arg("role"), options),
        "app_apaas_user" => app().apaas_user_token(arg("user"), options),
        "app_apaas_app" => app().apaas_app_token(options),
        "app_token" => app().token(args["services"].as_array().unwrap().iter().map(grant), options),
        _ => panic!("unknown call: {name}"),
    }
    .map(drop)
}

fn permissions(rows: &Value) -> Result<Permissions> {
    rows.as_array().unwrap().iter().try_fold(Permissions::new(), |permissions, row| {
        permissions.add(
            input(&row[0]),
            input(&row[1]),
            row[2].as_array().unwrap().iter().map(input),
        )
    })
}

fn service(service: &Value) -> ServiceFields<'_> {
    let number = service["type"].as_u64().unwrap();
    ServiceFields {
        service_type: *ServiceType::ALL
            .iter()
            .find(|service| u64::from(service.number()) == number)
            .unwrap(),
        channel: input(&service["channel"]),
        user: input(&service["user"]),
        role: input(&service["role"]),
        permissions: Cow::Owned(Permissions::new()),
        privileges: service["privileges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|privilege| (input(&privilege[0]), input(&privilege[1])))
            .collect(),
    }
}

fn grant(service: &Value) -> Grant<'_> {
    let arg = |argument: &str| -> Input<'_> { input(&service[argument]) };
    let mut grant = match service["service"].as_str().unwrap() {
        "rtc" => Grant::rtc(arg("channel"), arg("user")),
        "rtm" => Grant::rtm(arg("user")),
        "rtm2" => Grant::rtm2(arg("user"), Permissions::new()),
        "chat_user" => Grant::chat_user(arg("user")),
        "apaas_user" => Grant::apaas_user(arg("user")),
        "apaas_room" => Grant::apaas_room(arg("room"), arg("user"), arg("role")),
        "streaming" => Grant::streaming(arg("channel"), arg("user")),
        "fcdn" => Grant::fcdn(arg("channel"), arg("user")),
        name => panic!("unknown service: {name}"),
    };
    if service["service"] != "apaas_room"
        && let Some(role) = service.get("role")
    {
        grant = grant.role(input(role));
    }
    if let Some(ttl) = service.get("ttl") {
        grant = grant.ttl(input(ttl));
    }
    for (name, ttl) in service.get("privileges").and_then(Value::as_object).into_iter().flatten() {
        grant = grant.privilege(name.as_str(), input(ttl));
    }
    grant
}
