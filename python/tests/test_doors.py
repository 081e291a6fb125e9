"""The names that programs already use."""

from __future__ import annotations

import importlib
import inspect
import os
import random
import re
import subprocess
import sys
import time
from operator import attrgetter
from typing import Any

import pytest
from conftest import APP_CERTIFICATE, APP_ID, REPOSITORY

import dynakey

SAMPLES = sorted((REPOSITORY / "python" / "samples").glob("*.py"))
DOOR = "dynakey.agora_token_builder"

WITH_RTM2 = (
    "(app_id, app_certificate, channel_name, rtc_account, rtc_role, rtc_token_expire, "
    "join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire, "
    "pub_data_stream_privilege_expire, rtm_user_id, rtm_token_expire)"
)
ROOM_USER = "(app_id, app_certificate, room_uuid, user_uuid, role, expire)"
SIGNATURES = {
    "RtcTokenBuilder.buildTokenWithUid": (
        "(appId, appCertificate, channelName, uid, role, privilegeExpiredTs)"
    ),
    "RtcTokenBuilder.buildTokenWithAccount": (
        "(appId, appCertificate, channelName, account, role, privilegeExpiredTs)"
    ),
    "RtmTokenBuilder.buildToken": "(appId, appCertificate, userAccount, role, privilegeExpiredTs)",
    "AccessToken": "(appID='', appCertificate='', channelName='', uid='')",
    "AccessToken.addPrivilege": "(self, /, privilege, expireTimestamp)",
    "AccessToken.build": "(self, /)",
    "AccessToken.fromString": "(self, /, originToken)",
    "RtcTokenBuilder2.build_token_with_uid": (
        "(app_id, app_certificate, channel_name, uid, role, token_expire, privilege_expire=0)"
    ),
    "RtcTokenBuilder2.build_token_with_user_account": (
        "(app_id, app_certificate, channel_name, account, role, token_expire, privilege_expire=0)"
    ),
    "RtcTokenBuilder2.build_token_with_uid_and_privilege": (
        "(app_id, app_certificate, channel_name, uid, token_expire, "
        "join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire, "
        "pub_data_stream_privilege_expire)"
    ),
    "RtcTokenBuilder2.build_token_with_user_account_and_privilege": (
        "(app_id, app_certificate, channel_name, account, token_expire, "
        "join_channel_privilege_expire, pub_audio_privilege_expire, pub_video_privilege_expire, "
        "pub_data_stream_privilege_expire)"
    ),
    "RtcTokenBuilder2.build_token_with_rtm": (
        "(app_id, app_certificate, channel_name, account, role, token_expire, privilege_expire=0)"
    ),
    "RtcTokenBuilder2.build_token_with_rtm2": WITH_RTM2,
    "RtmTokenBuilder2.build_token": "(app_id, app_certificate, user_id, expire)",
    "RtmTokenBuilder2.build_token_with_permissions": (
        "(app_id, app_certificate, user_id, permissions, expire=0)"
    ),
    "ChatTokenBuilder2.build_user_token": "(app_id, app_certificate, user_id, expire)",
    "ChatTokenBuilder2.build_app_token": "(app_id, app_certificate, expire)",
    "FpaTokenBuilder.build_token": "(app_id, app_certificate)",
    "ApaasTokenBuilder.build_room_user_token": ROOM_USER,
    "ApaasTokenBuilder.build_user_token": "(app_id, app_certificate, user_uuid, expire)",
    "ApaasTokenBuilder.build_app_token": "(app_id, app_certificate, expire)",
    "EducationTokenBuilder2.build_room_user_token": ROOM_USER,
    "EducationTokenBuilder2.build_user_token": "(app_id, app_certificate, user_uuid, expire)",
    "EducationTokenBuilder2.build_app_token": "(app_id, app_certificate, expire)",
    "ConvoAITokenBuilder.build_token": WITH_RTM2,
    "SttTokenBuilder.build_token": WITH_RTM2,
    "AccessToken2": "(app_id='', app_certificate='', issue_ts=0, expire=900)",
    "AccessToken2.add_service": "(self, /, service)",
    "AccessToken2.get_services": "(self, /, type)",
    "AccessToken2.build": "(self, /)",
    "AccessToken2.from_string": "(self, /, origin_token)",
    "AccessToken2.verify_signature": "(self, /, certificate)",
    "Service.add_privilege": "(self, privilege, expire)",
    "Service.service_type": "(self)",
    "ServiceRtc": "(channel_name='', uid=0)",
    "ServiceRtm": "(user_id='')",
    "ServiceStreaming": "(channel_name='', account='')",
    "ServiceFpa": "()",
    "ServiceChat": "(user_id='')",
    "ServiceFCdn": "(channel_name='', account='')",
    "ServiceApaas": "(room_uuid='', user_uuid='', role=-1)",
    "ServiceRtm2": "(user_id='', permissions=None)",
    "ServiceConvoAI": "()",
    "ServiceStt": "()",
    "ServiceRtm2.Permissions": "()",
    "Permissions.add": "(self, /, resource_type, permission_type, names)",
    "App": "(app_id, app_certificate, *, secondary_certificate=None)",
    "App.rtc_token": "(self, /, channel, user, *, role=1, ttl=3600, version='007')",
    "App.rtc_tokens": "(self, /, channel, users, *, role=1, ttl=3600, version='007')",
    "App.rtm_token": "(self, /, user, *, ttl=3600, version='007')",
    "App.chat_user_token": "(self, /, user, *, ttl=3600)",
    "App.chat_app_token": "(self, /, *, ttl=3600)",
    "App.fpa_token": "(self, /)",
    "App.apaas_room_token": "(self, /, room, user, role, *, ttl=3600)",
    "App.apaas_user_token": "(self, /, user, *, ttl=3600)",
    "App.apaas_app_token": "(self, /, *, ttl=3600)",
    "App.token": "(self, /, services, *, ttl=3600)",
    "App.verify": (
        "(self, /, token, channel, user, service=None, privileges=(), leeway=0, "
        "min_remaining=0, at=None)"
    ),
    "check": (
        "(token, channel, user, service=None, privileges=(), leeway=0, min_remaining=0, at=None)"
    ),
    "inspect": "(token)",
    "Report.raise_if_invalid": "(self, /)",
    "Report.to_dict": "(self, /)",
    "Consistency.to_dict": "(self, /)",
    "Inspection.to_dict": "(self, /)",
}
ATTRIBUTES = {
    "AccessToken": "appID channelName uidStr ts salt messages kJoinChannel kPublishAudioStream "
    "kPublishVideoStream kPublishDataStream kRtmLogin",
    "AccessToken2": "app_id issue_ts expire salt services",
    "App": "app_id",
    "Report": "ok signature certificate checked_at expires_at renew_after findings token",
    "Consistency": "consistent checked_at expires_at renew_after findings token",
    "Finding": "code level message hint",
    "Inspection": "version app_id salt issued_at issued_at_assumed expires_at services channel_crc "
    "user_crc signature unknown_service trailing_bytes",
    "InspectedService": "name number channel user role privileges permissions",
    "InspectedPrivilege": "name number expires_at",
    "InspectedPermission": "resource resource_number permission permission_number names",
    "Role": "PUBLISHER SUBSCRIBER",
}
VALUES = {
    "Role_Attendee": 0,
    "Role_Publisher": 1,
    "Role_Subscriber": 2,
    "Role_Admin": 101,
    "Role_Rtm_User": 1,
    "Role.PUBLISHER": 1,
    "Role.SUBSCRIBER": 2,
    "ServiceRtc.kServiceType": 1,
    "ServiceRtc.kPrivilegeJoinChannel": 1,
    "ServiceRtc.kPrivilegePublishAudioStream": 2,
    "ServiceRtc.kPrivilegePublishVideoStream": 3,
    "ServiceRtc.kPrivilegePublishDataStream": 4,
    "ServiceRtm.kServiceType": 2,
    "ServiceRtm.kPrivilegeLogin": 1,
    "ServiceStreaming.kServiceType": 3,
    "ServiceStreaming.kPrivilegePublishMixStream": 1,
    "ServiceStreaming.kPrivilegePublishRawStream": 2,
    "ServiceFpa.kServiceType": 4,
    "ServiceFpa.kPrivilegeLogin": 1,
    "ServiceChat.kServiceType": 5,
    "ServiceChat.kPrivilegeUser": 1,
    "ServiceChat.kPrivilegeApp": 2,
    "ServiceFCdn.kServiceType": 6,
    "ServiceFCdn.kPrivilegePublish": 1,
    "ServiceFCdn.kPrivilegePlay": 2,
    "ServiceApaas.kServiceType": 7,
    "ServiceApaas.kPrivilegeRoomUser": 1,
    "ServiceApaas.kPrivilegeUser": 2,
    "ServiceApaas.kPrivilegeApp": 3,
    "ServiceRtm2.kServiceType": 8,
    "ServiceRtm2.kPrivilegeLogin": 1,
    "ServiceConvoAI.kServiceType": 9,
    "ServiceStt.kServiceType": 10,
    "Permissions.MESSAGE_CHANNELS": 0,
    "Permissions.STREAM_CHANNELS": 1,
    "Permissions.GROUP_CHANNELS": 2,
    "Permissions.SERVER_GROUPS": 3,
    "Permissions.USERS": 4,
    "Permissions.READ": 0,
    "Permissions.WRITE": 1,
    "Rtc.service": "rtc",
    "Rtm.service": "rtm",
    "Rtm2.service": "rtm2",
    "Streaming.service": "streaming",
    "FCdn.service": "fcdn",
    "ChatUser.service": "chat_user",
    "ChatApp.service": "chat_app",
    "Fpa.service": "fpa",
    "ApaasRoom.service": "apaas_room",
    "ApaasUser.service": "apaas_user",
    "ApaasApp.service": "apaas_app",
    "ConvoAI.service": "convo_ai",
    "Stt.service": "stt",
    "kJoinChannel": 1,
    "kPublishAudioStream": 2,
    "kPublishVideoStream": 3,
    "kPublishDataStream": 4,
    "kRtmLogin": 1000,
}
WORDS_AND_ERRORS = {
    "ANY_CHANNEL",
    "ANY_USER",
    "Grant",
    "UNCHECKED",
    "Word",
    "DynakeyError",
    "InvalidInputError",
    "MalformedTokenError",
    "VerificationError",
    "__version__",
}


