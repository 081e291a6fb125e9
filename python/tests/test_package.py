"""What is installed."""

from __future__ import annotations

import ast
import doctest
import importlib.metadata
import inspect
import re
from typing import Any

import pytest
from conftest import APP_CERTIFICATE, APP_ID, REPOSITORY

import dynakey

FENCED = re.compile(r"^```python\n(.+?)^```$", re.MULTILINE | re.DOTALL)


def test_the_version_is_the_workspace_s() -> None:
    manifest = (REPOSITORY / "Cargo.toml").read_text("utf-8")
    match = re.search(r'^version = "(.+)"$', manifest, re.MULTILINE)
    assert match
    assert dynakey.__version__ == importlib.metadata.version("dynakey") == match[1]


def test_licences_and_types_are_installed() -> None:
    files = importlib.metadata.files("dynakey") or []
    names = {file.name for file in files}
    assert {"LICENSE-MIT", "LICENSE-APACHE", "py.typed", "_native.pyi"} <= names


def public_members() -> dict[str, Any]:
    """Everything public with documentation: classes, what they have, and functions."""
    members = {name: getattr(dynakey, name) for name in dynakey.__all__}
    members = {name: value for name, value in members.items() if callable(value)}
    for name, value in list(members.items()):
        if inspect.isclass(value) and not issubclass(value, Exception):
            members |= {
                f"{name}.{key}": getattr(value, key) for key in vars(value) if key[0] != "_"
            }
    plain = (int, str, type(None))
    return {name: value for name, value in members.items() if not isinstance(value, plain)}


def test_everything_public_is_documented() -> None:
    members = public_members()
    assert len(members) > 130
    assert [name for name, value in members.items() if not (value.__doc__ or "").strip()] == []


def test_the_examples_of_the_documentation_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGORA_APP_ID", APP_ID)
    monkeypatch.setenv("AGORA_APP_CERTIFICATE", APP_CERTIFICATE)
    known = {name: getattr(dynakey, name) for name in dynakey.__all__}
    known |= {"dynakey": dynakey, "os": __import__("os"), "time": __import__("time")}
    known |= {"app_id": APP_ID, "app_certificate": APP_CERTIFICATE}
    known["app"] = dynakey.App(APP_ID, APP_CERTIFICATE)
    known["token"] = known["app"].rtc_token("room", 42)
    runner = doctest.DocTestRunner(verbose=False)
    for name, value in {"dynakey": dynakey, **public_members()}.items():
        example = doctest.DocTestParser().get_doctest(value.__doc__, dict(known), name, None, 0)
        runner.run(example)
    results = runner.summarize(verbose=False)
    assert results.attempted >= 45
    assert results.failed == 0


def test_the_readme_s_program_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (REPOSITORY / "python" / "README.md").read_text("utf-8")
    programs = FENCED.findall(text)
    assert len(programs) == 1
    ast.parse(programs[0])
    exec(compile(programs[0], "README.md", "exec"), {})
    assert "channel_mismatch" in capsys.readouterr().out
