"""The services that a token of ``App.token`` may open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal, Union

from dynakey._native import Permissions
from dynakey._roles import Role
from dynakey._words import Word

Lifetime = Union[float, timedelta]
"""A duration of 1 second to 24 hours, in seconds or as a ``timedelta``."""


class Grant:
    """A service to put into a token with ``App.token``: whom it is for, and for how long.

    Use one of the kinds, such as ``Rtc``. They only hold what ``App.token`` checks. Every kind
    takes ``ttl``, how long its privileges last: as long as the token unless said; and
    ``privileges``, lifetimes of single ones by name, such as ``{"publish_video": 60}``, or by
    number.

    Attributes:
        service: The name of the kind.
    """

    service: ClassVar[str]


@dataclass(frozen=True)
class Rtc(Grant):
    """RTC: ``user`` may join ``channel``, in a ``role``, as for ``App.rtc_token``."""

    service: ClassVar[str] = "rtc"

    channel: str | Literal[Word.ANY_CHANNEL]
    user: int | str | Literal[Word.ANY_USER]
    role: int | Literal["publisher", "subscriber"] = Role.PUBLISHER
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class Rtm(Grant):
    """RTM: ``user`` may log in, as for ``App.rtm_token``."""

    service: ClassVar[str] = "rtm"

    user: str
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class Rtm2(Grant):
    """RTM with permissions on single resources: ``user`` may log in and use what they name."""

    service: ClassVar[str] = "rtm2"

    user: str
    permissions: Permissions
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class Streaming(Grant):
    """Streaming: ``user`` may publish mixed and raw streams of ``channel``."""

    service: ClassVar[str] = "streaming"

    channel: str | Literal[Word.ANY_CHANNEL]
    user: int | str | Literal[Word.ANY_USER]
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class FCdn(Grant):
    """The fusion CDN: ``user`` may play ``channel`` and, as a publisher, publish it."""

    service: ClassVar[str] = "fcdn"

    channel: str | Literal[Word.ANY_CHANNEL]
    user: int | str | Literal[Word.ANY_USER]
    role: int | Literal["publisher", "subscriber"] = Role.PUBLISHER
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ChatUser(Grant):
    """Chat as ``user``, as for ``App.chat_user_token``."""

    service: ClassVar[str] = "chat_user"

    user: str
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ChatApp(Grant):
    """Chat as the app, as for ``App.chat_app_token``."""

    service: ClassVar[str] = "chat_app"

    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class Fpa(Grant):
    """Full-path acceleration."""

    service: ClassVar[str] = "fpa"

    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ApaasRoom(Grant):
    """APaaS in a room; unlike ``App.apaas_room_token`` without RTM and Chat."""

    service: ClassVar[str] = "apaas_room"

    room: str
    user: str
    role: int
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ApaasUser(Grant):
    """APaaS as ``user``, outside of any room."""

    service: ClassVar[str] = "apaas_user"

    user: str
    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ApaasApp(Grant):
    """APaaS as the app."""

    service: ClassVar[str] = "apaas_app"

    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class ConvoAI(Grant):
    """Conversational AI, which stands beside RTC and RTM."""

    service: ClassVar[str] = "convo_ai"

    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None


@dataclass(frozen=True)
class Stt(Grant):
    """Speech to text, which stands beside RTC and RTM."""

    service: ClassVar[str] = "stt"

    ttl: Lifetime | None = None
    privileges: Mapping[str | int, Lifetime] | None = None
