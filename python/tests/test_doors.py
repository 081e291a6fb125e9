"""The names that programs already use."""

from __future__ import annotations

import importlib
import inspect
import os
import random
import subprocess
import sys

import pytest
from conftest import APP_CERTIFICATE, APP_ID, REPOSITORY

import dynakey

SAMPLES = sorted((REPOSITORY / "python" / "samples").glob("*.py"))
DOOR = "dynakey.agora_token_builder"


def test_every_name_of_the_contract_is_there() -> None:
    assert set(dynakey.__all__) <= set(dir(dynakey))
    assert (dynakey.Role_Attendee, dynakey.Role_Publisher) == (0, 1)
    assert (dynakey.Role_Subscriber, dynakey.Role_Admin, dynakey.Role_Rtm_User) == (2, 101, 1)
    builder = inspect.signature(dynakey.RtcTokenBuilder.buildTokenWithUid)
    assert list(builder.parameters) == [
        "appId",
        "appCertificate",
        "channelName",
        "uid",
        "role",
        "privilegeExpiredTs",
    ]
    builder = inspect.signature(dynakey.RtcTokenBuilder.buildTokenWithAccount)
    assert "account" in builder.parameters
    builder = inspect.signature(dynakey.RtmTokenBuilder.buildToken)
    assert "userAccount" in builder.parameters


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
    assert f"006{APP_ID}" in run.stdout
    assert run.stderr == ""
    assert APP_CERTIFICATE not in run.stdout


def test_there_is_a_sample_for_each_builder() -> None:
    assert len(SAMPLES) == 4
