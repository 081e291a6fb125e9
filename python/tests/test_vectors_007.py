"""The version 007 tokens on which independent implementations agreed."""

from __future__ import annotations

from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, OTHER_CERTIFICATE, rows_of
from reference_007 import payload

import dynakey
from dynakey import (
    AccessToken2,
    ApaasTokenBuilder,
    ChatTokenBuilder2,
    EducationTokenBuilder2,
    FpaTokenBuilder,
    Permissions,
    RtcTokenBuilder2,
    RtmTokenBuilder2,
    Service,
)

ROWS = rows_of("vectors_007.json", "vectors")


def permissions_of(rows: list[Any]) -> Permissions:
    permissions = Permissions()
    for resource, permission, names in rows:
        permissions.add(resource, permission, names)
    return permissions


BUILDERS: dict[str, Callable[..., str]] = {
    "rtc_uid": RtcTokenBuilder2.build_token_with_uid,
    "rtc_account": RtcTokenBuilder2.build_token_with_user_account,
    "rtc_uid_priv": RtcTokenBuilder2.build_token_with_uid_and_privilege,
    "rtc_account_priv": RtcTokenBuilder2.build_token_with_user_account_and_privilege,
    "rtc_rtm": RtcTokenBuilder2.build_token_with_rtm,
    "rtc_rtm2": RtcTokenBuilder2.build_token_with_rtm2,
    "rtm": RtmTokenBuilder2.build_token,
    "rtm_perm": lambda app_id, certificate, user, permissions, expire: (
        RtmTokenBuilder2.build_token_with_permissions(
            app_id, certificate, user, permissions_of(permissions), expire
        )
    ),
    "chat_user": ChatTokenBuilder2.build_user_token,
    "chat_app": ChatTokenBuilder2.build_app_token,
    "fpa": FpaTokenBuilder.build_token,
    "apaas_user": ApaasTokenBuilder.build_user_token,
    "apaas_app": ApaasTokenBuilder.build_app_token,
    "edu_user": EducationTokenBuilder2.build_user_token,
    "edu_app": EducationTokenBuilder2.build_app_token,
}


def account(row: dict[str, Any]) -> str:
    """The user as text, where the reference also takes a number."""
    return "" if row["b"] == 0 else str(row["b"])


SERVICES: dict[int, Callable[[dict[str, Any]], Service]] = {
    1: lambda row: dynakey.ServiceRtc(row["a"], row["b"]),
    2: lambda row: dynakey.ServiceRtm(row["a"]),
    3: lambda row: dynakey.ServiceStreaming(row["a"], account(row)),
    4: lambda row: dynakey.ServiceFpa(),
    5: lambda row: dynakey.ServiceChat(row["a"]),
    6: lambda row: dynakey.ServiceFCdn(row["a"], account(row)),
    7: lambda row: dynakey.ServiceApaas(row["a"], row["b"], row["role"]),
    8: lambda row: dynakey.ServiceRtm2(row["a"], permissions_of(row["permissions"])),
    9: lambda row: dynakey.ServiceConvoAI(),
    10: lambda row: dynakey.ServiceStt(),
}


def service_of(row: dict[str, Any]) -> Service:
    service = SERVICES[row["type"]](row)
    for privilege, expire in row["privileges"]:
        service.add_privilege(privilege, expire)
    return service


def as_read(service: Service) -> Service:
    """The service with its user as the text that a token holds."""
    if isinstance(service, dynakey.ServiceRtc):
        service.uid = "" if service.uid == 0 else str(service.uid)
    return service


def of_kind(kind: str, *, rejected: bool = False) -> list[dict[str, Any]]:
    return [row for row in ROWS if row["kind"] == kind and ("we_reject" in row) == rejected]


def test_no_row_is_left_out() -> None:
    assert len(ROWS) == 96
    counts = [len(of_kind("access_token2")), len(of_kind("builder"))]
    assert [*counts, len(of_kind("builder", rejected=True))] == [71, 21, 4]


@pytest.mark.parametrize("row", of_kind("access_token2"), ids=lambda row: row["id"])
def test_the_token_object_gives_every_vector(row: dict[str, Any]) -> None:
    fields = row["input"]
    token = AccessToken2(
        fields["app_id"], fields["app_certificate"], fields["issue_ts"], fields["expire"]
    )
    token.salt = fields["salt"]
    for service in fields["services"]:
        token.add_service(service_of(service))
    assert token.build() == row["token"]
    assert token.build() == row["token"], "building again gives the same"


@pytest.mark.parametrize("text", ["token", "token_node20_chromium_zlib"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_vector_is_read_and_verified(row: dict[str, Any], text: str) -> None:
    fields = row["input"]
    certificate = fields["app_certificate"] if "app_certificate" in fields else fields["args"][1]
    read = AccessToken2("", certificate)
    assert read.from_string(row[text])
    assert read.verify_signature(certificate)
    assert not read.verify_signature(OTHER_CERTIFICATE)
    inspected = dynakey.inspect(row[text])
    assert inspected.signature == row["signature_hex"]
    assert (inspected.unknown_service, inspected.trailing_bytes) == (None, 0)
    if row["kind"] == "access_token2":
        assert (read.app_id, read.issue_ts, read.expire, read.salt) == tuple(
            fields[name] for name in ("app_id", "issue_ts", "expire", "salt")
        )
        services = [as_read(service_of(service)) for service in fields["services"]]
        assert read.services == sorted(services, key=Service.service_type)
    assert payload(read.build()).hex() == row["payload_hex"], "building again what was read"


@pytest.mark.parametrize("row", of_kind("builder"), ids=lambda row: row["id"])
def test_the_builders_give_the_fields_of_every_vector(row: dict[str, Any]) -> None:
    args = row["input"]["args"]
    token = AccessToken2("", args[1])
    assert token.from_string(BUILDERS[row["op"]](*args))
    token.issue_ts = row["input"]["now"]
    token.salt = row["input"]["salt"]
    assert token.build() == row["token"]


@pytest.mark.parametrize("row", of_kind("builder", rejected=True), ids=lambda row: row["id"])
def test_what_we_reject_gives_its_code(row: dict[str, Any]) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        BUILDERS[row["op"]](*row["input"]["args"])
    assert caught.value.code == row["we_reject"]
    assert APP_CERTIFICATE not in repr(caught.value)
