"""Threads and children make many tokens: all good, salts by chance, no memory left behind.

DYNAKEY_LOAD multiplies how many.
"""

from __future__ import annotations

import os
import sys
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import dynakey

FACTOR = int(os.environ.get("DYNAKEY_LOAD", "1"))
THREADS = 16
CHILDREN = 8
EACH = 4_000 * FACTOR


def salts(app: dynakey.App, count: int) -> array[int]:
    drawn = array("L")
    for turn in range(count):
        token = app.rtc_token("room", 42)
        drawn.append(dynakey.inspect(token).salt)
        if turn % 16 == 0:
            assert app.verify(token, channel="room", user=42).ok
            with pytest.raises(dynakey.InvalidInputError):
                app.rtc_token("", 42)
    return drawn


def assert_chance(drawn: array[int]) -> None:
    """Pairs that meet are Poisson distributed: six deviations and six more are never reached."""
    count = len(drawn)
    expected = count * (count - 1) / 2 / 2**32
    assert 0 not in drawn
    assert count - len(set(drawn)) <= expected + 6 * expected**0.5 + 6


def resident_kib() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_threads_repeat_no_salt_and_leave_no_memory_behind(app: dynakey.App) -> None:
    def in_threads() -> None:
        drawn = array("L")
        with ThreadPoolExecutor(THREADS) as pool:
            for part in pool.map(lambda _: salts(app, EACH), range(THREADS)):
                drawn.extend(part)
        assert_chance(drawn)

    in_threads()
    before = resident_kib()
    in_threads()
    after = resident_kib()
    print(f"{2 * THREADS * EACH} tokens, {before} KiB after half of them, {after} KiB in the end")
    assert after < before + 4096 + EACH * THREADS // 64


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_children_of_a_fork_repeat_no_salt(app: dynakey.App, tmp_path: Path) -> None:
    drawn = array("L")
    children = []
    for number in range(CHILDREN):
        drawn.extend(salts(app, 1))  # The parent has salts in store when it forks.
        child = os.fork()
        if child == 0:
            status = 1
            try:
                (tmp_path / str(number)).write_bytes(salts(app, EACH).tobytes())
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    for number, child in enumerate(children):
        assert os.waitpid(child, 0)[1] == 0
        drawn.frombytes((tmp_path / str(number)).read_bytes())
    assert len(drawn) == CHILDREN * (EACH + 1)
    assert_chance(drawn)
