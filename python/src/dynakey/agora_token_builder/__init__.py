"""The names of the package ``agora-token-builder``: only the import line changes.

>>> from dynakey.agora_token_builder import RtcTokenBuilder
"""

from dynakey.agora_token_builder.RtcTokenBuilder import (
    Role_Admin,
    Role_Attendee,
    Role_Publisher,
    Role_Subscriber,
    RtcTokenBuilder,
)
from dynakey.agora_token_builder.RtmTokenBuilder import Role_Rtm_User, RtmTokenBuilder

__all__ = [
    "Role_Admin",
    "Role_Attendee",
    "Role_Publisher",
    "Role_Rtm_User",
    "Role_Subscriber",
    "RtcTokenBuilder",
    "RtmTokenBuilder",
]
