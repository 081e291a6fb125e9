"""Every mistake of the shared table has its code and its argument."""

from __future__ import annotations

import json
import math
from typing import Any, Callable

import calls_007
import pytest
from calls_007 import sample_app
from conftest import APP_CERTIFICATE, rows_of

import dynakey
from dynakey import AccessToken, RtcTokenBuilder, RtmTokenBuilder

CASES = [
    case
    for file in ("bad_inputs.json", "bad_inputs_007.json")
    for case in rows_of(file, "cases")
    # Python's texts can't be invalid UTF-8.
    if "invalid_utf8" not in json.dumps(case["args"])
    # To Python's `verify` a service of None is one that is not said.
    if case["args"].get("service", "") is not None
]
WORDS = {
    "nan": math.nan,
    "inf": math.inf,
    "-inf": -math.inf,
    "lone_surrogate": "a\ud800b",
    "any_user": dynakey.ANY_USER,
    "any_channel": dynakey.ANY_CHANNEL,
}


def value(given: Any) -> Any:
    if isinstance(given, list):
        return [value(item) for item in given]
    if not isinstance(given, dict):
        return given
    if "$" not in given:
        return {name: value(item) for name, item in given.items()}
    if given["$"] == "repeat":
        return given["text"] * given["times"]
    return WORDS[given["$"]]


def access_token(salt: Any, ts: Any, messages: list[Any], **fields: Any) -> str:
    token = AccessToken(
        fields["app_id"], fields["app_certificate"], fields["channel_name"], fields["uid"]
    )
    token.salt = salt
    token.ts = ts
    for privilege, end in messages:
        token.addPrivilege(privilege, end)
    return token.build()


CALLS: dict[str, Callable[..., Any]] = {
    "rtc_uid": lambda **args: RtcTokenBuilder.buildTokenWithUid(*args.values()),
    "rtc_account": lambda **args: RtcTokenBuilder.buildTokenWithAccount(*args.values()),
    "rtm": lambda **args: RtmTokenBuilder.buildToken(*args.values()),
    "access_token": access_token,
    "app": dynakey.App,
    "app_rtc": lambda **args: sample_app().rtc_token(**args),
    "app_rtcs": lambda **args: sample_app().rtc_tokens(**args),
    "app_rtm": lambda **args: sample_app().rtm_token(**args),
    "inspect": dynakey.inspect,
    "verify": lambda **args: sample_app().verify(**args),
    **calls_007.CALLS,
}


def test_no_case_is_left_out() -> None:
    assert len(CASES) == 542 + 708


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_mistake_has_its_code_and_argument(case: dict[str, Any]) -> None:
    args = {name: value(given) for name, given in case["args"].items()}
    with pytest.raises(dynakey.DynakeyError) as caught:
        CALLS[case["call"]](**args)
    error = caught.value
    assert (error.code, error.argument) == (case["code"], case["argument"]), error
    assert error.index == case.get("index")
    assert error.hint
    assert str(error).startswith(f"{error.code}: ")
    assert isinstance(error, ValueError)
    assert APP_CERTIFICATE not in f"{error!r} {error} {error.hint} {error.__dict__}"
