"""Makes tokens in Python, or verifies those that any face made."""

import os
import sys
import time

import dynakey

ID = os.environ["AGORA_APP_ID"]
CERTIFICATE = os.environ["AGORA_APP_CERTIFICATE"]
app = dynakey.App(ID, CERTIFICATE)


def make() -> None:
    in_an_hour = int(time.time()) + 3600
    publisher = dynakey.Role_Publisher
    for token in (
        dynakey.RtcTokenBuilder.buildTokenWithUid(
            ID, CERTIFICATE, "room", 2882341273, publisher, in_an_hour
        ),
        dynakey.RtcTokenBuilder2.build_token_with_uid(
            ID, CERTIFICATE, "room", 2882341273, publisher, 3600
        ),
        app.rtc_token("room", 2882341273, version="006"),
        app.rtc_token("room", 2882341273),
    ):
        print(token)


def verify() -> None:
    for token in sys.stdin.read().split():
        app.verify(token, channel="room", user=2882341273).raise_if_invalid()


{"make": make, "verify": verify}[sys.argv[1]]()
