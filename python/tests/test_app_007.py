"""The app API's tokens of version 007."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, OTHER_CERTIFICATE, codes
from reference_007 import is_signed

import dynakey
from dynakey import ANY_CHANNEL, ANY_USER, UNCHECKED, App, Permissions, Role


def granted(text: str) -> list[tuple[str, str | None, str | None, list[str | None]]]:
    """Service, channel, user and the names of the privileges, of each service of a token."""
    return [
        (each.name, each.channel, each.user, [privilege.name for privilege in each.privileges])
        for each in dynakey.inspect(text).services
    ]


PUBLISHER = ["join_channel", "publish_audio", "publish_video", "publish_data"]


def test_version_007_is_the_default(app: App) -> None:
    text = app.rtc_token("room", 42, ttl=600)
    inspection = dynakey.inspect(text)
    assert (inspection.version, inspection.issued_at_assumed) == ("007", False)
    assert inspection.expires_at - inspection.issued_at == timedelta(minutes=10)
    assert (inspection.channel_crc, inspection.user_crc) == (None, None)
    assert granted(text) == [("rtc", "room", "42", PUBLISHER)]
    assert is_signed(text, APP_CERTIFICATE)
    report = app.verify(text, channel="room", user=42, privileges=["publish_audio"])
    assert (report.ok, report.findings) == (True, [])
    assert dynakey.check(text, channel="room", user=42).consistent


@pytest.mark.parametrize(
    ("make", "services"),
    [
        (lambda app: app.rtm_token("ann"), [("rtm", None, "ann", ["login"])]),
        (lambda app: app.chat_user_token("用户"), [("chat", None, "用户", ["user"])]),
        (lambda app: app.chat_app_token(), [("chat", None, "", ["app"])]),
        (lambda app: app.fpa_token(), [("fpa", None, None, ["login"])]),
        (lambda app: app.apaas_user_token("ann"), [("apaas", "", "ann", ["user"])]),
        (lambda app: app.apaas_app_token(), [("apaas", "", "", ["app"])]),
        (
            lambda app: app.apaas_room_token("room", "ann", role=1),
            [
                ("rtm", None, "ann", ["login"]),
                ("chat", None, hashlib.md5(b"ann").hexdigest(), ["user"]),
                ("apaas", "room", "ann", ["room_user"]),
            ],
        ),
    ],
)
def test_every_product_has_its_token(app: App, make: Callable[[App], str], services: Any) -> None:
    text = make(app)
    assert granted(text) == services
    assert is_signed(text, APP_CERTIFICATE)
    inspection = dynakey.inspect(text)
    lifetime = timedelta(days=1) if services[0][0] == "fpa" else timedelta(hours=1)
    assert inspection.expires_at - inspection.issued_at == lifetime


def test_an_apaas_room_is_verified_in_the_channel_s_place(app: App) -> None:
    text = app.apaas_room_token("room", "ann", role=2, ttl=timedelta(minutes=10))
    assert app.verify(text, channel="room", user="ann", service="apaas").ok
    assert app.verify(text, channel=UNCHECKED, user="ann", service="rtm").ok
    assert dynakey.inspect(text).services[2].role == 2


def test_any_channel_is_a_word_and_never_with_any_user(app: App) -> None:
    text = app.rtc_token(ANY_CHANNEL, 42)
    assert granted(text)[0][1] == "*"
    report = app.verify(text, channel=ANY_CHANNEL, user=42)
    assert (report.ok, codes(report.findings)) == (True, ["any_channel"])
    report = app.verify(text, channel="room", user=42)
    assert (report.ok, codes(report.findings)) == (False, ["channel_mismatch"])
    assert repr(ANY_CHANNEL) == "dynakey.ANY_CHANNEL"

    refused: list[tuple[Callable[[], Any], str]] = [
        (lambda: app.rtc_token("*", 42), "invalid_channel_name"),
        (lambda: app.rtc_token(ANY_CHANNEL, ANY_USER), "invalid_uid"),
        (lambda: app.rtc_tokens(ANY_CHANNEL, [1, ANY_USER]), "invalid_uid"),
        (lambda: app.rtc_token(ANY_CHANNEL, 42, version="006"), "invalid_channel_name"),
        (lambda: app.rtc_token("room", 42, ttl=86401), "ttl_out_of_range"),
    ]
    for call, code in refused:
        with pytest.raises(dynakey.InvalidInputError) as caught:
            call()
        assert caught.value.code == code


def test_a_batch_is_of_version_007_too(app: App) -> None:
    users: list[Any] = [1, "ann", ANY_USER, 4294967295]
    for user, text in zip(users, app.rtc_tokens("room", users, ttl=600)):
        assert text.startswith("007")
        assert is_signed(text, APP_CERTIFICATE)
        assert app.verify(text, channel="room", user=user).ok


GRANTS: list[tuple[dynakey.Grant, tuple[str, str | None, str | None, list[str]]]] = [
    (dynakey.Rtc("room", 42), ("rtc", "room", "42", PUBLISHER)),
    (dynakey.Rtc("room", ANY_USER, role="subscriber"), ("rtc", "room", "", ["join_channel"])),
    (dynakey.Rtm("ann"), ("rtm", None, "ann", ["login"])),
    (
        dynakey.Streaming(ANY_CHANNEL, "ann"),
        ("streaming", "*", "ann", ["publish_mixed_stream", "publish_raw_stream"]),
    ),
    (dynakey.Fpa(), ("fpa", None, None, ["login"])),
    (dynakey.ChatUser("ann"), ("chat", None, "ann", ["user"])),
    (dynakey.ChatApp(), ("chat", None, "", ["app"])),
    (dynakey.FCdn("room", 42), ("fcdn", "room", "42", ["publish", "play"])),
    (dynakey.FCdn("room", 42, role=Role.SUBSCRIBER), ("fcdn", "room", "42", ["play"])),
    (dynakey.ApaasRoom("room", "ann", 3), ("apaas", "room", "ann", ["room_user"])),
    (dynakey.ApaasUser("ann"), ("apaas", "", "ann", ["user"])),
    (dynakey.ApaasApp(), ("apaas", "", "", ["app"])),
    (dynakey.Rtm2("ann", Permissions().add(0, 0, ["news"])), ("rtm2", None, "ann", ["login"])),
    (dynakey.ConvoAI(), ("convo_ai", None, None, [])),
    (dynakey.Stt(), ("stt", None, None, [])),
]


@pytest.mark.parametrize(("grant", "service"), GRANTS, ids=lambda value: type(value).__name__)
def test_every_grant_opens_its_service(app: App, grant: dynakey.Grant, service: Any) -> None:
    assert granted(app.token([grant])) == [service]


def test_one_token_opens_several_services(app: App) -> None:
    text = app.token((grant for grant, _ in GRANTS), ttl=600)
    assert granted(text) == [service for _, service in GRANTS]
    assert is_signed(text, APP_CERTIFICATE)
    assert app.verify(text, channel="room", user=42).ok
    assert app.verify(text, channel=UNCHECKED, user="ann", service="chat").ok
    services = dynakey.inspect(text).services
    assert [each.role for each in services if each.name == "apaas"] == [3, -1, -1]
    assert services[12].permissions[0].names == ["news"]


def test_each_privilege_may_have_a_lifetime_of_its_own(app: App) -> None:
    text = app.token(
        [
            dynakey.Rtc("room", 42, ttl=1200, privileges={"publish_video": timedelta(minutes=1)}),
            dynakey.Rtc("room", 43, role=Role.SUBSCRIBER, privileges={2: 30}),
            dynakey.Rtm("ann"),
        ],
        ttl=timedelta(minutes=10),
    )
    token = dynakey.AccessToken2()
    assert token.from_string(text)
    assert token.expire == 600
    assert [service.privileges for service in token.services] == [
        {1: 1200, 2: 1200, 3: 60, 4: 1200},
        {1: 600, 2: 30},
        {1: 600},
    ]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        5,
        "rtc",
        dynakey.Rtc,
        dynakey.Grant(),
        ("room", 42),
        dynakey.ServiceRtc("room", 42),
        dynakey.Rtc("room", 42, privileges=["publish_audio"]),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_grant_is_a_type_error(app: App, odd: Any) -> None:
    with pytest.raises(TypeError):
        app.token([odd])


def test_a_grant_s_fields_are_told_apart_by_their_kind() -> None:
    assert dynakey.Rtc("room", 42) == dynakey.Rtc("room", 42)
    kinds: list[dynakey.Grant] = [dynakey.ChatUser("ann"), dynakey.ApaasUser("ann")]
    assert kinds[0] != kinds[1]
    assert len({dynakey.Fpa(), dynakey.Fpa(ttl=60), dynakey.Fpa()}) == 2
    assert repr(dynakey.Rtm("ann")) == "Rtm(user='ann', ttl=None, privileges=None)"
    with pytest.raises(AttributeError):
        dynakey.Rtm("ann").user = "ben"  # type: ignore[misc]


def test_a_duration_of_decades_is_told(app: App) -> None:
    token = dynakey.AccessToken2(app.app_id, APP_CERTIFICATE, 0, 1764000000)
    service = dynakey.ServiceRtc("room", 42)
    service.add_privilege(dynakey.ServiceRtc.kPrivilegeJoinChannel, 0)
    token.add_service(service)
    report = app.verify(token.build(), channel="room", user=42)
    assert report.ok
    assert "expiry_looks_like_timestamp" in codes(report.findings)


def test_a_token_of_the_future_is_told(app: App) -> None:
    text = app.rtc_token("room", 42)
    issued_at = dynakey.inspect(text).issued_at
    report = app.verify(text, channel="room", user=42, at=issued_at - timedelta(seconds=9))
    assert codes(report.findings) == ["issued_in_future"]
    early = issued_at - timedelta(seconds=9)
    assert app.verify(text, channel="room", user=42, at=early, leeway=9).ok


def test_only_the_bytes_that_came_are_verified(app: App) -> None:
    text = app.rtc_token("room", 42)
    other = dynakey.App(app.app_id, OTHER_CERTIFICATE)
    report = other.verify(text, channel="room", user=42)
    assert (report.ok, codes(report.findings)) == (False, ["signature_mismatch"])
    rotating = dynakey.App(app.app_id, OTHER_CERTIFICATE, secondary_certificate=APP_CERTIFICATE)
    assert rotating.verify(text, channel="room", user=42).certificate == "secondary"
