"""Writes the rows of testdata/ that C's types can express as C++ initializers: table.py FILE."""

from __future__ import annotations

import json
import sys
from pathlib import Path

TESTDATA = Path(__file__).parents[3] / "testdata"
U32 = 2**32
I64 = 2**63
SECONDS = ["leeway", "min_remaining", "at"]


def literal(text: bytes) -> str:
    return 'std::string("' + "".join(f"\\x{byte:02x}" '""' for byte in text) + f'", {len(text)})'


def text(value: object) -> bytes | None:
    """The text of a value, as the bytes that C would pass."""
    if isinstance(value, str):
        encoded = value.encode()
        return None if b"\0" in encoded else encoded
    if value == {"$": "invalid_utf8"}:
        return b"a\xffb"
    if isinstance(value, dict) and value.get("$") == "repeat":
        return (value["text"] * value["times"]).encode()
    return None


def number(value: object, low: int, high: int) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value < high:
        return None
    return f"{value}LL"


def vectors() -> list[str]:
    rows = json.loads((TESTDATA / "vectors_006.json").read_text("utf-8"))["vectors"]
    out = []
    for row in rows:
        given = row["input"]
        if row["kind"] == "access_token":
            user = "" if given["uid"] == 0 else str(given["uid"])
            fields = [given["app_id"], given["app_certificate"], given["channel"], user]
            # A NUL inside a text can't be passed to C.
            cut = any("\0" in field for field in fields)
            privileges = ", ".join(f"{{{key}, {end}u}}" for key, end in given["privileges"])
            strings = ", ".join(literal(field.encode()) for field in fields)
            out.append(
                f'TOKEN("{row["id"]}", {strings}, {given["salt"]}u, {given["ts"]}u, '
                f'(Privileges{{{privileges}}}), "{row["token"]}", {str(cut).lower()})'
            )
        else:
            args = given["args"]
            user = args[3] if row["op"] != "rtm" else ""
            strings = ", ".join(literal(str(arg).encode()) for arg in [*args[:3], user])
            uid = user if isinstance(user, int) else 0
            out.append(
                f'BUILDER("{row["id"]}", "{row["op"]}", {strings}, {uid}u, {args[-2]}, '
                f'{args[-1]}LL, {given["now"]}u, {given["salt"]}u, "{row["token"]}", '
                f'"{row.get("we_reject", "")}")'
            )
    return out


def bad_inputs() -> list[str]:
    cases = json.loads((TESTDATA / "bad_inputs.json").read_text("utf-8"))["cases"]
    out = []
    for case in cases:
        args, call = case["args"], case["call"]
        texts: list[bytes | None] = []
        numbers: list[str | None] = []
        if call in ("rtc_uid", "rtc_account", "rtm"):
            texts = [text(args["app_id"]), text(args["app_certificate"])]
            texts.append(text(args["channel_name"]) if call != "rtm" else b"")
            texts.append(text(args["user_account"]) if call != "rtc_uid" else b"")
            numbers = [
                number(args["uid"], 0, U32) if call == "rtc_uid" else "0",
                number(args["role"], -(2**31), 2**31),
                number(args["privilege_expired_ts"], -I64, I64),
            ]
        elif call == "app":
            texts = [text(args["app_id"]), text(args["app_certificate"]), b"", b""]
            numbers = ["0", "0", "0"]
        elif call == "inspect":
            texts = [text(args["token"]), b"", b"", b""]
            numbers = ["0", "0", "0"]
        elif call == "app_rtc":
            role = {"publisher": 1, "subscriber": 2}.get(str(args["role"]), args["role"])
            user = args["user"]
            is_text = text(user) is not None
            texts = [text(args["channel"]), text(user) if is_text else b""]
            texts += [text(args["version"]) if "version" in args else b"\1", b"a" if is_text else b""]
            numbers = [
                "0" if is_text else number(user, 0, U32),
                number(role, -(2**31), 2**31),
                number(args["ttl"], -I64, I64),
            ]
        elif call == "app_rtm":
            texts = [text(args["user"]), b"", text(args.get("version", "\1")), b""]
            numbers = ["0", "0", number(args["ttl"], -I64, I64)]
        elif call == "access_token":
            user = args["uid"]
            texts = [text(args["app_id"]), text(args["app_certificate"])]
            texts += [text(args["channel_name"]), text(str(user) if user == 42 else user)]
            numbers = [number(args["salt"], 0, U32), "0", number(args["ts"], 0, U32)]
            if args["messages"] != [[1, 1700003600]]:
                numbers = [None]
        elif call == "verify":
            unknown = args.keys() - {"token", "channel", "user", *SECONDS}
            user = args["user"]
            is_text = text(user) is not None
            texts = [text(args["token"]), text(args["channel"])]
            texts += [text(user) if is_text else b"", b"a" if is_text else b""]
            seconds = next((name for name in SECONDS if name in args), "leeway")
            numbers = ["0" if is_text else number(user, 0, U32), str(SECONDS.index(seconds))]
            numbers.append(number(args.get(seconds, 0), -I64, I64) if not unknown else None)
        else:
            continue
        if None in texts or None in numbers:
            continue
        strings = ", ".join(literal(item or b"") for item in texts)
        out.append(
            f'BAD("{case["id"]}", "{call}", {strings}, {", ".join(str(n) for n in numbers)}, '
            f'"{case["code"]}", "{case["argument"]}")'
        )
    return out


Path(sys.argv[1]).write_text("\n".join([*vectors(), *bad_inputs()]) + "\n", "utf-8")
