"""Copies the documentation of the native module into its stub, where editors look for it.

``stub_docs.py`` writes the stub anew; with ``--check`` it fails if that would change anything. The
package must be installed, and ruff.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import dynakey._native

STUB = Path(__file__).resolve().parent / "src" / "dynakey" / "_native.pyi"


def is_text(node: ast.stmt) -> bool:
    """Tell whether a statement is nothing but a text."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def text_of(owner: object, name: str) -> list[ast.stmt]:
    """Give the documentation of a member as a statement, if it has any of its own."""
    text = inspect.getdoc(getattr(owner, name))
    if not text or name.startswith("__"):
        return []
    return [ast.Expr(ast.Constant(text + "\n" if "\n" in text else text))]


def document(body: list[ast.stmt], owner: object) -> list[ast.stmt]:
    """Give the statements of a module or class with the documentation of `owner`'s members."""
    documented: list[ast.stmt] = []
    for node in body:
        if is_text(node):
            continue
        documented.append(node)
        if isinstance(node, ast.ClassDef):
            member = getattr(owner, node.name)
            node.body = text_of(owner, node.name) + document(node.body, member)
        elif isinstance(node, ast.FunctionDef):
            node.body = text_of(owner, node.name) or node.body
        elif isinstance(node, ast.AnnAssign):
            name = ast.unparse(node.target)
            if inspect.isgetsetdescriptor(getattr(owner, name)):
                documented += text_of(owner, name)
    return documented


def formatted(source: str) -> str:
    """Sort the imports of a stub and format it."""
    for command in (["check", "--select", "I", "--fix", "--quiet"], ["format"]):
        run = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(STUB), "-"],
            input=source,
            capture_output=True,
            text=True,
            check=True,
        )
        source = run.stdout
    return source


def main() -> int:
    """Write the stub, or check it; 1 if it is stale."""
    before = STUB.read_text("utf-8")
    module = ast.parse(before)
    module.body = document(module.body, dynakey._native)
    after = formatted(ast.unparse(module))
    if sys.argv[1:] != ["--check"]:
        STUB.write_text(after, "utf-8")
        return 0
    if before != after:
        print(f"{STUB.name} is stale: run python stub_docs.py", file=sys.stderr)
    return int(before != after)


if __name__ == "__main__":
    sys.exit(main())
