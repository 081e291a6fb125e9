"""RTM tokens and their role."""

from dynakey import Role_Rtm_User, RtmTokenBuilder
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
    "Role_Rtm_User",
    "RtmTokenBuilder",
    "kJoinChannel",
    "kPublishAudioStream",
    "kPublishDataStream",
    "kPublishVideoStream",
    "kRtmLogin",
]
