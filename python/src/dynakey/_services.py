"""The services of the version 007 token object, by the names of Agora's sample code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from dynakey._native import Permissions as _Permissions


@dataclass
class Service:
    """What a version 007 token object holds: a service, whom it is for, and its privileges.

    Use one of the kinds, such as ``ServiceRtc``. All attributes are live: what they hold when the
    token is built counts, and is checked then.

    Attributes:
        privileges: The privileges by number, each with its duration from the token's issue in
            seconds; 0 is as long as the token.
    """

    kServiceType: ClassVar[int]

    privileges: dict[int, int] = field(default_factory=dict, init=False)

    def service_type(self) -> int:
        """Give the number of the service."""
        return self.kServiceType

    def add_privilege(self, privilege: int, expire: int) -> None:
        """Grant a privilege for some seconds from the token's issue; 0 is as long as the token."""
        self.privileges[privilege] = expire


@dataclass
class ServiceRtc(Service):
    """RTC: calls, live streams, classrooms.

    Attributes:
        channel_name: The channel, ``"*"`` for any.
        uid: A number, where 0 is anyone, or a text, which is taken as it is; a text after reading.
    """

    kServiceType: ClassVar[int] = 1
    kPrivilegeJoinChannel: ClassVar[int] = 1
    kPrivilegePublishAudioStream: ClassVar[int] = 2
    kPrivilegePublishVideoStream: ClassVar[int] = 3
    kPrivilegePublishDataStream: ClassVar[int] = 4

    channel_name: str = ""
    uid: int | str = 0


@dataclass
class ServiceRtm(Service):
    """RTM: messaging and signaling.

    Attributes:
        user_id: The user.
    """

    kServiceType: ClassVar[int] = 2
    kPrivilegeLogin: ClassVar[int] = 1

    user_id: str = ""


@dataclass
class ServiceStreaming(Service):
    """Streaming to and from a channel.

    Attributes:
        channel_name: The channel.
        account: The user as text, empty for anyone.
    """

    kServiceType: ClassVar[int] = 3
    kPrivilegePublishMixStream: ClassVar[int] = 1
    kPrivilegePublishRawStream: ClassVar[int] = 2

    channel_name: str = ""
    account: str = ""


@dataclass
class ServiceFpa(Service):
    """Full-path acceleration."""

    kServiceType: ClassVar[int] = 4
    kPrivilegeLogin: ClassVar[int] = 1


@dataclass
class ServiceChat(Service):
    """Chat.

    Attributes:
        user_id: The user; empty for the app.
    """

    kServiceType: ClassVar[int] = 5
    kPrivilegeUser: ClassVar[int] = 1
    kPrivilegeApp: ClassVar[int] = 2

    user_id: str = ""


@dataclass
class ServiceFCdn(Service):
    """The fusion CDN.

    Attributes:
        channel_name: The channel.
        account: The user as text, empty for anyone.
    """

    kServiceType: ClassVar[int] = 6
    kPrivilegePublish: ClassVar[int] = 1
    kPrivilegePlay: ClassVar[int] = 2

    channel_name: str = ""
    account: str = ""


@dataclass
class ServiceApaas(Service):
    """APaaS: flexible classroom and education.

    Attributes:
        room_uuid: The room; empty for none.
        user_uuid: The user; empty for the app.
        role: The user's role in the room, -1 for none.
    """

    kServiceType: ClassVar[int] = 7
    kPrivilegeRoomUser: ClassVar[int] = 1
    kPrivilegeUser: ClassVar[int] = 2
    kPrivilegeApp: ClassVar[int] = 3

    room_uuid: str = ""
    user_uuid: str = ""
    role: int = -1


@dataclass
class ServiceRtm2(Service):
    """RTM with permissions on single resources.

    Attributes:
        user_id: The user.
        permissions: What the user may do with which resources; ``None`` for nothing.
    """

    kServiceType: ClassVar[int] = 8
    kPrivilegeLogin: ClassVar[int] = 1
    Permissions = _Permissions

    user_id: str = ""
    permissions: _Permissions | None = None


@dataclass
class ServiceConvoAI(Service):
    """Conversational AI, which stands beside RTC and RTM."""

    kServiceType: ClassVar[int] = 9


@dataclass
class ServiceStt(Service):
    """Speech to text, which stands beside RTC and RTM."""

    kServiceType: ClassVar[int] = 10
