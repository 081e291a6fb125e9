"""What errors say, and what they never say."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import weakref
from typing import Any, Callable

import pytest
from conftest import APP_CERTIFICATE, APP_ID

import dynakey
from dynakey import _native


def test_every_code_is_raised_as_its_class() -> None:
    classes = dict(_native.error_codes())
    assert len(classes) == len(_native.error_codes()), "no code stands twice"
    malformed = {"malformed_token", "unsupported_version", "token_too_large"}
    failures = {"entropy_unavailable", "clock_out_of_range", "internal"}
    for code, raised in classes.items():
        if code in malformed:
            assert raised is dynakey.MalformedTokenError, code
        elif code == "verification_failed":
            assert raised is dynakey.VerificationError
        elif code in failures:
            assert raised is dynakey.DynakeyError, code
        else:
            assert raised is dynakey.InvalidInputError, code
    assert malformed | failures < classes.keys()
    assert "invalid_uid" in classes


def test_the_classes_are_what_programs_catch() -> None:
    assert issubclass(dynakey.InvalidInputError, (dynakey.DynakeyError, ValueError))
    for kind in (dynakey.InvalidInputError, dynakey.MalformedTokenError):
        assert issubclass(kind, dynakey.DynakeyError)
        assert issubclass(kind, ValueError)
    assert issubclass(dynakey.VerificationError, dynakey.DynakeyError)
    assert not issubclass(dynakey.VerificationError, ValueError)


def test_the_first_argument_at_fault_is_the_one_reported() -> None:
    wrong: dict[str, Any] = {
        "appId": None,
        "appCertificate": 1.5,
        "channelName": b"room",
        "uid": True,
        "role": "publisher",
        "privilegeExpiredTs": 3600,
    }
    good = {
        "appId": APP_ID,
        "appCertificate": APP_CERTIFICATE,
        "channelName": "room",
        "uid": 42,
        "role": 1,
        "privilegeExpiredTs": 0,
    }
    arguments = dict(wrong)
    reported = []
    for name, value in good.items():
        with pytest.raises(dynakey.InvalidInputError) as caught:
            dynakey.RtcTokenBuilder.buildTokenWithUid(**arguments)
        reported.append(caught.value.argument)
        arguments[name] = value
    assert reported == [
        "app_id",
        "app_certificate",
        "channel_name",
        "uid",
        "role",
        "privilege_expired_ts",
    ]
    assert dynakey.RtcTokenBuilder.buildTokenWithUid(**arguments)


def test_of_twelve_arguments_too_the_first_at_fault_is_reported() -> None:
    good: dict[str, Any] = {
        "app_id": APP_ID,
        "app_certificate": APP_CERTIFICATE,
        "channel_name": "room",
        "rtc_account": "ann",
        "rtc_role": 1,
        "rtc_token_expire": 600,
        "join_channel_privilege_expire": 600,
        "pub_audio_privilege_expire": 600,
        "pub_video_privilege_expire": 600,
        "pub_data_stream_privilege_expire": 0,
        "rtm_user_id": "ann",
        "rtm_token_expire": 600,
    }
    arguments: dict[str, Any] = dict.fromkeys(good)
    reported = []
    for name, value in good.items():
        with pytest.raises(dynakey.InvalidInputError) as caught:
            dynakey.SttTokenBuilder.build_token(**arguments)
        reported.append(caught.value.argument)
        arguments[name] = value
    assert reported == list(good)
    assert dynakey.SttTokenBuilder.build_token(**arguments)


@pytest.mark.parametrize("uid", [True, None, 1.5, "0", 2**32, -1, 2**200, "\ud800", b"1", [1]])
def test_what_is_no_uid_is_never_taken_for_one(uid: Any) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        dynakey.RtcTokenBuilder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, "room", uid, 1, 0)
    assert caught.value.code == ("invalid_text" if uid == "\ud800" else "invalid_uid")
    assert caught.value.argument == "uid"


def test_errors_are_pickled_with_what_they_say(app: dynakey.App) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        app.rtc_tokens("room", [1, -2], version="006")
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert type(again) is dynakey.InvalidInputError
        assert (str(again), again.__dict__) == (str(caught.value), caught.value.__dict__)
        assert again.index == 1
    with pytest.raises(dynakey.VerificationError) as failed:
        app.verify("garbage", channel="room", user=42).raise_if_invalid()
    assert pickle.loads(pickle.dumps(failed.value)).report is None


PRINTS: list[Callable[[Any], str]] = [
    repr,
    str,
    lambda thing: str(getattr(thing, "__dict__", "")),
    lambda thing: repr([getattr(thing, name) for name in dir(thing) if name[:2] != "__"]),
    lambda thing: repr(gc.get_referents(thing)),
]


@pytest.mark.parametrize("make", [dynakey.App, dynakey.AccessToken, dynakey.AccessToken2])
def test_nothing_shows_the_certificate(make: Callable[..., Any]) -> None:
    thing = make(APP_ID, APP_CERTIFICATE)
    for show in PRINTS:
        assert APP_CERTIFICATE not in show(thing)
    for copied in (pickle.dumps, copy.copy, json.dumps):
        with pytest.raises(TypeError):
            copied(thing)
    with pytest.raises(TypeError):
        vars(thing)
    with pytest.raises(AttributeError):
        thing.appCertificate = "another"


@pytest.mark.parametrize("make", [dynakey.AccessToken, dynakey.AccessToken2])
def test_a_token_object_in_a_cycle_is_collected(make: Callable[..., Any]) -> None:
    class Canary:
        pass

    collected: list[bool] = []
    token = make(APP_ID, APP_CERTIFICATE)
    canary: Any = Canary()
    canary.token = token
    token.salt = canary
    weakref.finalize(canary, collected.append, True)
    del token, canary
    gc.collect()
    assert collected == [True]


def test_what_cannot_be_read_clears_the_token_object(app: dynakey.App) -> None:
    token = dynakey.AccessToken(APP_ID, APP_CERTIFICATE, "room", 42)
    token.addPrivilege(dynakey.kJoinChannel, 0)
    of_007 = app.rtc_token("room", 42)
    assert not token.fromString(of_007)
    assert not token.fromString("garbage")
    assert (token.appID, token.channelName, token.uidStr) == ("", "", "")
    assert (token.ts, token.salt, token.messages) == (0, 0, {})


def test_what_is_put_into_messages_is_built() -> None:
    token = dynakey.AccessToken(APP_ID, APP_CERTIFICATE, "room", 42)
    live = token.messages
    live[dynakey.kPublishAudioStream] = 1700000000
    token.addPrivilege(dynakey.kJoinChannel, 1700000001)
    assert live is token.messages
    read = dynakey.AccessToken()
    assert read.fromString(token.build())
    assert read.messages == {1: 1700000001, 2: 1700000000}
