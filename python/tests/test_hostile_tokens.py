"""Tokens that an attacker, a bug or a bad copy may bring: each is told as what it is."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import codes, rows_of

import dynakey

ROWS = rows_of("hostile_tokens.json", "tokens")
EXPECTED: dict[str, Any] = {"channel": "room", "user": 42, "at": 1_700_000_010}


def text(token: Any) -> str:
    """A row's token, which may be told in parts."""
    if isinstance(token, list):
        return "".join(map(text, token))
    whole: str = token if isinstance(token, str) else token["text"] * token["times"]
    return whole


def test_no_row_is_left_out() -> None:
    assert len(ROWS) == 161


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_hostile_token_is_told_as_what_it_is(app: dynakey.App, row: dict[str, Any]) -> None:
    token = text(row["token"])
    report = app.verify(token, **EXPECTED)
    error = row.get("error")
    assert (report.ok, codes(report.findings)) == (row["ok"], row.get("findings", [error]))
    checked = dynakey.check(token, **EXPECTED)
    assert (checked.token is None) == (error is not None)
    if report.token is not None:
        assert dynakey.inspect(token).to_dict() == report.token.to_dict()
    if error is not None:
        with pytest.raises(dynakey.MalformedTokenError) as caught:
            dynakey.inspect(token)
        assert (caught.value.code, caught.value.argument) == (error, "token")
    assert dynakey.AccessToken().fromString(token) == (error is None and token[:3] == "006")
    assert dynakey.AccessToken2().from_string(token) == (error is None and token[:3] == "007")


@pytest.mark.parametrize("row", ROWS[:2], ids=lambda row: row["id"])
def test_a_changed_letter_is_an_error_or_the_very_same_token(
    app: dynakey.App, row: dict[str, Any]
) -> None:
    token = row["token"]
    held = dynakey.inspect(token).to_dict()
    for at, letter in enumerate(token):
        for other in {chr(ord(letter) ^ 1), chr(ord(letter) ^ 32), "A", "/", "\0", "é"} - {letter}:
            report = app.verify(token[:at] + other + token[at + 1 :], **EXPECTED)
            if report.ok:
                assert report.token is not None
                assert report.token.to_dict() == held
            else:
                assert any(finding.level == "error" for finding in report.findings)
