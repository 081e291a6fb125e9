#!/usr/bin/env bash
# Measures the installed wheel beside agora-token-builder and a recipe, in a virtual environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/../target/bench/python
[ -x "$work/bin/python" ] || python3 -m venv "$work"
"$work/bin/pip" install --quiet --disable-pip-version-check agora-token-builder==1.0.0
"$work/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps .
exec "$work/bin/python" bench/bench.py
