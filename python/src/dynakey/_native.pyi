from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Literal, final

from dynakey._errors import DynakeyError
from dynakey._grants import Grant, Lifetime
from dynakey._services import Service
from dynakey._words import Word

__all__ = [
    "AccessToken",
    "AccessToken2",
    "ApaasTokenBuilder",
    "App",
    "ChatTokenBuilder2",
    "Consistency",
    "ConvoAITokenBuilder",
    "Finding",
    "FpaTokenBuilder",
    "InspectedPermission",
    "InspectedPrivilege",
    "InspectedService",
    "Inspection",
    "Permissions",
    "Report",
    "RtcTokenBuilder",
    "RtcTokenBuilder2",
    "RtmTokenBuilder",
    "RtmTokenBuilder2",
    "SttTokenBuilder",
    "__version__",
    "check",
    "error_codes",
    "inspect",
]
__version__: Final[str]
_ServiceName = Literal[
    "rtc", "rtm", "streaming", "fpa", "chat", "fcdn", "apaas", "rtm2", "convo_ai", "stt"
]

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
        appId: str, appCertificate: str, userAccount: str, role: int, privilegeExpiredTs: int
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
        cls, appID: str = "", appCertificate: str = "", channelName: str = "", uid: int | str = ""
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
class RtcTokenBuilder2:
    """Makes RTC tokens of version 007, by the names of Agora's sample code.

    All expiries are durations in seconds from now (3600, not now + 3600). The channel `"*"` is any
    channel.
    """

    @staticmethod
    def build_token_with_uid(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        uid: int | str,
        role: int,
        token_expire: int,
        privilege_expire: int = 0,
    ) -> str:
        """Make a token for a user known by a number.

        `uid` is 1 to 4294967295, or 0 for anyone. `role` is `Role_Publisher` or `Role_Subscriber`.
        `token_expire` is when the token as a whole ends, `privilege_expire` when the privileges
        do, in seconds from now; for the latter 0 is as long as the token.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_channel_name`, `invalid_uid`, `invalid_role`,
        `expiry_not_a_duration` or `invalid_text`.

        >>> token = RtcTokenBuilder2.build_token_with_uid(
        ...     app_id, app_certificate, "room", 42, Role_Publisher, 3600, 3600
        ... )
        """

    @staticmethod
    def build_token_with_user_account(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        account: str,
        role: int,
        token_expire: int,
        privilege_expire: int = 0,
    ) -> str:
        """Make a token for a user known by a text.

        `account` has 1 to 255 bytes: letters, digits, space and some punctuation. The rest is as
        for `build_token_with_uid`; in place of `invalid_uid` stands `invalid_user_account`.
        """

    @staticmethod
    def build_token_with_uid_and_privilege(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        uid: int | str,
        token_expire: int,
        join_channel_privilege_expire: int,
        pub_audio_privilege_expire: int,
        pub_video_privilege_expire: int,
        pub_data_stream_privilege_expire: int,
    ) -> str:
        """Make a token for a user known by a number, each privilege with an expiry of its own.

        All expiries are in seconds from now; for a privilege 0 is as long as the token. The rest
        is as for `build_token_with_uid`.

        >>> joins_for_an_hour_and_speaks_for_ten_minutes = (
        ...     RtcTokenBuilder2.build_token_with_uid_and_privilege(
        ...         app_id, app_certificate, "room", 42, 3600, 3600, 600, 600, 600
        ...     )
        ... )
        """

    @staticmethod
    def build_token_with_user_account_and_privilege(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        account: str,
        token_expire: int,
        join_channel_privilege_expire: int,
        pub_audio_privilege_expire: int,
        pub_video_privilege_expire: int,
        pub_data_stream_privilege_expire: int,
    ) -> str:
        """Make a token for a user known by a text, each privilege with an expiry of its own.

        The expiries are as for `build_token_with_uid_and_privilege`, the rest as for
        `build_token_with_user_account`.
        """

    @staticmethod
    def build_token_with_rtm(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        account: str,
        role: int,
        token_expire: int,
        privilege_expire: int = 0,
    ) -> str:
        """Make a token with which a user may join the channel and log in to RTM.

        `account` has 1 to 64 bytes and is the user in both. The login lasts as long as the token.
        The rest is as for `build_token_with_user_account`.
        """

    @staticmethod
    def build_token_with_rtm2(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        rtc_account: str,
        rtc_role: int,
        rtc_token_expire: int,
        join_channel_privilege_expire: int,
        pub_audio_privilege_expire: int,
        pub_video_privilege_expire: int,
        pub_data_stream_privilege_expire: int,
        rtm_user_id: str,
        rtm_token_expire: int,
    ) -> str:
        """Make a token with which `rtc_account` may join a channel and `rtm_user_id` use RTM.

        Each privilege has an expiry of its own, in seconds from now; 0 is as long as the token. A
        subscriber only joins. `rtm_user_id` has 1 to 64 bytes.

        Raises `InvalidInputError` as `build_token_with_user_account`.
        """

