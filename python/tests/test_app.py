"""The app API, inspect, check and verify."""

from __future__ import annotations

import pickle
from datetime import datetime, timedelta, timezone
from typing import Literal

import pytest
from conftest import APP_CERTIFICATE, APP_ID, OTHER_CERTIFICATE, codes

import dynakey
from dynakey import ANY_USER, UNCHECKED, Role


def test_a_token_verifies_for_its_channel_and_user(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, role=Role.PUBLISHER, ttl=3600, version="006")
    assert len(token) == 139
    report = app.verify(token, channel="room", user=42, privileges=["publish_audio", 3])
    assert report.ok
    assert report.findings == []
    assert (report.signature, report.certificate) == ("valid", "primary")
    report.raise_if_invalid()


def test_a_mismatch_is_named_and_raised(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, version="006")
    report = app.verify(token, channel="Room", user=42)
    assert codes(report.findings) == ["channel_mismatch"]
    assert report.findings[0].level == "error"
    assert "differs in case" in report.findings[0].hint
    with pytest.raises(dynakey.VerificationError) as caught:
        report.raise_if_invalid()
    assert caught.value.code == "verification_failed"
    assert caught.value.report == report


def test_words_stand_for_anyone_and_for_unchecked(app: dynakey.App) -> None:
    anyone = app.rtc_token("room", ANY_USER, version="006")
    assert codes(app.verify(anyone, channel="room", user=ANY_USER).findings) == ["any_user"]
    assert codes(app.verify(anyone, channel="room", user=42).findings) == ["user_mismatch"]
    report = app.verify(anyone, channel=UNCHECKED, user=ANY_USER)
    assert "signature_unchecked" in codes(report.findings)
    assert repr(ANY_USER) == "dynakey.ANY_USER"
    assert pickle.loads(pickle.dumps([ANY_USER, UNCHECKED])) == [ANY_USER, UNCHECKED]


def test_durations_and_times_have_their_own_types(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, ttl=timedelta(minutes=10), version="006")
    in_an_hour = datetime.now(timezone.utc) + timedelta(hours=1)
    report = app.verify(token, channel="room", user=42, at=in_an_hour)
    assert codes(report.findings) == ["privilege_expired"]
    report = app.verify(token, channel="room", user=42, at=in_an_hour, leeway=timedelta(minutes=51))
    assert report.ok
    assert report.expires_at is not None
    assert report.renew_after == report.expires_at - timedelta(seconds=30)
    assert report.expires_at.tzinfo == timezone.utc


def test_times_may_lie_before_1970() -> None:
    token = dynakey.AccessToken(APP_ID, APP_CERTIFICATE, "room", 42)
    token.ts = 0
    assert dynakey.inspect(token.build()).issued_at == datetime(1969, 12, 31, tzinfo=timezone.utc)


@pytest.mark.parametrize("ttl", [timedelta(0), timedelta(milliseconds=1500), timedelta(days=2)])
def test_a_bad_timedelta_is_out_of_range(app: dynakey.App, ttl: timedelta) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        app.rtc_token("room", 42, ttl=ttl, version="006")
    assert caught.value.code == "ttl_out_of_range"


def test_a_time_without_zone_is_refused(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, version="006")
    with pytest.raises(dynakey.InvalidInputError) as caught:
        app.verify(token, channel="room", user=42, at=datetime(2026, 1, 1))
    assert (caught.value.code, caught.value.argument) == ("invalid_expectation", "at")


def test_a_batch_is_in_order_and_all_or_nothing(app: dynakey.App) -> None:
    users: list[int | str | Literal[dynakey.Word.ANY_USER]] = [1, "ann", ANY_USER, 4294967295]
    tokens = app.rtc_tokens("room", users, ttl=600, version="006")
    for user, token in zip(users, tokens):
        assert app.verify(token, channel="room", user=user).ok
    with pytest.raises(dynakey.InvalidInputError) as caught:
        app.rtc_tokens("room", "ann", version="006")
    assert caught.value.index == 0
    assert app.rtc_tokens("room", [], version="006") == []
    assert len(set(app.rtc_tokens("room", (7 for _ in range(100)), version="006"))) == 100


def test_rtm_tokens_are_verified_by_their_user(app: dynakey.App) -> None:
    token = app.rtm_token("ann", ttl=600, version="006")
    assert app.verify(token, channel=UNCHECKED, user="ann", service="rtm").ok


def test_a_second_certificate_verifies_too(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, version="006")
    rotating = dynakey.App(APP_ID, OTHER_CERTIFICATE, secondary_certificate=APP_CERTIFICATE)
    assert rotating.verify(token, channel="room", user=42).certificate == "secondary"


def test_inspect_and_check_need_no_certificate(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, role="subscriber", version="006")
    inspection = dynakey.inspect(token)
    assert (inspection.version, inspection.app_id) == ("006", APP_ID)
    assert inspection.expires_at - inspection.issued_at == timedelta(days=1)
    assert inspection.issued_at_assumed
    (service,) = inspection.services
    assert [privilege.name for privilege in service.privileges] == ["join_channel"]
    assert inspection.to_dict()["services"][0]["name"] == "rtc"

    consistency = dynakey.check(token, channel="room", user=42)
    assert consistency.consistent
    assert not hasattr(consistency, "ok")
    assert codes(consistency.findings) == ["join_only"]
    assert consistency.to_dict()["consistent"] is True


def test_reports_become_plain_data(app: dynakey.App) -> None:
    report = app.verify("garbage", channel="room", user=42)
    data = report.to_dict()
    assert (data["ok"], data["token"], data["signature"]) == (False, None, "unchecked")
    assert data["findings"][0]["code"] == "malformed_token"


def test_everything_prints_what_matters(app: dynakey.App) -> None:
    token = app.rtc_token("room", 42, role="subscriber", version="006")
    inspection = dynakey.inspect(token)
    report = app.verify(token, channel="Room", user=42)
    assert repr(app) == f'App(app_id="{APP_ID}")'
    assert 'version="006"' in repr(inspection)
    assert 'services=["rtc"]' in repr(inspection)
    assert repr(inspection.services[0]) == 'InspectedService(name="rtc", privileges=[1])'
    assert repr(inspection.services[0].privileges[0]).startswith("InspectedPrivilege(number=1, ")
    assert repr(report).startswith('Report(ok=False, signature="valid", findings=["channel_mis')
    assert repr(report.findings[0]).startswith('Finding(code="channel_mismatch", message="')
    consistency = dynakey.check(token, channel="room", user=42)
    assert repr(consistency) == 'Consistency(consistent=True, findings=["join_only"])'


def test_a_text_is_no_list_of_privileges(app: dynakey.App) -> None:
    with pytest.raises(dynakey.InvalidInputError) as caught:
        app.verify("", channel="room", user=42, privileges="publish_audio")
    assert caught.value.argument == "privileges"
    assert "a text in place of a list" in str(caught.value)
