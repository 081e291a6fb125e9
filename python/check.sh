#!/usr/bin/env bash
# Builds the Python package and runs every check and test of it, in virtual environments of its own.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd .. && pwd)
work=$root/target/python
tools=$work/tools/bin
mkdir -p "$work"
export PIP_DISABLE_PIP_VERSION_CHECK=1 CARGO_TARGET_DIR=$work/target

[ -x "$tools/python" ] || python3 -m venv "$work/tools"
"$tools/pip" install --quiet --requirement requirements-dev.txt

"$tools/ruff" check --quiet .
"$tools/ruff" format --quiet --check .

# Types are also checked as for an interpreter without the GIL.
PYO3_CONFIG_FILE=$PWD/free_threaded.config cargo check --quiet --locked --no-default-features \
    --manifest-path ../bindings/python/Cargo.toml --target-dir "$work/free-threaded"

# The source distribution must hold all that a build needs: it is built far away from this tree.
rm -rf "$work/dist" "$work/clean"
"$tools/maturin" sdist --out "$work/dist" 2>"$work/sdist.log" || { cat "$work/sdist.log"; exit 1; }
python3 -m venv "$work/clean"
"$work/clean/bin/pip" install --quiet "$work"/dist/dynakey-*.tar.gz
(cd "$work" && clean/bin/python -W error -c "
import dynakey
print('installed dynakey', dynakey.__version__, 'from its source distribution')")

# What is tested is installed too, as `pip install ./python` does it.
"$tools/pip" install --quiet --force-reinstall --no-deps "$root/python"
"$tools/python" -m pytest
"$tools/python" stub_docs.py --check
"$tools/mypy"
"$tools/stubtest" dynakey
