"""Builds, reads and verifies Agora tokens, also known as dynamic keys.

>>> import dynakey
>>> app = dynakey.App("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")
>>> token = app.rtc_token("room", 42, ttl=3600, version="006")
>>> app.verify(token, channel="room", user=42).ok
True
>>> app.verify(token, channel="Room", user=42).findings[0].code
'channel_mismatch'

Programs written for Agora's sample code find its names here, with the same arguments:
``RtcTokenBuilder``, ``RtmTokenBuilder``, ``AccessToken`` and the roles.
"""

from __future__ import annotations

from typing import Final

from dynakey._errors import (
    DynakeyError,
    InvalidInputError,
    MalformedTokenError,
    VerificationError,
)
from dynakey._native import (
    AccessToken,
    App,
    Consistency,
    Finding,
    Inspection,
    Privilege,
    Report,
    RtcTokenBuilder,
    RtmTokenBuilder,
    Service,
    __version__,
    check,
    inspect,
)
from dynakey._roles import (
    Role,
    Role_Admin,
    Role_Attendee,
    Role_Publisher,
    Role_Rtm_User,
    Role_Subscriber,
)
from dynakey._words import ANY_USER, UNCHECKED, Word

kJoinChannel: Final = AccessToken.kJoinChannel
kPublishAudioStream: Final = AccessToken.kPublishAudioStream
kPublishVideoStream: Final = AccessToken.kPublishVideoStream
kPublishDataStream: Final = AccessToken.kPublishDataStream
kRtmLogin: Final = AccessToken.kRtmLogin

__all__ = [
    "ANY_USER",
    "UNCHECKED",
    "AccessToken",
    "App",
    "Consistency",
    "DynakeyError",
    "Finding",
    "Inspection",
    "InvalidInputError",
    "MalformedTokenError",
    "Privilege",
    "Report",
    "Role",
    "Role_Admin",
    "Role_Attendee",
    "Role_Publisher",
    "Role_Rtm_User",
    "Role_Subscriber",
    "RtcTokenBuilder",
    "RtmTokenBuilder",
    "Service",
    "VerificationError",
    "Word",
    "__version__",
    "check",
    "inspect",
    "kJoinChannel",
    "kPublishAudioStream",
    "kPublishDataStream",
    "kPublishVideoStream",
    "kRtmLogin",
]
