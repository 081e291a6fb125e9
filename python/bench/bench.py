"""What a token costs beside others, which run in the same process and take turns with it.

Version 006 runs beside the PyPI package agora-token-builder, version 007 beside a lean recipe. They
can't verify, so verifying is measured beside their reading. Writes rows in the format that
crates/xtask/src/bench/row.rs documents.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Callable

import recipe_007
from agora_token_builder import RtcTokenBuilder as Peer
from agora_token_builder.AccessToken import AccessToken as PeerToken

from dynakey import App, RtcTokenBuilder, RtcTokenBuilder2, inspect

APP_ID = "970CA35de60c44645bbae8a215061b33"
APP_CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
CHANNEL = "7d72365eb983485397e3e3f9d460bdda"
UID = 2882341273
EXPIRES = int(time.time()) + 3600
USERS = list(range(1, 1001))
MILLION = list(range(1, 1_000_001))
QUICK = "BENCH_QUICK" in os.environ
APP = App(APP_ID, APP_CERTIFICATE)
TOKEN = APP.rtc_token(CHANNEL, UID, version="006")
TOKEN_007 = recipe_007.build(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 3600)


@dataclass
class Step:
    """One thing to do, and the name of the one that it is compared with."""

    version: str
    what: str
    beside: str
    call: Callable[[], object]
    tokens: int = 1
    nanoseconds: list[float] = field(default_factory=list)


def steps_006() -> list[Step]:
    """Give those of version 006; the peer can't verify."""
    build, read = "agora-token-builder: build", "agora-token-builder: read"
    arguments = (APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, EXPIRES)
    return [
        Step("006", build, "", lambda: Peer.buildTokenWithUid(*arguments)),
        Step("006", "call", build, lambda: RtcTokenBuilder.buildTokenWithUid(*arguments)),
        Step("006", "App", build, lambda: APP.rtc_token(CHANNEL, UID, version="006")),
        batch("006", build),
        Step("006", read, "", lambda: PeerToken().fromString(TOKEN)),
        Step("006", "read", read, lambda: inspect(TOKEN)),
        Step("006", "verify", read, lambda: APP.verify(TOKEN, channel=CHANNEL, user=UID)),
    ]


def steps_007() -> list[Step]:
    """Give those of version 007; the recipe does not verify."""
    build, read = "hmac + zlib: build", "hmac + zlib: read"
    recipe = (APP_ID, APP_CERTIFICATE, CHANNEL, UID, 3600)
    arguments = (APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, 3600, 3600)
    return [
        Step("007", build, "", lambda: recipe_007.build(*recipe)),
        Step("007", "call", build, lambda: RtcTokenBuilder2.build_token_with_uid(*arguments)),
        Step("007", "App", build, lambda: APP.rtc_token(CHANNEL, UID)),
        batch("007", build),
        Step("007", read, "", lambda: recipe_007.read(TOKEN_007)),
        Step("007", "read", read, lambda: inspect(TOKEN_007)),
        Step("007", "verify", read, lambda: APP.verify(TOKEN_007, channel=CHANNEL, user=UID)),
    ]


def batch(version: str, beside: str) -> Step:
    """Give the batch of a thousand."""
    call = partial(APP.rtc_tokens, CHANNEL, USERS, version=version)
    return Step(version, "batch of 1,000", beside, call, len(USERS))


def million(version: str) -> list[Step]:
    """Give the batch of a million, and that of a thousand beside it."""
    call = partial(APP.rtc_tokens, CHANNEL, MILLION, version=version)
    thousand = batch(version, "")
    return [
        thousand,
        Step(version, "batch of 1,000,000", thousand.what, call, len(MILLION)),
    ]


def spent(call: Callable[[], object], calls: int) -> int:
    """Give the thread's own nanoseconds on a processor: others' work does not count."""
    turns = range(calls)
    start = time.thread_time_ns()
    for _ in turns:
        call()
    return time.thread_time_ns() - start


def measure(steps: list[Step], rounds: int, turn: float) -> None:
    """Let them take turns that last about as long, in nanoseconds.

    Short ones are seldom disturbed.
    """
    calls = []
    for step in steps:
        trial = max(1, 1000 // step.tokens)
        calls.append(max(1, int(turn * trial / spent(step.call, trial))))
    for _ in range(rounds):
        for step, count in zip(steps, calls):
            step.nanoseconds.append(spent(step.call, count) / count / step.tokens)


def show(steps: list[Step]) -> None:
    """Print the rows of those that are compared."""
    by_name = {step.what: step for step in steps}
    for step in steps:
        if step.beside:
            other = by_name[step.beside]
            row = {
                "face": "Python",
                "version": step.version,
                "what": step.what,
                "unit": "ns",
                "values": step.nanoseconds,
                "beside": {"name": other.what, "values": other.nanoseconds},
            }
            print(json.dumps(row))


def main() -> None:
    """Measure and print."""
    for token in (TOKEN_007, APP.rtc_token(CHANNEL, UID)):
        if recipe_007.read(token)[2:] != recipe_007.read(TOKEN_007)[2:]:
            raise SystemExit("the recipe and dynakey differ")
        APP.verify(token, channel=CHANNEL, user=UID).raise_if_invalid()
    for version, steps in (("006", steps_006()), ("007", steps_007())):
        measure(steps, 40 if QUICK else 600, 500e3)
        show(steps)
        flat = million(version)
        measure(flat, 1 if QUICK else 3, 50e6)
        show(flat)


if __name__ == "__main__":
    main()
