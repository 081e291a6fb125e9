from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import dynakey

APP_ID = "970CA35de60c44645bbae8a215061b33"
APP_CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
OTHER_CERTIFICATE = "00112233445566778899aabbccddeeff"
REPOSITORY = Path(__file__).parents[2]


def rows_of(file: str, rows: str) -> list[dict[str, Any]]:
    document = json.loads((REPOSITORY / "testdata" / file).read_text("utf-8"))
    loaded: list[dict[str, Any]] = document[rows]
    return loaded


def codes(findings: list[dynakey.Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.fixture
def app() -> dynakey.App:
    return dynakey.App(APP_ID, APP_CERTIFICATE)
