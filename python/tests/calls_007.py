"""The calls of the table of mistakes that only version 007 has."""

from __future__ import annotations

from typing import Any, Callable

from conftest import APP_CERTIFICATE, APP_ID

import dynakey
from dynakey import (
    AccessToken2,
    ApaasTokenBuilder,
    ChatTokenBuilder2,
    ConvoAITokenBuilder,
    FpaTokenBuilder,
    Permissions,
    RtcTokenBuilder2,
    RtmTokenBuilder2,
    SttTokenBuilder,
)

# The names of a row's fields, in the order of the class.
SERVICES: dict[int, tuple[Callable[..., dynakey.Service], list[str]]] = {
    1: (dynakey.ServiceRtc, ["channel", "user"]),
    2: (dynakey.ServiceRtm, ["user"]),
    3: (dynakey.ServiceStreaming, ["channel", "user"]),
    5: (dynakey.ServiceChat, ["user"]),
    6: (dynakey.ServiceFCdn, ["channel", "user"]),
    7: (dynakey.ServiceApaas, ["channel", "user", "role"]),
    8: (dynakey.ServiceRtm2, ["user"]),
}
GRANTS: dict[str, Callable[..., dynakey.Grant]] = {
    "rtc": dynakey.Rtc,
    "rtm": dynakey.Rtm,
    "rtm2": lambda user: dynakey.Rtm2(user, Permissions()),
    "chat_user": dynakey.ChatUser,
    "apaas_user": dynakey.ApaasUser,
    "apaas_room": dynakey.ApaasRoom,
    "streaming": dynakey.Streaming,
    "fcdn": dynakey.FCdn,
}


def access_token2(salt: Any, services: list[Any], **fields: Any) -> str:
    token = AccessToken2(**fields)
    token.salt = salt
    for row in services:
        kind, names = SERVICES[row["type"]]
        service = kind(*(row[name] for name in names))
        for privilege, expire in row["privileges"]:
            service.add_privilege(privilege, expire)
        token.add_service(service)
    return token.build()


def rtm2_permissions(permissions: list[Any], **args: Any) -> str:
    permitted = Permissions()
    for resource, permission, names in permissions:
        permitted.add(resource, permission, names)
    return RtmTokenBuilder2.build_token_with_permissions(permissions=permitted, **args)


def app_token(services: list[Any], ttl: Any) -> str:
    grants = []
    for row in services:
        fields = dict(row)
        grants.append(GRANTS[fields.pop("service")](**fields))
    return sample_app().token(grants, ttl=ttl)


def sample_app() -> dynakey.App:
    return dynakey.App(APP_ID, APP_CERTIFICATE)


CALLS: dict[str, Callable[..., Any]] = {
    "rtc2_uid": RtcTokenBuilder2.build_token_with_uid,
    "rtc2_account": RtcTokenBuilder2.build_token_with_user_account,
    "rtc2_uid_privilege": RtcTokenBuilder2.build_token_with_uid_and_privilege,
    "rtc2_account_privilege": RtcTokenBuilder2.build_token_with_user_account_and_privilege,
    "rtc2_rtm": RtcTokenBuilder2.build_token_with_rtm,
    "rtc2_rtm2": RtcTokenBuilder2.build_token_with_rtm2,
    "convo_ai": ConvoAITokenBuilder.build_token,
    "stt": SttTokenBuilder.build_token,
    "rtm2": RtmTokenBuilder2.build_token,
    "rtm2_permissions": rtm2_permissions,
    "chat2_user": ChatTokenBuilder2.build_user_token,
    "chat2_app": ChatTokenBuilder2.build_app_token,
    "fpa2": FpaTokenBuilder.build_token,
    "apaas2_room": ApaasTokenBuilder.build_room_user_token,
    "apaas2_user": ApaasTokenBuilder.build_user_token,
    "apaas2_app": ApaasTokenBuilder.build_app_token,
    "access_token2": access_token2,
    "app_chat_user": lambda **args: sample_app().chat_user_token(**args),
    "app_chat_app": lambda **args: sample_app().chat_app_token(**args),
    "app_apaas_room": lambda **args: sample_app().apaas_room_token(**args),
    "app_apaas_user": lambda **args: sample_app().apaas_user_token(**args),
    "app_apaas_app": lambda **args: sample_app().apaas_app_token(**args),
    "app_token": app_token,
}