def named(name: str) -> Any:
    return attrgetter(name)(dynakey)


def test_every_name_of_the_contract_is_there_and_no_other() -> None:
    names = {name.split(".")[0] for name in [*SIGNATURES, *ATTRIBUTES, *VALUES]}
    assert names | WORDS_AND_ERRORS == set(dynakey.__all__)
    assert set(dynakey.__all__) <= set(dir(dynakey))


@pytest.mark.parametrize("name", SIGNATURES)
def test_arguments_have_the_names_the_order_and_the_defaults_of_the_contract(name: str) -> None:
    if inspect.isclass(named(name)) and sys.version_info < (3, 10):
        pytest.skip("Python 3.9 can't tell the signature of a native class")
    signature = inspect.signature(named(name))
    untyped = [each.replace(annotation=each.empty) for each in signature.parameters.values()]
    signature = signature.replace(parameters=untyped, return_annotation=signature.empty)
    assert str(signature) == SIGNATURES[name]


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_every_attribute_of_the_contract_is_there(name: str) -> None:
    assert set(ATTRIBUTES[name].split()) <= set(dir(named(name)))


@pytest.mark.parametrize("name", VALUES)
def test_every_constant_has_the_value_of_the_contract(name: str) -> None:
    assert named(name) == VALUES[name]


