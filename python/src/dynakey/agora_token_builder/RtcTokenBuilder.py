"""RTC tokens and their roles."""

from dynakey import Role_Admin, Role_Attendee, Role_Publisher, Role_Subscriber, RtcTokenBuilder
from dynakey.agora_token_builder.AccessToken import (
    AccessToken,
    kJoinChannel,
    kPublishAudioStream,
    kPublishDataStream,
    kPublishVideoStream,
    kRtmLogin,
)

__all__ = [
    "AccessToken",
    "Role_Admin",
    "Role_Attendee",
    "Role_Publisher",
    "Role_Subscriber",
    "RtcTokenBuilder",
    "kJoinChannel",
    "kPublishAudioStream",
    "kPublishDataStream",
    "kPublishVideoStream",
    "kRtmLogin",
]
