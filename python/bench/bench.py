"""What a token costs beside others, which run in the same process.

Version 006 runs beside the PyPI package agora-token-builder, version 007 beside a lean recipe.

    python bench.py [--json] [--seconds S]

The contestants take turns, many times; the best turn of each counts, so that other work on the
machine troubles none of them more than another. Exits with 1 if a ratio is below what must hold.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from typing import Callable

import recipe_007
from agora_token_builder import RtcTokenBuilder as Peer
from agora_token_builder.AccessToken import AccessToken as PeerToken

import dynakey
from dynakey import App, RtcTokenBuilder, RtcTokenBuilder2

APP_ID = "970CA35de60c44645bbae8a215061b33"
APP_CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
CHANNEL = "7d72365eb983485397e3e3f9d460bdda"
UID = 2882341273
EXPIRES = int(time.time()) + 3600
USERS = list(range(1, 1001))
APP = App(APP_ID, APP_CERTIFICATE)
TOKEN = APP.rtc_token(CHANNEL, UID, version="006")
TOKEN_007 = recipe_007.build(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 3600)


def peer_build(turns: int) -> None:
    """Build as agora-token-builder does."""
    for _ in range(turns):
        Peer.buildTokenWithUid(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, EXPIRES)


def call_build(turns: int) -> None:
    """Build by the reference's names."""
    for _ in range(turns):
        RtcTokenBuilder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, EXPIRES)


def app_build(turns: int) -> None:
    """Build with an App that is kept."""
    for _ in range(turns):
        APP.rtc_token(CHANNEL, UID, version="006")


def batch_build(turns: int) -> None:
    """Build a thousand at once."""
    for _ in range(turns):
        APP.rtc_tokens(CHANNEL, USERS, version="006")


def peer_read(turns: int) -> None:
    """Read as agora-token-builder does; it can't verify."""
    for _ in range(turns):
        PeerToken().fromString(TOKEN)


def verify(turns: int) -> None:
    """Read and verify."""
    for _ in range(turns):
        APP.verify(TOKEN, channel=CHANNEL, user=UID)


def recipe_build_007(turns: int) -> None:
    """Build version 007 with the recipe."""
    for _ in range(turns):
        recipe_007.build(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 3600)


def call_build_007(turns: int) -> None:
    """Build version 007 by the reference's names."""
    for _ in range(turns):
        RtcTokenBuilder2.build_token_with_uid(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, 3600, 3600)


def app_build_007(turns: int) -> None:
    """Build version 007 with an App that is kept."""
    for _ in range(turns):
        APP.rtc_token(CHANNEL, UID)


def batch_build_007(turns: int) -> None:
    """Build a thousand of version 007 at once."""
    for _ in range(turns):
        APP.rtc_tokens(CHANNEL, USERS)


def recipe_read_007(turns: int) -> None:
    """Read version 007 with the recipe; it does not verify."""
    for _ in range(turns):
        recipe_007.read(TOKEN_007)


def verify_007(turns: int) -> None:
    """Read and verify version 007."""
    for _ in range(turns):
        APP.verify(TOKEN_007, channel=CHANNEL, user=UID)


@dataclass
class Contestant:
    """One way to do it, and the ratio to another that must hold."""

    name: str
    run: Callable[[int], None]
    turns: int
    tokens_per_turn: int = 1
    against: str = ""
    must: float = 0.0
    nanoseconds: float = float("inf")
    ratio: float = 1.0


def measure(contestants: list[Contestant], seconds: float) -> None:
    """Let them take turns until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for contestant in contestants:
            start = time.perf_counter_ns()
            contestant.run(contestant.turns)
            spent = time.perf_counter_ns() - start
            each = spent / contestant.turns / contestant.tokens_per_turn
            contestant.nanoseconds = min(contestant.nanoseconds, each)
    times = {contestant.name: contestant.nanoseconds for contestant in contestants}
    for contestant in contestants:
        if contestant.against:
            contestant.ratio = times[contestant.against] / contestant.nanoseconds


def main() -> int:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to measure")
    options = parser.parse_args()

    # Each turn lasts about as long: a fraction of a millisecond finds quiet moments.
    contestants = [
        Contestant("agora-token-builder: build", peer_build, 40),
        Contestant("006: call", call_build, 500, 1, "agora-token-builder: build", 12),
        Contestant("006: App", app_build, 500, 1, "agora-token-builder: build", 16),
        Contestant("006: batch", batch_build, 1, 1000, "agora-token-builder: build", 30),
        Contestant("agora-token-builder: read", peer_read, 60),
        Contestant("006: read and verify", verify, 100, 1, "agora-token-builder: read", 1),
        Contestant("recipe: build", recipe_build_007, 20),
        Contestant("007: call", call_build_007, 200, 1, "recipe: build", 12),
        Contestant("007: App", app_build_007, 200, 1, "recipe: build", 12),
        Contestant("007: batch", batch_build_007, 1, 1000, "recipe: build", 12),
        Contestant("recipe: read", recipe_read_007, 60),
        Contestant("007: read and verify", verify_007, 100, 1, "recipe: read", 1),
    ]
    for token in (TOKEN_007, APP.rtc_token(CHANNEL, UID)):
        if recipe_007.read(token)[2:] != recipe_007.read(TOKEN_007)[2:]:
            raise SystemExit("the recipe and dynakey differ")
        APP.verify(token, channel=CHANNEL, user=UID).raise_if_invalid()
    measure(contestants, options.seconds)
    held = all(contestant.ratio >= contestant.must for contestant in contestants)
    if options.json:
        rows = [
            {name: value for name, value in asdict(contestant).items() if name != "run"}
            for contestant in contestants
        ]
        print(json.dumps({"dynakey": dynakey.__version__, "held": held, "rows": rows}, indent=2))
    else:
        print(f"{'':28}{'ns per token':>14}{'times faster':>14}{'must be':>10}")
        for contestant in contestants:
            faster = f"{contestant.ratio:.1f}" if contestant.against else ""
            must = f"{contestant.must:.0f}" if contestant.must else ""
            print(f"{contestant.name:28}{contestant.nanoseconds:>14,.0f}{faster:>14}{must:>10}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
