"""Programs that a type checker must accept, and ones that it must refuse."""

from datetime import timedelta

import dynakey
from dynakey.agora_token_builder import RtcTokenBuilder


def accepted(app: dynakey.App) -> str:
    tokens: list[str] = app.rtc_tokens(
        "room", [1, "ann", dynakey.ANY_USER], ttl=timedelta(hours=1), version="006"
    )
    both = [dynakey.Rtc("room", 42, privileges={"publish_video": 60}), dynakey.Rtm("ann")]
    tokens.append(app.token(both, ttl=timedelta(hours=1)))
    tokens.append(app.rtc_token(dynakey.ANY_CHANNEL, 42, version="007"))
    report = app.verify(tokens[0], channel="room", user=dynakey.UNCHECKED)
    expires = report.expires_at
    if expires is not None:
        expires.isoformat()
    token: str = RtcTokenBuilder.buildTokenWithUid("", "", "", 1, dynakey.Role_Publisher, 0)
    return token


def refused(app: dynakey.App) -> None:
    app.rtc_token("room", None, version="006")  # type: ignore[arg-type]
    app.rtc_token("room", 42, version="008")  # type: ignore[arg-type]
    app.rtc_token("room", dynakey.UNCHECKED)  # type: ignore[arg-type]
    app.rtc_token(dynakey.ANY_USER, 42)  # type: ignore[arg-type]
    app.token(dynakey.Rtm("ann"))  # type: ignore[arg-type]
    app.token([dynakey.ServiceRtm("ann")])  # type: ignore[list-item]
    dynakey.Rtm("ann", role=1)  # type: ignore[call-arg]
    dynakey.AccessToken2().add_service(dynakey.Rtm("ann"))  # type: ignore[arg-type]
    app.rtc_token("room", 42, version="006", expires=3600)  # type: ignore[call-arg]
    dynakey.check("", "room", 42).ok  # type: ignore[attr-defined]  # noqa: B018
