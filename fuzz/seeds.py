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
# Names of a few characters, each about as often: a block with trees is estimated worst for them.
EVEN_NAMES = [
    (
        "ff2fcf922a5e60625b5b575a61575d635858616059615762595e5c595b5956605660635d5e60565c5a5c"
        "5c565d5e585f61585b575f585858565c5a5f625a63595f575e5a5d61595a5b62625f635d575659"
    ),
    (
        "ff0f2937c0767a737972747374767b707b727674716e746e7970797377706f6f7677787a6e7b79727b70"
        "77786f73716f6e7a70726e777a767479716e777575717a7878736f756f6f7178707b7275777275766e75"
        "73"
    ),
    (
        "ff6b07374e52515659544f5a535053524e4d535051505750585959535355525455564f5a545251565857"
        "525a4d5456524e55514e55504f57535759584d4e51585450585656585a574e4d595a57554f5558514f4e"
        "594f4d"
    ),
]


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
write("deflate", payloads[::2] + [bytes.fromhex(seed) for seed in EVEN_NAMES])
