"""Makes tokens and verifies one."""

import os

import dynakey
from dynakey import Role, Rtc, Rtm


def main() -> None:
    app = dynakey.App(os.environ["AGORA_APP_ID"], os.environ["AGORA_APP_CERTIFICATE"])

    token = app.rtc_token("room", 42, role=Role.PUBLISHER, ttl=3600)
    print("a call:", token)
    several = app.token([Rtc("room", "ann", privileges={"publish_video": 600}), Rtm("ann")])
    print("a call, video for ten minutes, and messaging:", several)
    print("chat:", app.chat_user_token("ann"))
    print("version 006:", app.rtc_token("room", 42, version="006"))

    report = app.verify(token, channel="room", user=42, privileges=["publish_audio"])
    for finding in report.findings:
        print(finding.code, finding.message, finding.hint)
    report.raise_if_invalid()
    print("good until", report.expires_at)


if __name__ == "__main__":
    main()
