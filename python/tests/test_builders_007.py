"""The builders of version 007 for which no independent implementation gave tokens."""

from __future__ import annotations

import hashlib
from typing import Callable

import pytest
from conftest import APP_CERTIFICATE, APP_ID
from reference_007 import is_signed

import dynakey
from dynakey import (
    AccessToken2,
    ApaasTokenBuilder,
    ConvoAITokenBuilder,
    EducationTokenBuilder2,
    Role_Publisher,
    Role_Subscriber,
    RtcTokenBuilder2,
    Service,
    ServiceApaas,
    ServiceChat,
    ServiceConvoAI,
    ServiceRtc,
    ServiceRtm,
    ServiceStt,
    SttTokenBuilder,
)


def services_of(text: str, expire: int) -> list[Service]:
    assert is_signed(text, APP_CERTIFICATE)
    token = AccessToken2()
    assert token.from_string(text)
    assert (token.app_id, token.expire) == (APP_ID, expire)
    return token.services


def granting(service: Service, privileges: dict[int, int]) -> Service:
    service.privileges = privileges
    return service


@pytest.mark.parametrize("builder", [ApaasTokenBuilder, EducationTokenBuilder2])
@pytest.mark.parametrize("user", ["ann", "用户 / ☃", "u" * 300])
def test_a_room_s_user_gets_the_room_messaging_and_chat(
    builder: type[ApaasTokenBuilder], user: str
) -> None:
    text = builder.build_room_user_token(APP_ID, APP_CERTIFICATE, "room/1", user, -2, 600)
    chat_name = hashlib.md5(user.encode()).hexdigest()
    assert services_of(text, 600) == [
        granting(ServiceRtm(user), {1: 600}),
        granting(ServiceChat(chat_name), {1: 600}),
        granting(ServiceApaas("room/1", user, -2), {1: 600}),
    ]


@pytest.mark.parametrize(
    ("build", "service"),
    [
        (ConvoAITokenBuilder.build_token, ServiceConvoAI()),
        (SttTokenBuilder.build_token, ServiceStt()),
    ],
)
@pytest.mark.parametrize("role", [Role_Publisher, Role_Subscriber])
def test_convo_ai_and_stt_stand_beside_rtc_and_rtm(
    build: Callable[..., str], service: Service, role: int
) -> None:
    text = build(APP_ID, APP_CERTIFICATE, "room", "ann", role, 600, 1, 2, 3, 4, "ben", 700)
    privileges = {1: 1, 2: 2, 3: 3, 4: 4} if role == Role_Publisher else {1: 1}
    assert services_of(text, 600) == [
        granting(ServiceRtc("room", "ann"), privileges),
        granting(ServiceRtm("ben"), {1: 700}),
        service,
    ]


def test_the_defaults_last_as_long_as_the_token() -> None:
    text = RtcTokenBuilder2.build_token_with_uid(APP_ID, APP_CERTIFICATE, "*", 0, 2, 600)
    assert services_of(text, 600) == [granting(ServiceRtc("*", ""), {1: 0})]
    text = dynakey.RtmTokenBuilder2.build_token_with_permissions(
        APP_ID, APP_CERTIFICATE, "ann", dynakey.Permissions()
    )
    assert services_of(text, 0)[0].privileges == {1: 0}


def test_builders_take_keywords_and_may_be_taken_as_values() -> None:
    build = RtcTokenBuilder2.build_token_with_user_account
    text = build(
        app_id=APP_ID,
        app_certificate=APP_CERTIFICATE,
        channel_name="room",
        account="ann",
        role=dynakey.Role.PUBLISHER,
        token_expire=600,
        privilege_expire=60,
    )
    assert services_of(text, 600)[0].privileges == dict.fromkeys((1, 2, 3, 4), 60)


def test_a_time_is_no_duration() -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        RtcTokenBuilder2.build_token_with_uid(
            APP_ID, APP_CERTIFICATE, "room", 42, Role_Publisher, token_expire=1764000000
        )
    assert (caught.value.code, caught.value.argument) == ("expiry_not_a_duration", "token_expire")
