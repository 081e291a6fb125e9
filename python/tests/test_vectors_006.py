"""The tokens on which independent implementations agreed."""

from __future__ import annotations

from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, rows_of

import dynakey
from dynakey import AccessToken, RtcTokenBuilder, RtmTokenBuilder

ROWS = rows_of("vectors_006.json", "vectors")
BUILDERS: dict[str, Callable[..., str]] = {
    "rtc_uid": RtcTokenBuilder.buildTokenWithUid,
    "rtc_account": RtcTokenBuilder.buildTokenWithAccount,
    "rtm": RtmTokenBuilder.buildToken,
}


def of_kind(kind: str, *, rejected: bool = False) -> list[dict[str, Any]]:
    return [row for row in ROWS if row["kind"] == kind and ("we_reject" in row) == rejected]


def test_no_row_is_left_out() -> None:
    assert len(ROWS) == 149
    counts = [len(of_kind("access_token")), len(of_kind("builder"))]
    assert [*counts, len(of_kind("builder", rejected=True))] == [123, 13, 13]


@pytest.mark.parametrize("row", of_kind("access_token"), ids=lambda row: row["id"])
def test_the_token_object_gives_every_vector(row: dict[str, Any]) -> None:
    fields = row["input"]
    token = AccessToken(
        fields["app_id"], fields["app_certificate"], fields["channel"], fields["uid"]
    )
    token.salt = fields["salt"]
    token.ts = fields["ts"]
    for privilege, end in fields["privileges"]:
        token.messages[privilege] = end
    assert token.build() == row["token"]
    assert token.build() == row["token"], "building again gives the same"

    read = AccessToken()
    assert read.fromString(row["token"])
    assert (read.appID, read.salt, read.ts) == (fields["app_id"], fields["salt"], fields["ts"])
    assert read.messages == dict(fields["privileges"])


@pytest.mark.parametrize("row", of_kind("builder"), ids=lambda row: row["id"])
def test_the_builders_give_the_fields_of_every_vector(row: dict[str, Any]) -> None:
    args = row["input"]["args"]
    built = AccessToken()
    assert built.fromString(BUILDERS[row["op"]](*args))

    channel, user = (args[2], args[3]) if row["op"] != "rtm" else (args[2], "")
    token = AccessToken(args[0], args[1], channel, user)
    token.messages = built.messages
    token.salt = row["input"]["salt"]
    token.ts = row["input"]["now"] + 86400
    assert token.build() == row["token"]


@pytest.mark.parametrize("row", of_kind("builder", rejected=True), ids=lambda row: row["id"])
def test_what_we_reject_gives_its_code(row: dict[str, Any]) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        BUILDERS[row["op"]](*row["input"]["args"])
    assert caught.value.code == row["we_reject"]
    assert APP_CERTIFICATE not in repr(caught.value)
