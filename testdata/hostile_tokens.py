"""Writes hostile_tokens.json: tokens that an attacker, a bug or a bad copy may bring.

A tiny encoder of its own makes them; the expectations are written here by hand.
Run it with CPython and stock zlib: testdata/hostile_tokens.py > testdata/hostile_tokens.json
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import zlib
from struct import pack

APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
AT = 1_700_000_000
LAST = 2**32 - 1
PAYLOAD = 256 * 1024
TEXT = 384 * 1024
BAD, LARGE = "malformed_token", "token_too_large"
ROWS: list[dict[str, object]] = []


def row(about: str, token: object, *findings: str, ok: bool = False, error: str = "") -> None:
    """Add a token that cannot be read (`error`) or is verified with these findings."""
    found = {"error": error} if error else {"findings": list(findings)}
    number = f"h{len(ROWS) + 1:03}"
    ROWS.append({"id": number, "about": about, "token": token, **found, "ok": ok})


def sha(key: bytes, data: bytes) -> bytes:
    return hmac.new(key, data, hashlib.sha256).digest()


def counted(data: bytes | str) -> bytes:
    data = data.encode() if isinstance(data, str) else data
    return pack("<H", len(data)) + data


def table(pairs: list[tuple[int, int]]) -> bytes:
    return pack("<H", len(pairs)) + b"".join(pack("<HI", *pair) for pair in pairs)


def text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def v006(
    salt: int = 1,
    ts: int = AT + 86400,
    privileges: bytes = table([(n, AT + 3600) for n in (1, 2, 3, 4)]),
    app_id: str = APP_ID,
    crc: int = 0,
    tail: bytes = b"",
    after: bytes = b"",
    flip: int = 0,
    names: tuple[bytes, bytes] = (b"room", b"42"),
) -> str:
    message = pack("<II", salt, ts) + privileges + tail
    signature = bytearray(sha(CERTIFICATE.encode(), app_id.encode() + b"".join(names) + message))
    signature[0] ^= flip
    sums = pack("<II", zlib.crc32(names[0]) ^ crc, zlib.crc32(names[1]))
    return f"006{app_id}" + text(counted(bytes(signature)) + sums + counted(message) + after)


HOUR = table([(n, 3600) for n in (1, 2, 3, 4)])


def service(number: int = 1, privileges: bytes = HOUR, fields: bytes = b"") -> bytes:
    return pack("<H", number) + privileges + fields


def names(*fields: bytes | str) -> bytes:
    return b"".join(map(counted, fields))


RTC = service(fields=names("room", "42"))


def payload(
    *services: bytes,
    issue: int = AT,
    expire: int = 3600,
    salt: int = 1,
    app_id: bytes | str = APP_ID,
    count: int | None = None,
    tail: bytes = b"",
    signature_length: int = 32,
    flip: int = 0,
) -> bytes:
    services = services or (RTC,)
    info = counted(app_id) + pack("<III", issue, expire, salt)
    info += pack("<H", len(services) if count is None else count) + b"".join(services) + tail
    key = sha(pack("<I", salt), sha(pack("<I", issue), CERTIFICATE.encode()))
    signature = bytearray(sha(key, info).ljust(signature_length, b"\0")[:signature_length])
    if flip:
        signature[0] ^= flip
    return counted(bytes(signature)) + info


def stream(data: bytes, level: int = 6, window: int = 15, strategy: int = 0) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, window, 8, strategy)
    return packer.compress(data) + packer.flush()


def v007(*services: bytes, **fields: object) -> str:
    return "007" + text(stream(payload(*services, **fields)))  # type: ignore[arg-type]


def zeros(megabytes: int) -> object:
    """A text that inflates to so many MiB of zeros: 1032 bytes come of each byte."""
    packer = zlib.compressobj(9)
    data = packer.compress(bytes(8 * 2**20))
    # After its head the stream is one byte over and over, and so is its text.
    start = next(at for at in range(0, 120, 3) if len(set(data[at : at + 300])) == 1)
    times = megabytes * 2**20 // (3 * 1032)
    unit = text(data[start : start + 3])
    return ["007" + text(data[:start]), {"$": "repeat", "text": unit, "times": times}]


def good() -> None:
    row("a good token of version 006", v006(), ok=True)
    row("a good token of version 007", v007(), ok=True)
    for salt in (0, 2**31, LAST):
        row(f"006, salt {salt}", v006(salt=salt), ok=True)
        row(f"007, salt {salt}", v007(salt=salt), ok=True)


def times() -> None:
    def ends(value: int) -> bytes:
        return table([(n, value) for n in (1, 2, 3, 4)])

    past, long = "expiry_looks_like_duration", "longer_than_24h"
    join, whole, span = "privilege_expired", "token_expired", "expiry_looks_like_timestamp"
    row("006, its end is 0", v006(ts=0), whole, past, long)
    row("006, its end is 1", v006(ts=1), whole, past, long)
    row("006, its end is 2^31 - 1", v006(ts=2**31 - 1), long, ok=True)
    row("006, its end is 2^31", v006(ts=2**31), long, ok=True)
    row("006, its end is 2^32 - 1", v006(ts=LAST), long, ok=True)
    row("006, privileges end at 1", v006(privileges=ends(1)), join, past)
    for value in (2**31 - 1, 2**31, LAST):
        row(f"006, privileges end at {value}", v006(privileges=ends(value)), long, ok=True)
    row("006, privileges end with the token", v006(privileges=ends(0)), ok=True)

    for issue in (0, 1, 2**30):
        row(f"007, issued at {issue}", v007(issue=issue), whole)
    for issue in (2**31 - 1, 2**31, LAST):
        row(f"007, issued at {issue}", v007(issue=issue), "issued_in_future")
    for expire in (0, 1):
        row(f"007, for {expire} seconds", v007(expire=expire), whole)
    for expire in (2**31 - 1, 2**31, LAST):
        row(f"007, for {expire} seconds", v007(expire=expire), span, long, ok=True)
    whole_range = v007(issue=LAST, expire=LAST)
    row("007, issued at and for 2^32 - 1", whole_range, "issued_in_future", span, long)
    for value, *findings in ((0,), (1, join), (2**31 - 1, span, long), (LAST, span, long)):
        lasting = service(privileges=ends(value), fields=names("room", "42"))
        ok = join not in findings
        row(f"007, privileges for {value} seconds", v007(lasting), *findings, ok=ok)


def services() -> None:
    unknown = "unknown_service"
    row("no service at all", v007(count=0, tail=b""), "service_missing", "trailing_bytes")
    row("fewer services than are announced", v007(count=2), error=BAD)
    row("more services than are announced", v007(RTC, RTC, count=1), "trailing_bytes", ok=True)
    row("65535 services are announced", v007(count=65535), error=BAD)
    for number in (0, 11, 255, 256, 65535):
        row(f"service {number} alone", v007(service(number)), "service_missing", unknown)
    row("an unknown service after RTC", v007(RTC, service(4242)), unknown, ok=True)
    row("an unknown service before RTC", v007(service(4242), RTC), "service_missing", unknown)
    other = service(fields=names("another", "43"))
    row("RTC twice, the same", v007(RTC, RTC), ok=True)
    row("RTC twice, the second fits", v007(other, RTC), ok=True)
    row("RTC twice, neither fits", v007(other, other), "channel_mismatch", "user_mismatch")
    row("RTC 5000 times, the last fits", v007(*[other] * 4999, RTC), ok=True)
    every = [
        RTC, service(2, fields=names("42")), service(3, fields=names("room", "42")), service(4),
        service(5, fields=names("42")), service(6, fields=names("room", "42")),
        service(7, fields=names("room", "42") + pack("<h", -1)),
        service(8, fields=names("42") + pack("<H", 0)), service(9), service(10),
    ]  # fmt: skip
    row("every service in one token", v007(*every), ok=True)
    row("every service backwards", v007(*every[::-1]), ok=True)

    def with_privileges(privileges: bytes) -> str:
        return v007(service(privileges=privileges, fields=names("room", "42")))

    twice, apart = table([(1, 600), (1, 600)]), table([(1, 600), (2, 600), (1, 600)])
    row("006, a privilege twice", v006(privileges=twice), error=BAD)
    row("006, a privilege twice, apart", v006(privileges=apart), error=BAD)
    row("007, a privilege twice", with_privileges(twice), error=BAD)
    row("007, a privilege twice, apart", with_privileges(apart), error=BAD)
    row("006, 65535 privileges are announced", v006(privileges=b"\xff\xff"), error=BAD)
    row("007, 65535 privileges are announced", with_privileges(b"\xff\xff"), error=BAD)
    none = table([])
    missing = ("privilege_missing", "join_only")
    row("006, no privilege", v006(privileges=none), "service_missing")
    row("007, no privilege", with_privileges(none), *missing)
    odd = table([(0, 3600), (5, 3600), (1000, 3600), (65535, 3600)])
    row("007, only privileges without a name", with_privileges(odd), *missing)
    rtm2 = names("42") + pack("<HHHHH", 1, 1, 1, 1, 65535)
    row("RTM2, 65535 names are announced", v007(service(8, fields=rtm2)), error=BAD)


def texts() -> None:
    def named(channel: bytes | str, user: bytes | str = "42") -> str:
        return v007(service(fields=names(channel, user)))

    row("a channel that is not UTF-8", named(b"ro\xffom"), error=BAD)
    row("a channel with an encoded surrogate", named(b"\xed\xa0\x80"), error=BAD)
    row("a channel in an overlong encoding", named(b"\xc1\xb2oom"), error=BAD)
    for channel in ("room\0", "\x1b[31mroom", "room\r\n", "\u202emoor", "r\u043eom", " room"):
        row(f"the channel {ascii(channel)}", named(channel), "channel_mismatch")
    row("a channel without a name", named(""), "channel_mismatch")
    row("any channel", named("*"), "channel_mismatch")
    row("any user", named("room", ""), "user_mismatch")
    row("the user 042", named("room", "042"), "user_mismatch")
    row(
        "the user 4294967338, which is 42 in 32 bits",
        named("room", str(2**32 + 42)),
        "user_mismatch",
    )
    row("a channel of 65535 bytes", named("r" * 65535), "channel_mismatch")
    short = service(fields=b"\xff\xffroom")
    row("a channel of 65535 bytes of which 4 came", v007(short), error=BAD)
    row("an App ID of 31 digits", v007(app_id=APP_ID[1:]), error=BAD)
    row("an App ID that is not hexadecimal", v007(app_id="g" * 32), error=BAD)
    row("an App ID of two-byte letters", v007(app_id="\xe9" * 16), error=BAD)
    row("006, an App ID of two-byte letters", v006(app_id="\xe9" * 16), error=BAD)
    row("another App ID", v007(app_id="0" * 32), "app_id_mismatch")
    row("the App ID in lower case", v007(app_id=APP_ID.lower()), "app_id_mismatch")


def signatures() -> None:
    forged = "signature_mismatch"
    for bit in (1, 128):
        row(f"006, a bit of the signature flipped: {bit}", v006(flip=bit), forged)
        row(f"007, a bit of the signature flipped: {bit}", v007(flip=bit), forged)
    for length in (0, 31, 33, 65535):
        row(f"007, a signature of {length} bytes", v007(signature_length=length), error=BAD)
    row("006, a checksum changed", v006(crc=1), "checksum_mismatch")
    row(
        "006, bytes in the message after the privileges",
        v006(tail=b"\0" * 9),
        "trailing_bytes",
        ok=True,
    )
    row("006, bytes after the message", v006(after=b"\0"), error=BAD)
    row("007, bytes after the services", v007(tail=b"\0" * 9), "trailing_bytes", ok=True)


def sizes() -> None:
    full = PAYLOAD - len(payload())
    row("a payload of 256 KiB", v007(tail=bytes(full)), "trailing_bytes", ok=True)
    row("a payload of 256 KiB and a byte", v007(tail=bytes(full + 1)), error=LARGE)
    row("a text that inflates to 4 MiB", zeros(4), error=LARGE)
    row("a text that inflates to 64 MiB", zeros(64), error=LARGE)
    row("a text that would inflate to 250 MiB", zeros(250), error=LARGE)
    # Five bytes that give none: 0, two bytes of length, the same inverted.
    empty = {"$": "repeat", "text": text(b"\0\0\xff\xff\0" * 3), "times": 19000}
    row("a text of empty blocks", ["007" + text(b"\x78\x9c\0"), empty], error=BAD)
    for version in ("006", "007"):
        most = {"$": "repeat", "text": "A", "times": TEXT - 3}
        row(f"{version}, a text of 384 KiB", [version, most], error=BAD)
        more = {"$": "repeat", "text": "A", "times": TEXT - 2}
        row(f"{version}, a text of 384 KiB and a byte", [version, more], error=LARGE)
        row(f"{version}, a text of 2 MB", [version, {**more, "times": 2_000_000}], error=LARGE)


def streams() -> None:
    data = payload()
    for level in (0, 1, 9):
        row(f"another compression, level {level}", "007" + text(stream(data, level)), ok=True)
    fixed = stream(data, strategy=zlib.Z_FIXED)
    row("the fixed codes", "007" + text(fixed), ok=True)
    row("a window of 512 bytes", "007" + text(stream(data, window=9)), ok=True)
    gzip = stream(data, window=31)
    row("a gzip stream", "007" + text(gzip), error=BAD)
    row("a stream without head and sum", "007" + text(stream(data, window=-15)), error=BAD)
    row("no compression at all", "007" + text(data), error=BAD)
    plain = stream(data)
    row("a wrong sum", "007" + text(plain[:-1] + bytes([plain[-1] ^ 1])), error=BAD)
    row("two streams", "007" + text(plain + plain), error=BAD)
    row("a stream and a byte", "007" + text(plain + b"\0"), error=BAD)
    row("a stream that needs a dictionary", "007" + text(b"\x78\xbb\0\0\0\1\3\0"), error=BAD)
    row("a window of 64 KiB", "007" + text(b"\x88\x1c" + plain[2:]), error=BAD)
    row("another method", "007" + text(b"\x77\x9d" + plain[2:]), error=BAD)
    row("a kind of block that is reserved", "007" + text(b"\x78\x9c\7\0\0\0"), error=BAD)
    row(
        "a stored block whose length is contradicted",
        "007" + text(b"\x78\x9c\1\5\0\5\0hello"),
        error=BAD,
    )
    row("a distance before the start", "007" + text(b"\x78\x9c\x63\0\x61\0"), error=BAD)
    row("a block without codes", "007" + text(b"\x78\x9c\5\0\0\0\0\0\0\0"), error=BAD)
    row("a payload within a payload", "007" + text(stream(plain)), error=BAD)


def letters() -> None:
    six, seven = v006(), v007()
    for token in (six, seven):
        version = token[:3]
        row(f"{version}, half of it", token[: len(token) // 2], error=BAD)
        row(f"{version}, twice", token * 2, error=BAD)
        row(f"{version}, in lower case", token.lower(), error=BAD)
        row(f"{version}, a line's end within", token[:60] + "\n" + token[60:], error=BAD)
        row(f"{version}, a NUL after it", token + "\0", error=BAD)
        row(f"{version}, a NUL within", token[:60] + "\0" + token[60:], error=BAD)
        row(
            f"{version}, percent-encoded",
            token.replace("+", "%2B").replace("=", "%3D") + "%20",
            error=BAD,
        )
        row(f"{version}, spaces for plus signs", token[:50] + " " + token[51:], error=BAD)
        row(f"{version}, in quotes", f'"{token}"', error=BAD)
        row(f"{version}, after a scheme", f"Bearer {token}", error=BAD)
        row(f"{version}, after a byte-order mark", "\ufeff" + token, error=BAD)
        row(f"{version}, a space of no width after it", token + "\u200b", error=BAD)
        row(
            f"{version}, in wide digits",
            "\uff10\uff10" + chr(0xFF10 + int(version[2])) + token[3:],
            error=BAD,
        )
        row(f"{version}, padded once more", token + "=", error=BAD)
        row(
            f"{version}, 100,000 times padded",
            [token, {"$": "repeat", "text": "=", "times": 100000}],
            error=BAD,
        )
    row("006 before what 007 holds", "006" + seven[3:], error=BAD)
    row("007 before what 006 holds", "007" + six[3:], error=BAD)
    row("two-byte letters across the App ID's end", "006" + "a" * 31 + "\xe9" * 40, error=BAD)
    row("pictures", "\U0001f511" * 50, error=BAD)
    row("NULs", "\0" * 50, error=BAD)


for rows in (good, times, services, texts, signatures, sizes, streams, letters):
    rows()
lines = ",\n".join(json.dumps(row) for row in ROWS)
print(
    '{\n"about": "Tokens that may come, and what is said of them. See README.md.",\n'
    f'"app_id": "{APP_ID}", "app_certificate": "{CERTIFICATE}",\n'
    f'"channel": "room", "user": 42, "at": {AT + 10},\n'
    f'"tokens": [\n{lines}\n]\n}}'
)
