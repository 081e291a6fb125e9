"""The token object and its privileges."""

from dynakey import (
    AccessToken,
    kJoinChannel,
    kPublishAudioStream,
    kPublishDataStream,
    kPublishVideoStream,
    kRtmLogin,
)

__all__ = [
    "AccessToken",
    "kJoinChannel",
    "kPublishAudioStream",
    "kPublishDataStream",
    "kPublishVideoStream",
    "kRtmLogin",
]