def test_builders_take_keywords_and_may_be_taken_as_values() -> None:
    build = dynakey.RtcTokenBuilder.buildTokenWithUid
    token = build(
        appId=APP_ID,
        appCertificate=APP_CERTIFICATE,
        channelName="room",
        uid=0,
        role=dynakey.Role.PUBLISHER,
        privilegeExpiredTs=0,
    )
    app = dynakey.App(APP_ID, APP_CERTIFICATE)
    assert app.verify(token, channel="room", user=dynakey.ANY_USER).ok


@pytest.mark.parametrize("module", ["", ".AccessToken", ".RtcTokenBuilder", ".RtmTokenBuilder"])
def test_the_door_has_the_public_names_of_agora_token_builder(module: str) -> None:
    theirs = importlib.import_module("agora_token_builder" + module)
    ours = importlib.import_module(DOOR + module)
    public = {
        name
        for name, value in vars(theirs).items()
        if name.startswith(("Role_", "k")) or name in ("AccessToken", "RtcTokenBuilder")
        if module or not inspect.ismodule(value)
    }
    if module in ("", ".RtcTokenBuilder"):
        assert "RtcTokenBuilder" in public
    assert public <= set(dir(ours)), public - set(dir(ours))


def test_tokens_equal_those_of_agora_token_builder() -> None:
    theirs = importlib.import_module("agora_token_builder.AccessToken")
    randomly = random.Random(20261124)
    for _ in range(10_000):
        app_id = f"{randomly.getrandbits(128):032x}"
        certificate = f"{randomly.getrandbits(128):032x}"
        channel = "".join(randomly.choices("abcXYZ019 !#_-é频", k=randomly.randint(0, 70)))
        users: list[int | str] = [randomly.getrandbits(32), 0, channel[::-1], "0", ""]
        user = randomly.choice(users)
        pair = [
            kind(app_id, certificate, channel, user)
            for kind in (dynakey.AccessToken, theirs.AccessToken)
        ]
        salt, ts = randomly.getrandbits(32), randomly.getrandbits(32)
        privileges = {
            randomly.getrandbits(16): randomly.getrandbits(32)
            for _ in range(randomly.randint(0, 15))
        }
        for token in pair:
            token.salt, token.ts = salt, ts
            for privilege, end in privileges.items():
                token.addPrivilege(privilege, end)
        ours, reference = (token.build() for token in pair)
        assert ours == reference


