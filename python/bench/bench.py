"""What a version 006 token costs, as ratios to agora-token-builder in the same run.

Run it in an environment that has both packages: ``python bench/bench.py [--json]``. The candidates
take turns, so that a machine that slows down slows all of them; each ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from typing import Callable

import agora_token_builder

import dynakey

APP_ID = "970CA35de60c44645bbae8a215061b33"
APP_CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
CHANNEL = "7d72365eb983485397e3e3f9d460bdda"
UID = 2882341273
BATCH = 1000
PEER = "agora-token-builder"
MUST_HOLD = {"call": 12, "App": 16, "batch": 30}
"""How many times faster than the peer each way must be."""

Candidate = Callable[[], object]


def candidates() -> dict[str, tuple[Candidate, int]]:
    """Give each way to make tokens, and how many tokens a call of it makes."""
    theirs = agora_token_builder.RtcTokenBuilder.buildTokenWithUid
    ours = dynakey.RtcTokenBuilder.buildTokenWithUid
    app = dynakey.App(APP_ID, APP_CERTIFICATE)
    users = list(range(UID, UID + BATCH))
    end = int(time.time()) + 3600
    return {
        PEER: (lambda: theirs(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, end), 1),
        "call": (lambda: ours(APP_ID, APP_CERTIFICATE, CHANNEL, UID, 1, end), 1),
        "App": (lambda: app.rtc_token(CHANNEL, UID, version="006"), 1),
        "batch": (lambda: app.rtc_tokens(CHANNEL, users, version="006"), BATCH),
    }


def nanoseconds(call: Candidate, tokens: int, calls: int) -> float:
    """Time `calls` calls and give nanoseconds a token."""
    start = time.perf_counter_ns()
    for _ in range(calls):
        call()
    return (time.perf_counter_ns() - start) / (calls * tokens)


def measure(rounds: int) -> dict[str, float]:
    """Give the median nanoseconds a token of each candidate."""
    ways = candidates()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds + 1):
        for name, (call, tokens) in ways.items():
            calls = 500 if name == PEER else max(1, 5000 // tokens)
            times[name].append(nanoseconds(call, tokens, calls))
    # The first round warms up.
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def main() -> int:
    """Print the figures; 1 if a ratio is below what must hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--rounds", type=int, default=100, help="how often each takes its turn")
    options = parser.parse_args()

    figures = measure(options.rounds)
    ratios = {name: figures[PEER] / taken for name, taken in figures.items()}
    if options.json:
        rows = [
            {"name": name, "ns": taken, "ratio": ratios[name], "must": MUST_HOLD.get(name)}
            for name, taken in figures.items()
        ]
        print(json.dumps({"python": sys.version.split()[0], "rows": rows}, indent=2))
    else:
        print(f"{'006, RTC, 4 privileges':24}{'ns a token':>12}{'times faster':>14}{'must':>6}")
        for name, taken in figures.items():
            must = MUST_HOLD.get(name, "")
            print(f"{name:24}{taken:12.0f}{ratios[name]:14.1f}{must:>6}")
    return int(any(ratios[name] < must for name, must in MUST_HOLD.items()))


if __name__ == "__main__":
    sys.exit(main())
