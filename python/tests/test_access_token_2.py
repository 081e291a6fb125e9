"""The token object of version 007 and its services."""

from __future__ import annotations

import copy
import pickle
import struct
import time
from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, APP_ID, codes
from reference_007 import is_signed, payload, signed, token_of

import dynakey
from dynakey import (
    AccessToken2,
    Permissions,
    ServiceChat,
    ServiceRtc,
    ServiceRtm,
    ServiceRtm2,
)


def token_with(*services: dynakey.Service) -> AccessToken2:
    token = AccessToken2(APP_ID, APP_CERTIFICATE, 0, 600)
    for service in services:
        token.add_service(service)
    return token


def read(text: str) -> AccessToken2:
    token = AccessToken2("", APP_CERTIFICATE)
    assert token.from_string(text)
    return token


def test_a_fresh_object_has_the_defaults_of_the_reference() -> None:
    token, other = AccessToken2(), AccessToken2()
    assert (token.app_id, token.expire, token.services) == ("", 900, [])
    assert abs(token.issue_ts - time.time()) < 5
    assert token.salt != other.salt
    assert AccessToken2(APP_ID, APP_CERTIFICATE, 1111111, 0).issue_ts == 1111111


def test_all_attributes_are_live() -> None:
    service = ServiceRtc("room", 42)
    token = token_with(service)
    live = token.services
    first = token.build()
    assert first == token.build(), "building again gives the same"

    live.append(ServiceRtm("ann"))
    service.channel_name = "another"
    service.privileges[ServiceRtc.kPrivilegeJoinChannel] = 60
    token.expire = 700
    assert live is token.services
    built = read(token.build())
    assert (built.expire, built.salt) == (700, token.salt)
    rtc, rtm = built.services
    assert rtc == service_as_read("another", "42", {1: 60})
    assert rtm == ServiceRtm("ann")
    assert read(first).services == [service_as_read("room", "42", {})]


def service_as_read(channel: str, uid: str, privileges: dict[int, int]) -> ServiceRtc:
    service = ServiceRtc(channel, uid)
    service.privileges = privileges
    return service


def test_services_are_sorted_and_those_of_one_type_keep_their_order() -> None:
    token = token_with(ServiceChat("c"), ServiceRtc("b", 1), ServiceRtm("r"), ServiceRtc("a", 2))
    assert [each.service_type() for each in token.services] == [5, 1, 2, 1], "as they were added"
    built = read(token.build())
    assert [each.service_type() for each in built.services] == [1, 1, 2, 5]
    rtc = built.get_services(ServiceRtc.kServiceType)
    assert rtc == [ServiceRtc("b", "1"), ServiceRtc("a", "2")]
    assert built.get_services(8) == []


def test_what_cannot_be_read_clears_the_token_object(app: dynakey.App) -> None:
    token = read(token_with(ServiceRtc("room", 42)).build())
    assert token.verify_signature(APP_CERTIFICATE)
    nothing: Any = None
    of_006 = app.rtc_token("room", 42, version="006")
    for unreadable in ("garbage", "007", "", "\ud800", nothing, of_006):
        assert not token.from_string(unreadable)
        assert (token.app_id, token.issue_ts, token.expire, token.salt) == ("", 0, 0, 0)
        assert token.services == []
        assert not token.verify_signature(APP_CERTIFICATE)


def test_no_text_but_the_certificate_verifies() -> None:
    token = read(token_with(ServiceRtc("room", 42)).build())
    wrong: list[Any] = ["", "\ud800", None, 5, APP_CERTIFICATE.lower(), APP_CERTIFICATE + "0"]
    for certificate in wrong:
        assert not token.verify_signature(certificate)
    assert not AccessToken2(APP_ID, APP_CERTIFICATE).verify_signature(APP_CERTIFICATE)


