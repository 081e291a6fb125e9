"""No error repeats a certificate, good or mistaken."""

from __future__ import annotations

import json
import pickle
import traceback
from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, APP_ID

import dynakey

MISTAKEN: list[Any] = [
    *(APP_CERTIFICATE[:at] + "g" + APP_CERTIFICATE[at + 1 :] for at in range(32)),
    APP_CERTIFICATE[1:],
    APP_CERTIFICATE[:31],
    APP_CERTIFICATE + "0",
    " " + APP_CERTIFICATE,
    APP_CERTIFICATE + "\0",
    APP_CERTIFICATE + "\ud800",
    APP_CERTIFICATE * 1000,
    APP_CERTIFICATE.encode(),
    [APP_CERTIFICATE],
    {"certificate": APP_CERTIFICATE},
]
CALLS: list[Callable[[Any], object]] = [
    lambda certificate: dynakey.App(APP_ID, certificate),
    lambda certificate: dynakey.App(APP_ID, APP_CERTIFICATE, secondary_certificate=certificate),
    lambda certificate: dynakey.RtcTokenBuilder.buildTokenWithUid(
        APP_ID, certificate, "room", 1, 1, 0
    ),
    lambda certificate: dynakey.RtcTokenBuilder2.build_token_with_uid(
        APP_ID, certificate, "room", 1, 1, 600
    ),
    lambda certificate: dynakey.RtmTokenBuilder.buildToken(APP_ID, certificate, "ann", 1, 0),
    lambda certificate: dynakey.AccessToken(APP_ID, certificate, "room", 1).build(),
    lambda certificate: dynakey.AccessToken2(APP_ID, certificate).build(),
]


@pytest.mark.parametrize("call", CALLS)
def test_no_error_repeats_a_mistaken_certificate(call: Callable[[Any], object]) -> None:
    for certificate in MISTAKEN:
        with pytest.raises(dynakey.InvalidInputError) as caught:
            call(certificate)
        error = caught.value
        assert error.argument in ("app_certificate", "secondary_certificate")
        # A chained exception or a note would be printed too.
        assert error.__cause__ is None
        assert error.__context__ is None
        prints = [
            f"{error} {error!r} {error.args} {error.hint} {vars(error)} {error.__reduce__()}",
            pickle.dumps(error).decode("latin-1"),
            json.dumps(vars(error)),
            "".join(traceback.format_exception(type(error), error, error.__traceback__)),
        ]
        for print in prints:
            assert APP_CERTIFICATE[1:15] not in print
            assert APP_CERTIFICATE[17:31] not in print
