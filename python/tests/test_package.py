"""What is installed."""

from __future__ import annotations

import doctest
import importlib.metadata
import re

from conftest import REPOSITORY

import dynakey


def test_the_version_is_the_workspace_s() -> None:
    manifest = (REPOSITORY / "Cargo.toml").read_text("utf-8")
    match = re.search(r'^version = "(.+)"$', manifest, re.MULTILINE)
    assert match
    assert dynakey.__version__ == importlib.metadata.version("dynakey") == match[1]


def test_licences_and_types_are_installed() -> None:
    files = importlib.metadata.files("dynakey") or []
    names = {file.name for file in files}
    assert {"LICENSE-MIT", "LICENSE-APACHE", "py.typed", "_native.pyi"} <= names


def test_the_examples_of_the_documentation_run() -> None:
    results = doctest.testmod(dynakey)
    assert results.attempted >= 5
    assert results.failed == 0
