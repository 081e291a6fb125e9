from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Literal, final

__all__ = [
    "AccessToken",
    "App",
    "Consistency",
    "Finding",
    "Inspection",
    "Privilege",
    "Report",
    "RtcTokenBuilder",
    "RtmTokenBuilder",
    "Service",
    "Word",
    "__version__",
    "check",
    "error_codes",
    "inspect",
]

__version__: Final[str]

@final
class Word:
    ANY_USER: ClassVar[Word]
    UNCHECKED: ClassVar[Word]
    def __int__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RtcTokenBuilder:
    @staticmethod
    def buildTokenWithUid(
        appId: str,
        appCertificate: str,
        channelName: str,
        uid: int | str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str: ...
    @staticmethod
    def buildTokenWithAccount(
        appId: str,
        appCertificate: str,
        channelName: str,
        account: str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str: ...

@final
class RtmTokenBuilder:
    @staticmethod
    def buildToken(
        appId: str,
        appCertificate: str,
        userAccount: str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str: ...

@final
class AccessToken:
    kJoinChannel: ClassVar[int]
    kPublishAudioStream: ClassVar[int]
    kPublishVideoStream: ClassVar[int]
    kPublishDataStream: ClassVar[int]
    kRtmLogin: ClassVar[int]
    appID: str
    channelName: str
    uidStr: str
    ts: int
    salt: int
    messages: dict[int, int]
    def __new__(
        cls,
        appID: str = ...,
        appCertificate: str = ...,
        channelName: str = ...,
        uid: int | str = ...,
    ) -> AccessToken: ...
    def addPrivilege(self, privilege: int, expireTimestamp: int) -> None: ...
    def build(self) -> str: ...
    def fromString(self, originToken: str) -> bool: ...

@final
class App:
    def __new__(
        cls, app_id: str, app_certificate: str, *, secondary_certificate: str | None = None
    ) -> App: ...
    @property
    def app_id(self) -> str: ...
    def rtc_token(
        self,
        channel: str,
        user: int | str | Word,
        *,
        role: int | Literal["publisher", "subscriber"] = ...,
        ttl: float | timedelta = ...,
        version: Literal["006"] = ...,
    ) -> str: ...
    def rtc_tokens(
        self,
        channel: str,
        users: Iterable[int | str | Word],
        *,
        role: int | Literal["publisher", "subscriber"] = ...,
        ttl: float | timedelta = ...,
        version: Literal["006"] = ...,
    ) -> list[str]: ...
    def rtm_token(
        self, user: str, *, ttl: float | timedelta = ..., version: Literal["006"] = ...
    ) -> str: ...
    def verify(
        self,
        token: str,
        channel: str | Word,
        user: int | str | Word,
        service: Literal["rtc", "rtm"] | None = None,
        privileges: Iterable[int | str] | None = None,
        leeway: float | timedelta | None = None,
        min_remaining: float | timedelta | None = None,
        at: float | datetime | None = None,
    ) -> Report: ...

def check(
    token: str,
    channel: str | Word,
    user: int | str | Word,
    service: Literal["rtc", "rtm"] | None = None,
    privileges: Iterable[int | str] | None = None,
    leeway: float | timedelta | None = None,
    min_remaining: float | timedelta | None = None,
    at: float | datetime | None = None,
) -> Consistency: ...
def inspect(token: str) -> Inspection: ...
def error_codes() -> list[tuple[int, str]]: ...

@final
class Privilege:
    @property
    def name(self) -> str | None: ...
    @property
    def number(self) -> int: ...
    @property
    def expires_at(self) -> datetime: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Service:
    @property
    def name(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def channel(self) -> str | None: ...
    @property
    def user(self) -> str | None: ...
    @property
    def privileges(self) -> list[Privilege]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Inspection:
    @property
    def version(self) -> str: ...
    @property
    def app_id(self) -> str: ...
    @property
    def salt(self) -> int: ...
    @property
    def issued_at(self) -> datetime: ...
    @property
    def issued_at_assumed(self) -> bool: ...
    @property
    def expires_at(self) -> datetime: ...
    @property
    def services(self) -> list[Service]: ...
    @property
    def channel_crc(self) -> int | None: ...
    @property
    def user_crc(self) -> int | None: ...
    @property
    def signature(self) -> str: ...
    @property
    def trailing_bytes(self) -> int: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Finding:
    @property
    def code(self) -> str: ...
    @property
    def level(self) -> Literal["error", "warning"]: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Report:
    @property
    def ok(self) -> bool: ...
    @property
    def signature(self) -> Literal["valid", "mismatch", "undecidable", "unchecked"]: ...
    @property
    def certificate(self) -> Literal["primary", "secondary"] | None: ...
    @property
    def checked_at(self) -> datetime: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def renew_after(self) -> datetime | None: ...
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def token(self) -> Inspection | None: ...
    def raise_if_invalid(self) -> None: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Consistency:
    @property
    def consistent(self) -> bool: ...
    @property
    def checked_at(self) -> datetime: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def renew_after(self) -> datetime | None: ...
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def token(self) -> Inspection | None: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