@final
class RtmTokenBuilder2:
    """Makes RTM tokens of version 007, by the names of Agora's sample code."""

    @staticmethod
    def build_token(app_id: str, app_certificate: str, user_id: str, expire: int) -> str:
        """Make a token with which a user may log in to RTM.

        `user_id` has 1 to 64 bytes: letters, digits, space and some punctuation. `expire` is when
        the token ends, in seconds from now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_user_account`, `expiry_not_a_duration` or
        `invalid_text`.

        >>> token = RtmTokenBuilder2.build_token(app_id, app_certificate, "ann", 3600)
        """

    @staticmethod
    def build_token_with_permissions(
        app_id: str, app_certificate: str, user_id: str, permissions: Permissions, expire: int = 0
    ) -> str:
        """Make a token with which a user may log in to RTM and use single resources.

        It is one of the service RTM2. The rest is as for `build_token`; also `field_too_long` and
        `token_too_large` about `permissions`.

        >>> permissions = ServiceRtm2.Permissions().add(
        ...     Permissions.MESSAGE_CHANNELS, Permissions.READ, ["news"]
        ... )
        >>> token = RtmTokenBuilder2.build_token_with_permissions(
        ...     app_id, app_certificate, "ann", permissions, 3600
        ... )
        """

@final
class ChatTokenBuilder2:
    """Makes Chat tokens, by the names of Agora's sample code."""

    @staticmethod
    def build_user_token(app_id: str, app_certificate: str, user_id: str, expire: int) -> str:
        """Make a token with which a user may use Chat.

        `user_id` is any text but an empty one. `expire` is when the token ends, in seconds from
        now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_user_account`, `expiry_not_a_duration`,
        `field_too_long` or `invalid_text`.

        >>> token = ChatTokenBuilder2.build_user_token(app_id, app_certificate, "ann", 3600)
        """

    @staticmethod
    def build_app_token(app_id: str, app_certificate: str, expire: int) -> str:
        """Make a token with which a server may manage the project's Chat.

        The arguments are as for `build_user_token`.

        >>> token = ChatTokenBuilder2.build_app_token(app_id, app_certificate, 3600)
        """

@final
class FpaTokenBuilder:
    """Makes tokens for full-path acceleration, by the names of Agora's sample code."""

    @staticmethod
    def build_token(app_id: str, app_certificate: str) -> str:
        """Make a token for 24 hours.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate` or `invalid_text`.

        >>> token = FpaTokenBuilder.build_token(app_id, app_certificate)
        """

