#!/usr/bin/env bash
# Builds the Python package and runs every check and test of it, in virtual environments of its own.
set -euo pipefail
cd "$(dirname "$0")"
work=$PWD/../target/python
tools=$work/tools/bin
mkdir -p "$work"
export PIP_DISABLE_PIP_VERSION_CHECK=1

[ -x "$tools/python" ] || python3 -m venv "$work/tools"
"$tools/pip" install --quiet --requirement requirements-dev.txt

"$tools/ruff" check .
"$tools/ruff" format --check .

# Types are also checked as for an interpreter without the GIL.
PYO3_CONFIG_FILE=$PWD/free_threaded.config cargo check --quiet --locked \
    --manifest-path ../bindings/python/Cargo.toml --target-dir "$work/free-threaded"

# The source distribution must hold all that a build needs, so the wheel is built from it.
rm -rf "$work/dist"
"$tools/maturin" sdist --out "$work/dist" 2>"$work/sdist.log" || { cat "$work/sdist.log"; exit 1; }
"$tools/pip" wheel --quiet --no-deps --wheel-dir "$work/dist" "$work"/dist/dynakey-*.tar.gz

# Installed artefacts are tested, not the source tree.
rm -rf "$work/clean"
python3 -m venv "$work/clean"
"$work/clean/bin/pip" install --quiet "$work"/dist/dynakey-*.whl
"$work/clean/bin/python" -W error -c "import dynakey; print('installed dynakey', dynakey.__version__)"

"$tools/pip" install --quiet --force-reinstall --no-deps "$work"/dist/dynakey-*.whl
"$tools/python" -m pytest
"$tools/mypy"
"$tools/stubtest" dynakey
