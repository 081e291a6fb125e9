"""Threads and forks."""

from __future__ import annotations

import os
import struct
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import APP_CERTIFICATE, APP_ID

import dynakey


def salts(count: int) -> list[int]:
    app = dynakey.App(APP_ID, APP_CERTIFICATE)
    tokens = (app.rtc_token("room", 42) for _ in range(count))
    return [dynakey.inspect(token).salt for token in tokens]


def test_threads_do_not_share_salts() -> None:
    with ThreadPoolExecutor(8) as pool:
        drawn = [salt for batch in pool.map(salts, [500] * 8) for salt in batch]
    assert len(set(drawn)) > 3990


def test_a_batch_lets_other_threads_run(app: dynakey.App) -> None:
    users = list(range(1, 200_001))
    finished = threading.Event()

    def work() -> None:
        app.rtc_tokens("room", users, version="006")
        finished.set()

    # So long that the interpreter is only handed over by who waits, or lets go of it on purpose.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        worker = threading.Thread(target=work)
        worker.start()
        ran_meanwhile = not finished.is_set()
        worker.join()
    finally:
        sys.setswitchinterval(interval)
    assert ran_meanwhile


def test_an_app_is_shared_by_threads(app: dynakey.App) -> None:
    def verified(user: int) -> bool:
        token = app.rtc_token("room", user)
        return app.verify(token, channel="room", user=user).ok

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(verified, range(1, 4001)))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_forked_children_do_not_repeat_salts() -> None:
    salts(10)  # The parent has salts in store when it forks.
    drawn: list[int] = []
    for _ in range(8):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(writer, struct.pack("<20I", *salts(20)))
            os._exit(0)
        drawn += struct.unpack("<20I", os.read(reader, 80))
        os.waitpid(child, 0)
        os.close(reader)
        os.close(writer)
        drawn += salts(20)
    assert len(set(drawn)) == len(drawn) == 320
