"""The signature and the bytes of version 007 once more, sharing nothing with the library."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import zlib


def payload(token: str) -> bytes:
    assert token[:3] == "007"
    return zlib.decompress(base64.b64decode(token[3:], validate=True))


def token_of(payload: bytes) -> str:
    return "007" + base64.b64encode(zlib.compress(payload)).decode()


def hmac_sha256(key: bytes, data: bytes) -> bytes:
    return hmac.new(key, data, hashlib.sha256).digest()


def signature(signing_info: bytes, certificate: str) -> bytes:
    """Sign what starts with an App ID of 32 digits, the time of issue, the duration, the salt."""
    issue_ts, salt = signing_info[34:38], signing_info[42:46]
    return hmac_sha256(hmac_sha256(salt, hmac_sha256(issue_ts, certificate.encode())), signing_info)


def signed(signing_info: bytes, certificate: str) -> bytes:
    return struct.pack("<H", 32) + signature(signing_info, certificate) + signing_info


def is_signed(token: str, certificate: str) -> bool:
    content = payload(token)
    return content == signed(content[34:], certificate)