def test_permissions_are_added_read_and_compared() -> None:
    permissions = ServiceRtm2.Permissions().add(4, 1, ["b", "a"]).add(0, 0, ("news", ""))
    permissions.add(Permissions.MESSAGE_CHANNELS, Permissions.READ, [])
    assert list(permissions) == [(0, 0, []), (4, 1, ["b", "a"])]
    assert repr(permissions) == 'Permissions([(0, 0, []), (4, 1, ["b", "a"])])'
    assert permissions == Permissions().add(0, 0, []).add(4, 1, ["b", "a"])
    assert permissions != Permissions()

    text = token_with(ServiceRtm2("ann", permissions)).build()
    assert read(text).services == [ServiceRtm2("ann", permissions)]
    (service,) = dynakey.inspect(text).services
    assert [(each.resource, each.permission, each.names) for each in service.permissions] == [
        ("message_channels", "read", []),
        ("users", "write", ["b", "a"]),
    ]
    assert "resource_number=4, permission_number=1" in repr(service.permissions[1])
    assert read(token_with(ServiceRtm2("ann")).build()).services == [
        ServiceRtm2("ann", Permissions())
    ]


@pytest.mark.parametrize("again", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_services_and_permissions_may_be_copied(again: Callable[[Any], Any]) -> None:
    service = ServiceRtm2("ann", Permissions().add(4, 1, ["b", "a"]))
    service.add_privilege(ServiceRtm2.kPrivilegeLogin, 600)
    copied = again(service)
    assert copied == service
    assert copied.permissions is not service.permissions


def test_a_text_is_no_list_of_names() -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        Permissions().add(0, 0, "news")
    assert (caught.value.code, caught.value.argument) == ("invalid_text", "names")


def test_a_failed_add_leaves_the_permissions_as_they_were() -> None:
    permissions = Permissions().add(0, 0, ["news"])
    with pytest.raises(dynakey.InvalidInputError):
        permissions.add(0, 65536, ["news"])
    assert list(permissions) == [(0, 0, ["news"])]


@pytest.mark.parametrize(
    "odd", [None, 5, "rtc", dynakey.Service, ServiceRtc, dynakey.Rtc("room", 42)]
)
def test_what_is_no_service_is_a_type_error(odd: Any) -> None:
    with pytest.raises(TypeError, match="ServiceRtc"):
        token_with(odd).build()


def test_attributes_of_another_kind_are_type_errors() -> None:
    privileges, permissions, services = ServiceRtc("room", 42), ServiceRtm2("ann"), token_with()
    privileges.privileges = [1]  # type: ignore[assignment]
    permissions.permissions = {}  # type: ignore[assignment]
    for service in (privileges, permissions):
        with pytest.raises(TypeError):
            token_with(service).build()
    with pytest.raises(TypeError):
        services.services = (privileges,)  # type: ignore[assignment]


def test_a_service_that_is_not_known_ends_the_reading_and_is_warned_of(app: dynakey.App) -> None:
    service = ServiceRtc("room", 42)
    service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600)
    signing_info = bytearray(payload(token_with(service).build())[34:])
    signing_info[46:48] = struct.pack("<H", 2)
    signing_info += struct.pack("<HHH", 99, 0, 1) + b"x"
    text = token_of(signed(bytes(signing_info), APP_CERTIFICATE))
    assert is_signed(text, APP_CERTIFICATE)

    token = read(text)
    assert [each.service_type() for each in token.services] == [1]
    assert token.verify_signature(APP_CERTIFICATE)
    assert dynakey.inspect(text).unknown_service == 99
    report = app.verify(text, channel="room", user=42)
    assert report.ok
    assert "unknown_service" in codes(report.findings)


def test_the_object_prints_its_parts() -> None:
    token = token_with(ServiceRtm("ann"))
    token.issue_ts, token.salt = 1111111, 1
    assert repr(token) == (
        f"AccessToken2(app_id='{APP_ID}', issue_ts=1111111, expire=600, salt=1, "
        "services=[ServiceRtm(privileges={}, user_id='ann')])"
    )
