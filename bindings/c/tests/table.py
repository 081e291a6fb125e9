"""Writes testdata/ as C initializers, and says which rows C has no values for: table.py FOLDER."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

TESTDATA = Path(__file__).parents[3] / "testdata"
ROLES = {"publisher": 1, "subscriber": 2}


class Inexpressible(Exception):
    """The only reasons for which a row may be left out; any other surprise stops the program."""

    NO_TEXT = "null, a number or a truth value for a text: C has NULL, which is tested for itself"
    NO_NUMBER = "null, a fraction, a text or a list for a number: the compiler converts or refuses it"
    NO_NUMBER_OF_64_BITS = "a number that 64 bits do not hold"
    NO_NAME = "a role by a name that is none: C has numbers"


def literal(text: bytes) -> str:
    plain = [chr(b) if chr(b).isalnum() and b < 128 else f"\\{b:03o}" for b in text]
    return '"' + "".join(plain) + '"'


def text(value: object) -> str:
    """An initializer of `struct value`."""
    match value:
        case str():
            encoded = value.encode()
        case {"$": "repeat", "text": part, "times": times}:
            encoded = part.encode() * times
        case {"$": "invalid_utf8"}:
            encoded = b"a\xffb"
        case {"$": "lone_surrogate"}:
            encoded = b"\xed\xa0\x80"
        case None | bool() | int() | float():
            raise Inexpressible(Inexpressible.NO_TEXT)
        case _:
            raise ValueError(value)
    return f"{{TEXT, {literal(encoded)}, {len(encoded)}, 0}}"


def integer(value: object) -> str:
    match value:
        case None | bool() | float() | str() | list() | dict():
            raise Inexpressible(Inexpressible.NO_NUMBER)
        case int() if -(2**63) < value < 2**63:
            return f"INT64_C({value})"
        case _:
            raise Inexpressible(Inexpressible.NO_NUMBER_OF_64_BITS)


def number(value: object) -> str:
    return f"{{NUMBER, 0, 0, {integer(value)}}}"


def user(value: object) -> str:
    """A uid or an account."""
    texts = ("repeat", "invalid_utf8", "lone_surrogate")
    is_text = isinstance(value, str) or (isinstance(value, dict) and value.get("$") in texts)
    return text(value) if is_text else number(value)


def app_role(value: object) -> str:
    """A role that other languages may also say by its name."""
    if isinstance(value, str) and value not in ROLES:
        raise Inexpressible(Inexpressible.NO_NAME)
    return number(ROLES.get(value, value) if isinstance(value, str) else value)


def listed(name: str, items: list[str]) -> str:
    return f".{name} = {{{', '.join(items) or '{0}'}}}, .{name}_count = {len(items)}"


ARGUMENTS = {
    "app_id": text, "app_certificate": text, "channel_name": text, "channel": text,
    "user_account": text, "uid": user, "user": user, "role": number,
    "privilege_expired_ts": number, "ttl": number, "version": text, "salt": number, "ts": number,
    "token": text, "service": text, "leeway": number, "min_remaining": number, "at": number,
}  # fmt: skip
MEMBERS = {
    "channel_name": "channel", "user_account": "user", "uid": "user",
    "privilege_expired_ts": "expiry", "ttl": "expiry",
}  # fmt: skip


def bad_input(case: dict) -> str:
    call = case["call"]
    takes = dict(ARGUMENTS)
    if call.startswith("app_"):
        takes["role"] = app_role
    if call == "rtc_uid":
        takes["uid"] = number
    if call == "app_rtm":
        takes["user"] = text
    members = [f".{name} = {literal(case[name].encode())}" for name in ("id", "code", "argument")]
    members.append(f".call = {call.upper()}, .index = {case.get('index', -1)}")
    for name, value in case["args"].items():
        if name == "users":
            members.append(listed("users", [integer(uid) for uid in value]))
        elif name == "privileges":
            members.append(listed("privileges", [user(privilege) for privilege in value]))
        elif name == "messages":
            pairs = [f"{{{integer(key)}, {integer(end)}}}" for key, end in value]
            members.append(listed("messages", pairs))
        else:
            members.append(f".{MEMBERS.get(name, name)} = {takes[name](value)}")
    return "{" + ", ".join(members) + "},\n"


def vector(row: dict) -> str:
    given = row["input"]
    if row["kind"] == "access_token":
        fields = [given[name] for name in ("app_id", "app_certificate", "channel", "uid")]
        call, role, expiry, ts = "access_token", 0, 0, given["ts"]
        privileges = given["privileges"]
    else:
        *fields, role, expiry = given["args"]
        call, ts, privileges = row["op"], given["now"] + 86400, []
        if call == "rtm":
            fields.append("")
    members = [f".{name} = {literal(row[name].encode())}" for name in ("id", "token")]
    members += [
        f".{name} = {take(value)}"
        for name, take, value in zip(
            ("app_id", "app_certificate", "channel", "user"), (text, text, text, user), fields
        )
    ]
    members += [
        f".call = {call.upper()}, .role = {role}, .expiry = {integer(expiry)}",
        f".salt = {given['salt']}u, .ts = {ts}u",
        listed("privileges", [f"{{{key}, {end}}}" for key, end in privileges]),
        f".rejected = {literal(row['we_reject'].encode()) if 'we_reject' in row else 'NULL'}",
    ]
    return "{" + ", ".join(members) + "},\n"


def hostile_token(row: dict) -> str:
    head, repeated = row["token"], {"text": "", "times": 0}
    if isinstance(head, list):
        head, repeated = head
    error = row.get("error")
    findings = "".join(f"{code} " for code in row.get("findings", [error]))
    members = [
        literal(row["id"].encode()), literal(head.encode()), str(len(head.encode())),
        literal(repeated["text"].encode()), str(repeated["times"]),
        literal(error.encode()) if error else "NULL", literal(findings.encode()), str(int(row["ok"])),
    ]  # fmt: skip
    return "{" + ", ".join(members) + "},\n"


def main() -> None:
    folder = Path(sys.argv[1])
    vectors = json.loads((TESTDATA / "vectors_006.json").read_text("utf-8"))["vectors"]
    (folder / "vectors_006.inc").write_text("".join(map(vector, vectors)))
    cases = json.loads((TESTDATA / "bad_inputs.json").read_text("utf-8"))["cases"]
    tokens = json.loads((TESTDATA / "hostile_tokens.json").read_text("utf-8"))["tokens"]
    (folder / "hostile_tokens.inc").write_text("".join(map(hostile_token, tokens)))
    rows: list[str] = []
    left_out: Counter[str] = Counter()
    for case in cases:
        try:
            rows.append(bad_input(case))
        except Inexpressible as reason:
            left_out[str(reason)] += 1
    (folder / "bad_inputs.inc").write_text("".join(rows))
    print(f"{len(rows)} of {len(cases)} mistakes can be made in C or C++; not")
    for reason, count in left_out.items():
        print(f"  {count:3} {reason}")


if __name__ == "__main__":
    main()