@pytest.mark.parametrize("role", [0, 1, 2, 101])
def test_the_builders_grant_what_those_of_agora_token_builder_do(role: int) -> None:
    end = int(time.time()) + 3600
    theirs = importlib.import_module("agora_token_builder")
    door = importlib.import_module(DOOR)
    calls: list[tuple[str, str, str, tuple[Any, ...]]] = [
        ("RtcTokenBuilder", "buildTokenWithUid", "room", (2882341273, role)),
        ("RtcTokenBuilder", "buildTokenWithUid", "room", (0, role)),
        ("RtcTokenBuilder", "buildTokenWithAccount", "room", ("ann", role)),
        ("RtmTokenBuilder", "buildToken", "ann", (1,)),
    ]
    for builder, function, name, rest in calls:
        ours, reference = (
            getattr(getattr(module, builder), function)(APP_ID, APP_CERTIFICATE, name, *rest, end)
            for module in (door, theirs)
        )
        user = rest[0] if builder == "RtcTokenBuilder" else ""
        read = dynakey.AccessToken(APP_ID, APP_CERTIFICATE, name, user)
        assert read.fromString(ours)
        granted, ends = read.messages, read.ts
        assert read.fromString(reference)
        assert read.messages == granted
        assert abs(read.ts - ends) <= 2
        assert read.build() == reference, "ours, with their salt and time"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_sample_prints_a_token(sample: os.PathLike[str]) -> None:
    environment = {
        **os.environ,
        "AGORA_APP_ID": APP_ID,
        "AGORA_APP_CERTIFICATE": APP_CERTIFICATE,
    }
    run = subprocess.run(
        [sys.executable, "-W", "error", os.fspath(sample)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    tokens = re.findall(r"^.*?(00[67]\S{80,})$", run.stdout, re.MULTILINE)
    assert tokens
    assert {dynakey.inspect(token).app_id for token in tokens} == {APP_ID}
    assert run.stderr == ""
    assert APP_CERTIFICATE not in run.stdout


def test_there_is_a_sample_for_each_builder() -> None:
    names = {sample.stem.replace("_", "") for sample in SAMPLES}
    builders = {name.lower() for name in dynakey.__all__ if "TokenBuilder" in name}
    assert names == builders | {"accesstoken", "accesstoken2", "app"}