@final
class ApaasTokenBuilder:
    """Makes tokens for flexible classroom and education, by the names of Agora's sample code."""

    @staticmethod
    def build_room_user_token(
        app_id: str, app_certificate: str, room_uuid: str, user_uuid: str, role: int, expire: int
    ) -> str:
        """Make a token with which a user may enter a room, and there use RTM and Chat.

        `room_uuid` and `user_uuid` are any texts but empty ones. `role` is a whole number from
        -32768 to 32767, which the classroom gives a meaning. `expire` is when the token ends, in
        seconds from now.

        Raises `InvalidInputError` about the first argument at fault: `invalid_app_id`,
        `invalid_app_certificate`, `invalid_channel_name` about the room, `invalid_user_account`,
        `invalid_role`, `expiry_not_a_duration`, `field_too_long` or `invalid_text`.

        >>> token = ApaasTokenBuilder.build_room_user_token(
        ...     app_id, app_certificate, "room", "ann", 1, 3600
        ... )
        """

    @staticmethod
    def build_user_token(app_id: str, app_certificate: str, user_uuid: str, expire: int) -> str:
        """Make a token with which a user may use APaaS outside of any room.

        The arguments are as for `build_room_user_token`.

        >>> token = ApaasTokenBuilder.build_user_token(app_id, app_certificate, "ann", 3600)
        """

    @staticmethod
    def build_app_token(app_id: str, app_certificate: str, expire: int) -> str:
        """Make a token with which a server may manage the project's APaaS.

        The arguments are as for `build_room_user_token`.

        >>> token = ApaasTokenBuilder.build_app_token(app_id, app_certificate, 3600)
        """

@final
class ConvoAITokenBuilder:
    """Makes tokens for conversational AI, by the names of Agora's sample code."""

    @staticmethod
    def build_token(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        rtc_account: str,
        rtc_role: int,
        rtc_token_expire: int,
        join_channel_privilege_expire: int,
        pub_audio_privilege_expire: int,
        pub_video_privilege_expire: int,
        pub_data_stream_privilege_expire: int,
        rtm_user_id: str,
        rtm_token_expire: int,
    ) -> str:
        """Make a token for this service, RTC and RTM.

        The arguments and errors are those of `RtcTokenBuilder2.build_token_with_rtm2`.
        """

@final
class SttTokenBuilder:
    """Makes tokens for speech to text, by the names of Agora's sample code."""

    @staticmethod
    def build_token(
        app_id: str,
        app_certificate: str,
        channel_name: str,
        rtc_account: str,
        rtc_role: int,
        rtc_token_expire: int,
        join_channel_privilege_expire: int,
        pub_audio_privilege_expire: int,
        pub_video_privilege_expire: int,
        pub_data_stream_privilege_expire: int,
        rtm_user_id: str,
        rtm_token_expire: int,
    ) -> str:
        """Make a token for this service, RTC and RTM.

        The arguments and errors are those of `RtcTokenBuilder2.build_token_with_rtm2`.
        """

