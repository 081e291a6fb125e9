from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Literal, final

from dynakey._errors import DynakeyError
from dynakey._words import Word

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
    "__version__",
    "check",
    "error_codes",
    "inspect",
]
__version__: Final[str]

@final
class RtcTokenBuilder:
    """Makes RTC tokens of version 006, by the names of Agora's sample code."""

    @staticmethod
    def buildTokenWithUid(
        appId: str,
        appCertificate: str,
        channelName: str,
        uid: int | str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str:
        """Make a token for a user known by a number.

        `uid` is 1 to 4294967295, or 0 for anyone. `role` is one of the `Role_` numbers.
        `privilegeExpiredTs` is when the privileges end, in Unix seconds (now + 3600, not 3600); 0
        is as long as the token, 24 hours from now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `invalid_role`,
        `expiry_not_a_timestamp` or `invalid_text`.

        >>> token = RtcTokenBuilder.buildTokenWithUid(
        ...     app_id, app_certificate, "room", 42, Role_Publisher, int(time.time()) + 3600
        ... )
        """

    @staticmethod
    def buildTokenWithAccount(
        appId: str,
        appCertificate: str,
        channelName: str,
        account: str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str:
        """Make a token for a user known by a text.

        `account` has 1 to 255 bytes: letters, digits, space and some punctuation. The rest is as
        for `buildTokenWithUid`; in place of `invalid_uid` stands `invalid_user_account`.
        """

@final
class RtmTokenBuilder:
    """Makes RTM tokens of version 006, by the names of Agora's sample code."""

    @staticmethod
    def buildToken(
        appId: str,
        appCertificate: str,
        userAccount: str,
        role: int,
        privilegeExpiredTs: int,
    ) -> str:
        """Make a token with which a user may log in to RTM.

        `userAccount` has 1 to 64 bytes: letters, digits, space and some punctuation. `role` is
        always `Role_Rtm_User`. `privilegeExpiredTs` is when the login ends, in Unix seconds (now +
        3600, not 3600); 0 is as long as the token, 24 hours from now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_user_account`, `invalid_role`,
        `expiry_not_a_timestamp` or `invalid_text`.

        >>> token = RtmTokenBuilder.buildToken(
        ...     app_id, app_certificate, "ann", Role_Rtm_User, int(time.time()) + 3600
        ... )
        """

@final
class AccessToken:
    """A version 006 token in its parts, by the names of Agora's sample code.

    For any channel, any user and any privileges, with the salt and the end as they are set. `uid`
    is a number, where 0 is anyone, or a text, which is taken as it is; absent it is anyone. The
    certificate is not an attribute: nothing prints or copies it.

    >>> token = AccessToken(app_id, app_certificate, "room", 42)
    >>> token.addPrivilege(AccessToken.kJoinChannel, int(time.time()) + 3600)
    >>> text = token.build()
    """

    kJoinChannel: ClassVar[int]
    kPublishAudioStream: ClassVar[int]
    kPublishVideoStream: ClassVar[int]
    kPublishDataStream: ClassVar[int]
    kRtmLogin: ClassVar[int]
    appID: str
    "The App ID, 32 hexadecimal digits."
    channelName: str
    "The channel's name; for RTM the account."
    uidStr: str
    "The user as text; empty for anyone."
    ts: int
    "When the token as a whole ends, in Unix seconds; 24 hours from now unless set."
    salt: int
    "What makes two tokens of one second differ, 32 bits; random unless set."
    messages: dict[int, int]
    "The privileges by number, each with its end. It is live: what is put in it is built."

    def __new__(
        cls,
        appID: str = "",
        appCertificate: str = "",
        channelName: str = "",
        uid: int | str = "",
    ) -> AccessToken: ...
    def addPrivilege(self, privilege: int, expireTimestamp: int) -> None:
        """Grant a privilege.

        `privilege` is a number, 0 to 65535, such as `AccessToken.kJoinChannel`. `expireTimestamp`
        is when it ends, in Unix seconds; 0 is as long as the token. Both are checked by `build`.
        """

    def build(self) -> str:
        """Make the token from what the attributes hold now.

        Ids, sizes, texts and the ranges of numbers are checked, nothing else: this object is for
        full control, so an end in the past is written as it is.

        Raises `InvalidInputError` about the first attribute at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `number_out_of_range`,
        `expiry_not_a_timestamp`, `field_too_long` or `invalid_text`.
        """

    def fromString(self, originToken: str) -> bool:
        """Read a token into this object: its App ID, salt, end and privileges.

        A token holds neither channel nor user, so those stay. `False`, with everything cleared,
        if the token can't be read; `inspect` says why.
        """

@final
class App:
    """An Agora project: an App ID and its App Certificate, checked once.

    `secondary_certificate` is for rotation: tokens are made with the first certificate and
    verified with either, and the report says which one fits. No certificate is an attribute, nor
    in a print or an error; what is kept of it is wiped when the app is gone. May be shared by
    threads.

    Raises `InvalidInputError`: `invalid_app_id` or `invalid_app_certificate`.

    >>> app = App(os.environ["AGORA_APP_ID"], os.environ["AGORA_APP_CERTIFICATE"])
    >>> token = app.rtc_token("room", 42, ttl=3600, version="006")
    >>> app.verify(token, channel="room", user=42).ok
    True
    """

    def __new__(
        cls,
        app_id: str,
        app_certificate: str,
        *,
        secondary_certificate: str | None = None,
    ) -> App: ...
    @property
    def app_id(self) -> str:
        """The App ID, in the case that it was given in."""

    def rtc_token(
        self,
        channel: str,
        user: int | str | Literal[Word.ANY_USER],
        *,
        role: int | Literal["publisher", "subscriber"] = 1,
        ttl: float | timedelta = 3600,
        version: Literal["006"],
    ) -> str:
        """Make a token with which a user may join a channel.

        `user` is a uid (a number, 1 to 4294967295), an account (a text of 1 to 255 bytes) or
        `ANY_USER`. `role` is a `Role` or "publisher" or "subscriber"; publisher unless said. `ttl`
        is how long the privileges last, 1 second to 24 hours, in seconds or as a `timedelta`; 1
        hour unless said. `version` must be said: "006". The token as a whole ends 24 hours from
        now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name`,
        `invalid_uid` or `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range` or
        `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.

        >>> token = app.rtc_token("room", "ann", role=Role.SUBSCRIBER, ttl=600, version="006")
        """

    def rtc_tokens(
        self,
        channel: str,
        users: Iterable[int | str | Literal[Word.ANY_USER]],
        *,
        role: int | Literal["publisher", "subscriber"] = 1,
        ttl: float | timedelta = 3600,
        version: Literal["006"],
    ) -> list[str]:
        """Make tokens for many users of one channel, in their order, each with its own salt.

        `users` is any iterable of what `rtc_token` takes as a user. All or nothing: an error about
        a user has its position as `index`. It costs less than as many calls, and the GIL is
        released meanwhile. The rest is as for `rtc_token`.

        >>> tokens = app.rtc_tokens("room", [1, 2, "ann"], ttl=600, version="006")
        """

    def rtm_token(
        self, user: str, *, ttl: float | timedelta = 3600, version: Literal["006"]
    ) -> str:
        """Make a token with which a user, a text of 1 to 64 bytes, may log in to RTM.

        `ttl` and `version` are as for `rtc_token`.

        Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range` or
        `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.

        >>> token = app.rtm_token("ann", version="006")
        >>> app.verify(token, channel=UNCHECKED, user="ann").ok
        True
        """

    def verify(
        self,
        token: str,
        channel: str | Literal[Word.UNCHECKED],
        user: int | str | Word,
        service: Literal["rtc", "rtm"] | None = None,
        privileges: Iterable[int | str] = (),
        leeway: float | timedelta = 0,
        min_remaining: float | timedelta = 0,
        at: float | datetime | None = None,
    ) -> Report:
        """Verify a token, whoever made it, and say everything that is wrong with it.

        Never raises for what is in the token: everything is a finding of the report.
        `report.raise_if_invalid()` raises if it is not good.

        `channel` and `user` are whom the token must be for. Either may be `UNCHECKED`, but the
        signature of version 006 can't be checked then, which is an error in the report. `user` may
        be `ANY_USER`. `service` is "rtc" or "rtm"; unless said, the token tells. An RTM token has
        no channel: say `UNCHECKED`. `privileges` are those it must grant besides joining, by name,
        such as "publish_audio", or by number. `leeway` is how far the clocks may differ, either
        way, `min_remaining` how long the token must still last; both in whole seconds or as a
        `timedelta`. `at` is the time of the check, in Unix seconds or as a `datetime` with its
        time zone; now unless said.

        Findings and hints are for those who operate a service: don't show them to its callers,
        whom they would help to guess.

        Raises `InvalidInputError` about an argument other than the token: `invalid_channel_name`,
        `invalid_uid` or `invalid_user_account` about `user`, `invalid_expectation` or
        `invalid_text`.

        >>> token = app.rtc_token("room", 42, version="006")
        >>> report = app.verify(token, channel="Room", user=42)
        >>> [finding.code for finding in report.findings]
        ['channel_mismatch']
        """

def check(
    token: str,
    channel: str | Literal[Word.UNCHECKED],
    user: int | str | Word,
    service: Literal["rtc", "rtm"] | None = None,
    privileges: Iterable[int | str] = (),
    leeway: float | timedelta = 0,
    min_remaining: float | timedelta = 0,
    at: float | datetime | None = None,
) -> Consistency:
    """Check a token without a certificate, which proves nothing: a forged token can be consistent.

    The arguments are those of `App.verify`; `channel` and `user` are compared with the token's
    checksums. Never raises for what is in the token.

    Raises `InvalidInputError` about an argument other than the token, as `App.verify`.

    >>> token = app.rtc_token("room", 42, version="006")
    >>> dynakey.check(token, channel="room", user=42).consistent
    True
    """

def inspect(token: str) -> Inspection:
    """Read a token of any supported version, without a certificate.

    Nothing of what it says is proven: anyone can write a token.

    Raises `MalformedTokenError`: `malformed_token`, `unsupported_version` or `token_too_large`.

    >>> [privilege.name for privilege in dynakey.inspect(token).services[0].privileges]
    ['join_channel', 'publish_audio', 'publish_video', 'publish_data']
    """

def error_codes() -> list[tuple[str, type[DynakeyError]]]:
    """Give every code that an error can have, with the class that it is raised as."""

@final
class Privilege:
    """A privilege that a token grants."""

    @property
    def name(self) -> str | None:
        """The privilege's name, such as `"publish_audio"`; `None` for a number without one."""

    @property
    def number(self) -> int:
        """The privilege's number in its version and service."""

    @property
    def expires_at(self) -> datetime:
        """When the privilege ends, in UTC; the token's own end if it has none of its own."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Service:
    """A service that a token opens."""

    @property
    def name(self) -> str:
        """The service's name, such as `"rtc"`."""

    @property
    def number(self) -> int:
        """The service's number, as version 007 writes it."""

    @property
    def channel(self) -> str | None:
        """The channel's name; version 006 does not hold it."""

    @property
    def user(self) -> str | None:
        """The user as text; version 006 does not hold it."""

    @property
    def privileges(self) -> list[Privilege]:
        """What the user may do."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Inspection:
    """What a token says about itself; nothing in it is proven."""

    @property
    def version(self) -> str:
        """The token's version, `"006"`."""

    @property
    def app_id(self) -> str:
        """The App ID of the project that the token is for."""

    @property
    def salt(self) -> int:
        """The random number that makes two tokens of one second differ."""

    @property
    def issued_at(self) -> datetime:
        """When the token was made, in UTC."""

    @property
    def issued_at_assumed(self) -> bool:
        """Whether `issued_at` is assumed: version 006 holds only when a token ends, and the
        builders all let it end after 24 hours.
        """

    @property
    def expires_at(self) -> datetime:
        """When the token as a whole ends, in UTC; privileges may end earlier."""

    @property
    def services(self) -> list[Service]:
        """The services that the token opens."""

    @property
    def channel_crc(self) -> int | None:
        """Version 006: the CRC-32 of the channel's name (RTM: of the user's)."""

    @property
    def user_crc(self) -> int | None:
        """Version 006: the CRC-32 of the user as text, 0 for anyone."""

    @property
    def signature(self) -> str:
        """The signature in lower-case hexadecimal digits."""

    @property
    def trailing_bytes(self) -> int:
        """How many bytes within the signed part follow all that is understood."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Finding:
    """One thing that a check found.

    For those who operate a service: don't show it to its callers, whom it would help to guess.
    """

    @property
    def code(self) -> str:
        """The stable kind, such as `"channel_mismatch"`."""

    @property
    def level(self) -> Literal["error", "warning"]:
        """`"error"`: the token is not good for what was asked; or `"warning"`: it is, but probably
        not what was meant.
        """

    @property
    def message(self) -> str:
        """What was found, in one sentence."""

    @property
    def hint(self) -> str:
        """What usually mends it, using what the token proves."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Report:
    """The outcome of `App.verify`.

    All times are in UTC.
    """

    @property
    def ok(self) -> bool:
        """Whether the signature was checked and fits, and no finding is an error."""

    @property
    def signature(self) -> Literal["valid", "mismatch", "undecidable", "unchecked"]:
        """What is known of the signature.

        `"valid"`; `"mismatch"`; `"undecidable"`: the token is for another App ID, channel or user
        that can't be found out; `"unchecked"`: it can't be read, or channel or user were left out.
        """

    @property
    def certificate(self) -> Literal["primary", "secondary"] | None:
        """Which certificate the signature fits: `"primary"`, `"secondary"` or `None`."""

    @property
    def checked_at(self) -> datetime:
        """The time that the token was checked for."""

    @property
    def expires_at(self) -> datetime | None:
        """When the token effectively ends: the earliest of its own end, the end of its join (or
        login) privilege and 24 hours after issue. `None` if it can't be read.
        """

    @property
    def renew_after(self) -> datetime | None:
        """When to renew: 30 seconds before the effective end, when the SDKs call back."""

    @property
    def findings(self) -> list[Finding]:
        """Everything that was found, errors and warnings."""

    @property
    def token(self) -> Inspection | None:
        """What the token says about itself; `None` if it can't be read."""

    def raise_if_invalid(self) -> None:
        """Raise `VerificationError`, which holds this report, unless `ok`."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Consistency:
    """The outcome of `check`, which has no certificate and so proves nothing.

    All times are in UTC.
    """

    @property
    def consistent(self) -> bool:
        """Whether no finding is an error. A forged token can be consistent."""

    @property
    def checked_at(self) -> datetime:
        """The time that the token was checked for."""

    @property
    def expires_at(self) -> datetime | None:
        """When the token effectively ends: the earliest of its own end, the end of its join (or
        login) privilege and 24 hours after issue. `None` if it can't be read.
        """

    @property
    def renew_after(self) -> datetime | None:
        """When to renew: 30 seconds before the effective end, when the SDKs call back."""

    @property
    def findings(self) -> list[Finding]:
        """Everything that was found, errors and warnings."""

    @property
    def token(self) -> Inspection | None:
        """What the token says about itself; `None` if it can't be read."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
