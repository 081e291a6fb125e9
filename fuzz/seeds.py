"""Writes the seeds of the fuzz targets, what they start from, from testdata/."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path

HERE = Path(__file__).parent
# The first byte of what `read_payload` takes.
CONTENT_006, STREAM_007, PAYLOAD_007 = b"\0", b"\1", b"\2"
EACH = 20


def rows(version: str, payload: str) -> list[dict[str, str]]:
    vectors = json.loads((HERE / f"../testdata/vectors_{version}.json").read_text("utf-8"))
    made = [row for row in vectors["vectors"] if payload in row and len(row["token"]) < 1000]
    return made[:: max(1, len(made) // EACH)]


def write(target: str, seeds: list[bytes]) -> None:
    folder = HERE / "seeds" / target
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number:03}").write_bytes(seed)


old, new = rows("006", "content_hex"), rows("007", "payload_hex")
contents = [bytes.fromhex(row["content_hex"]) for row in old]
streams = [base64.b64decode(row["token"][3:]) for row in new]
payloads = [bytes.fromhex(row["payload_hex"]) for row in new]
write("read_text", [row["token"].encode() for row in old + new])
write(
    "read_payload",
    [CONTENT_006 + content for content in contents]
    + [STREAM_007 + stream for stream in streams]
    + [PAYLOAD_007 + payload for payload in payloads],
)
# Bytes that choose: any will do, and these have texts among them.
for target in ["build_fields", "verify_tokens", "c_interface"]:
    write(target, [payload * 3 for payload in payloads[::4]])
write("deflate", payloads[::2])
