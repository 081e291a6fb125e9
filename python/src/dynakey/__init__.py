"""Builds, reads and verifies Agora tokens, also known as dynamic keys.

>>> import dynakey
>>> app = dynakey.App("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")
>>> token = app.rtc_token("room", 42, ttl=3600)
>>> app.verify(token, channel="room", user=42).ok
True
>>> app.verify(token, channel="Room", user=42).findings[0].code
'channel_mismatch'

Programs written for Agora's sample code find its names here, with the same arguments:
``RtcTokenBuilder``, ``RtmTokenBuilder``, ``AccessToken`` and the roles; of version 007
``RtcTokenBuilder2``, ``AccessToken2``, its services, and a builder for each product.
"""

from __future__ import annotations

from typing import Final

from dynakey._errors import (
    DynakeyError,
    InvalidInputError,
    MalformedTokenError,
    VerificationError,
)
from dynakey._grants import (
    ApaasApp,
    ApaasRoom,
    ApaasUser,
    ChatApp,
    ChatUser,
    ConvoAI,
    FCdn,
    Fpa,
    Grant,
    Rtc,
    Rtm,
    Rtm2,
    Streaming,
    Stt,
)
from dynakey._native import (
    AccessToken,
    AccessToken2,
    ApaasTokenBuilder,
    App,
    ChatTokenBuilder2,
    Consistency,
    ConvoAITokenBuilder,
    Finding,
    FpaTokenBuilder,
    InspectedPermission,
    InspectedPrivilege,
    InspectedService,
    Inspection,
    Permissions,
    Report,
    RtcTokenBuilder,
    RtcTokenBuilder2,
    RtmTokenBuilder,
    RtmTokenBuilder2,
    SttTokenBuilder,
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
from dynakey._services import (
    Service,
    ServiceApaas,
    ServiceChat,
    ServiceConvoAI,
    ServiceFCdn,
    ServiceFpa,
    ServiceRtc,
    ServiceRtm,
    ServiceRtm2,
    ServiceStreaming,
    ServiceStt,
)
from dynakey._words import ANY_CHANNEL, ANY_USER, UNCHECKED, Word

EducationTokenBuilder2: Final = ApaasTokenBuilder

kJoinChannel: Final = AccessToken.kJoinChannel
kPublishAudioStream: Final = AccessToken.kPublishAudioStream
kPublishVideoStream: Final = AccessToken.kPublishVideoStream
kPublishDataStream: Final = AccessToken.kPublishDataStream
kRtmLogin: Final = AccessToken.kRtmLogin

__all__ = [
    "ANY_CHANNEL",
    "ANY_USER",
    "UNCHECKED",
    "AccessToken",
    "AccessToken2",
    "ApaasApp",
    "ApaasRoom",
    "ApaasTokenBuilder",
    "ApaasUser",
    "App",
    "ChatApp",
    "ChatTokenBuilder2",
    "ChatUser",
    "Consistency",
    "ConvoAI",
    "ConvoAITokenBuilder",
    "DynakeyError",
    "EducationTokenBuilder2",
    "FCdn",
    "Finding",
    "Fpa",
    "FpaTokenBuilder",
    "Grant",
    "InspectedPermission",
    "InspectedPrivilege",
    "InspectedService",
    "Inspection",
    "InvalidInputError",
    "MalformedTokenError",
    "Permissions",
    "Report",
    "Role",
    "Role_Admin",
    "Role_Attendee",
    "Role_Publisher",
    "Role_Rtm_User",
    "Role_Subscriber",
    "Rtc",
    "RtcTokenBuilder",
    "RtcTokenBuilder2",
    "Rtm",
    "Rtm2",
    "RtmTokenBuilder",
    "RtmTokenBuilder2",
    "Service",
    "ServiceApaas",
    "ServiceChat",
    "ServiceConvoAI",
    "ServiceFCdn",
    "ServiceFpa",
    "ServiceRtc",
    "ServiceRtm",
    "ServiceRtm2",
    "ServiceStreaming",
    "ServiceStt",
    "Streaming",
    "Stt",
    "SttTokenBuilder",
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