@final
class Permissions:
    """What a user of RTM may do with which resources.

    For each type of resource and each kind of permission it has the names of the resources.

    >>> permissions = Permissions().add(Permissions.USERS, Permissions.WRITE, ["ann", "ben"])
    >>> list(permissions)
    [(4, 1, ['ann', 'ben'])]
    """

    MESSAGE_CHANNELS: ClassVar[int]
    STREAM_CHANNELS: ClassVar[int]
    GROUP_CHANNELS: ClassVar[int]
    SERVER_GROUPS: ClassVar[int]
    USERS: ClassVar[int]
    READ: ClassVar[int]
    WRITE: ClassVar[int]

    def __new__(cls) -> Permissions: ...
    def add(self, resource_type: int, permission_type: int, names: Iterable[str]) -> Permissions:
        """Permit something on some resources, in place of what these two types had before;
        gives this object.

        The types are numbers, 0 to 65535, such as `Permissions.MESSAGE_CHANNELS` and
        `Permissions.READ`; `names` is any iterable of texts, whose order is kept.

        Raises `InvalidInputError`: `number_out_of_range` or `invalid_text`.
        """

    def __setstate__(self, entries: list[tuple[int, int, list[str]]]) -> None: ...
    def __iter__(self) -> Iterator[tuple[int, int, list[str]]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class AccessToken2:
    """A version 007 token in its parts, by the names of Agora's sample code.

    For any services with any privileges, with the salt, the time of issue and the duration as they
    are set. An `issue_ts` of 0 is now; `expire` is in seconds from then. The certificate is not an
    attribute: nothing prints or copies it.

    >>> token = AccessToken2(app_id, app_certificate, expire=600)
    >>> rtc = ServiceRtc("room", 42)
    >>> rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600)
    >>> token.add_service(rtc)
    >>> text = token.build()
    """

    app_id: str
    "The App ID, 32 hexadecimal digits."
    issue_ts: int
    "When the token was issued, in Unix seconds."
    expire: int
    "How long the token lasts from its issue, in seconds."
    salt: int
    "What makes two tokens of one second differ, 32 bits; random unless set."
    services: list[Service]
    "The services. It is live: what is put in it is built, sorted by the types' numbers."

    def __new__(
        cls, app_id: str = "", app_certificate: str = "", issue_ts: int = 0, expire: int = 900
    ) -> AccessToken2: ...
    def add_service(self, service: Service) -> None:
        """Add a service, such as a `ServiceRtc`. One of a type that the token has already stands
        beside it.
        """

    def get_services(self, type: int) -> list[Service]:
        """Give the services of one type, by its number, such as `ServiceRtc.kServiceType`."""

    def build(self) -> str:
        """Make the token from what the attributes hold now.

        Ids, sizes, texts and the ranges of numbers are checked, nothing else: this object is for
        full control.

        Raises `InvalidInputError` about the first attribute at fault, for one of a service with
        its position as `index`: `invalid_app_id`, `invalid_app_certificate`,
        `expiry_not_a_timestamp` about `issue_ts`, `expiry_not_a_duration`, `number_out_of_range`,
        `invalid_channel_name`, `invalid_uid`, `invalid_user_account`, `invalid_role`,
        `no_services`, `field_too_long` or `invalid_text`; `MalformedTokenError` with
        `token_too_large`.
        """

    def from_string(self, origin_token: str) -> bool:
        """Read a token into this object: everything but the certificate.

        `False`, with everything cleared, if the token can't be read; `inspect` says why. A service
        that is not known ends the list; a token that is built then lacks it.
        """

    def verify_signature(self, certificate: str) -> bool:
        """Tell whether a certificate made the token that was read, by the bytes that came.

        `False` if none was read. `App.verify` says more.
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
    >>> token = app.rtc_token("room", 42, ttl=3600)
    >>> app.verify(token, channel="room", user=42).ok
    True
    """

    def __new__(
        cls, app_id: str, app_certificate: str, *, secondary_certificate: str | None = None
    ) -> App: ...
    @property
    def app_id(self) -> str:
        """The App ID, in the case that it was given in."""

    def rtc_token(
        self,
        channel: str | Literal[Word.ANY_CHANNEL],
        user: int | str | Literal[Word.ANY_USER],
        *,
        role: int | Literal["publisher", "subscriber"] = 1,
        ttl: Lifetime = 3600,
        version: Literal["006", "007"] = "007",
    ) -> str:
        """Make a token with which a user may join a channel.

        `channel` is a name or `ANY_CHANNEL`, which only version 007 knows and which is never
        together with `ANY_USER`. `user` is a uid (a number, 1 to 4294967295), an account (a text
        of 1 to 255 bytes) or `ANY_USER`. `role` is a `Role` or "publisher" or "subscriber";
        publisher unless said. `ttl` is how long the privileges last, 1 second to 24 hours, in
        seconds or as a `timedelta`; 1 hour unless said. `version` is "007" unless said. A token of
        version "006" ends 24 hours from now as a whole.

        Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name`,
        `invalid_uid` or `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range` or
        `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.

        >>> token = app.rtc_token("room", "ann", role=Role.SUBSCRIBER, ttl=600)
        """

    def rtc_tokens(
        self,
        channel: str | Literal[Word.ANY_CHANNEL],
        users: Iterable[int | str | Literal[Word.ANY_USER]],
        *,
        role: int | Literal["publisher", "subscriber"] = 1,
        ttl: Lifetime = 3600,
        version: Literal["006", "007"] = "007",
    ) -> list[str]:
        """Make tokens for many users of one channel, in their order, each with its own salt.

        `users` is any iterable of what `rtc_token` takes as a user. All or nothing: an error about
        a user has its position as `index`. It costs less than as many calls, and the GIL is
        released meanwhile. The rest is as for `rtc_token`.

        >>> tokens = app.rtc_tokens("room", [1, 2, "ann"], ttl=600)
        """

    def rtm_token(
        self, user: str, *, ttl: Lifetime = 3600, version: Literal["006", "007"] = "007"
    ) -> str:
        """Make a token with which a user, a text of 1 to 64 bytes, may log in to RTM.

        `ttl` and `version` are as for `rtc_token`.

        Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range` or
        `invalid_text`; `MalformedTokenError` with `unsupported_version` for another version.

        >>> token = app.rtm_token("ann")
        >>> app.verify(token, channel=UNCHECKED, user="ann").ok
        True
        """

    def chat_user_token(self, user: str, *, ttl: Lifetime = 3600) -> str:
        """Make a token with which a user, any text but an empty one, may use Chat.

        `ttl` is as for `rtc_token`.

        Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range`,
        `field_too_long` or `invalid_text`.

        >>> token = app.chat_user_token("ann", ttl=600)
        """

    def chat_app_token(self, *, ttl: Lifetime = 3600) -> str:
        """Make a token with which a server may manage the project's Chat: it is not for any user.

        `ttl` is as for `rtc_token`.

        Raises `InvalidInputError`: `ttl_out_of_range`.

        >>> token = app.chat_app_token(ttl=600)
        """

    def fpa_token(self) -> str:
        """Make a token with which a client may use full-path acceleration, for 24 hours.

        >>> token = app.fpa_token()
        """

    def apaas_room_token(self, room: str, user: str, role: int, *, ttl: Lifetime = 3600) -> str:
        """Make a token with which a user may enter an APaaS room, and there use RTM and Chat.

        `room` and `user` are any texts but empty ones. `role` is a whole number from -32768 to
        32767, which the classroom gives a meaning (1 teacher, 2 student, 3 assistant). `ttl` is as
        for `rtc_token`.

        Raises `InvalidInputError` about the first argument at fault: `invalid_channel_name` about
        `room`, `invalid_user_account` about `user`, `invalid_role`, `ttl_out_of_range`,
        `field_too_long` or `invalid_text`.

        >>> token = app.apaas_room_token("room", "ann", role=1, ttl=600)
        """

    def apaas_user_token(self, user: str, *, ttl: Lifetime = 3600) -> str:
        """Make a token with which a user, any text but an empty one, may use APaaS outside of any
        room.

        `ttl` is as for `rtc_token`.

        Raises `InvalidInputError`: `invalid_user_account` about `user`, `ttl_out_of_range`,
        `field_too_long` or `invalid_text`.

        >>> token = app.apaas_user_token("ann", ttl=600)
        """

    def apaas_app_token(self, *, ttl: Lifetime = 3600) -> str:
        """Make a token with which a server may manage the project's APaaS: it is not for any user.

        `ttl` is as for `rtc_token`.

        Raises `InvalidInputError`: `ttl_out_of_range`.

        >>> token = app.apaas_app_token(ttl=600)
        """

    def token(self, services: Iterable[Grant], *, ttl: Lifetime = 3600) -> str:
        """Make one token, of version 007, that opens several services.

        `services` is any iterable of grants, such as `Rtc` and `Rtm`, some of a kind more than
        once if need be. `ttl` is as for `rtc_token`; it is also how long a grant's privileges last
        that says nothing else.

        Raises `InvalidInputError` about the first argument at fault, for one of a grant with its
        position as `index`: `invalid_channel_name`, `invalid_uid`, `invalid_user_account`,
        `invalid_role`, `ttl_out_of_range`, `invalid_call` about a privilege that the service does
        not have, `no_services`, `field_too_long` or `invalid_text`; `MalformedTokenError` with
        `token_too_large`.

        >>> token = app.token([Rtc("room", "ann", privileges={"publish_video": 60}), Rtm("ann")])
        """

    def verify(
        self,
        token: str,
        channel: str | Literal[Word.ANY_CHANNEL, Word.UNCHECKED],
        user: int | str | Literal[Word.ANY_USER, Word.UNCHECKED],
        service: _ServiceName | None = None,
        privileges: Iterable[int | str] = (),
        leeway: float | timedelta = 0,
        min_remaining: float | timedelta = 0,
        at: float | datetime | None = None,
    ) -> Report:
        """Verify a token, whoever made it, and say everything that is wrong with it.

        Never raises for what is in the token: everything is a finding of the report.
        `report.raise_if_invalid()` raises if it is not good.

        `channel` and `user` are whom the token must be for; an APaaS room stands in the channel's
        place. Either may be `UNCHECKED`, but the signature of version 006 can't be checked then,
        which is an error in the report. A token for anyone or any channel is good only where
        `ANY_USER` or `ANY_CHANNEL` is said. `service` is a name such as "rtc", "rtm" or "chat";
        unless said, it is RTC if the token opens that, else the first that it opens. An RTM token
        has no channel: say `UNCHECKED`. `privileges` are those it must grant besides joining, by
        name, such as "publish_audio", or by number. `leeway` is how far the clocks may differ,
        either way, `min_remaining` how long the token must still last; both in whole seconds or as
        a `timedelta`. `at` is the time of the check, in Unix seconds or as a `datetime` with its
        time zone; now unless said.

        Findings and hints are for those who operate a service: don't show them to its callers,
        whom they would help to guess.

        Raises `InvalidInputError` about an argument other than the token: `invalid_channel_name`,
        `invalid_uid` or `invalid_user_account` about `user`, `invalid_expectation` or
        `invalid_text`.

        >>> token = app.rtc_token("room", 42)
        >>> report = app.verify(token, channel="Room", user=42)
        >>> [finding.code for finding in report.findings]
        ['channel_mismatch']
        """

def check(
    token: str,
    channel: str | Literal[Word.ANY_CHANNEL, Word.UNCHECKED],
    user: int | str | Literal[Word.ANY_USER, Word.UNCHECKED],
    service: _ServiceName | None = None,
    privileges: Iterable[int | str] = (),
    leeway: float | timedelta = 0,
    min_remaining: float | timedelta = 0,
    at: float | datetime | None = None,
) -> Consistency:
    """Check a token without a certificate, which proves nothing: a forged token can be consistent.

    The arguments are those of `App.verify`; of version 006, `channel` and `user` are compared with
    the token's checksums. Never raises for what is in the token.

    Raises `InvalidInputError` about an argument other than the token, as `App.verify`.

    >>> token = app.rtc_token("room", 42)
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
class InspectedPrivilege:
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
class InspectedService:
    """A service that a token opens."""

    @property
    def name(self) -> str:
        """The service's name, such as `"rtc"`."""

    @property
    def number(self) -> int:
        """The service's number, as version 007 writes it."""

    @property
    def channel(self) -> str | None:
        """The name of the channel or room, `"*"` for any; `None` if the service has none, and in
        version 006, which does not hold it.
        """

    @property
    def user(self) -> str | None:
        """The user as text, empty for anyone (Chat, APaaS: for the app); `None` if the service has
        none, and in version 006, which does not hold it.
        """

    @property
    def role(self) -> int | None:
        """APaaS: the user's role in the room."""

    @property
    def privileges(self) -> list[InspectedPrivilege]:
        """What the user may do."""

    @property
    def permissions(self) -> list[InspectedPermission]:
        """RTM2: which resources the user may use."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Inspection:
    """What a token says about itself; nothing in it is proven."""

    @property
    def version(self) -> str:
        """The token's version, `"006"` or `"007"`."""

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
        builders all let it end after 24 hours. Version 007 holds it.
        """

    @property
    def expires_at(self) -> datetime:
        """When the token as a whole ends, in UTC; privileges may end earlier."""

    @property
    def services(self) -> list[InspectedService]:
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
    def unknown_service(self) -> int | None:
        """Version 007: the number of the first service that is not known.

        What follows it in the token can't be read, though it is signed.
        """

    @property
    def trailing_bytes(self) -> int:
        """How many bytes within the signed part follow all that is understood."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as dicts, lists, texts and numbers, fit for JSON; times in Unix seconds."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class InspectedPermission:
    """A permission that an RTM2 token grants."""

    @property
    def resource(self) -> str | None:
        """The type of the resources, such as `"message_channels"`; `None` for a number without a
        name.
        """

    @property
    def resource_number(self) -> int:
        """The number of the resources' type."""

    @property
    def permission(self) -> str | None:
        """`"read"` or `"write"`; `None` for a number without a name."""

    @property
    def permission_number(self) -> int:
        """The permission's number."""

    @property
    def names(self) -> list[str]:
        """The names of the resources."""

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
