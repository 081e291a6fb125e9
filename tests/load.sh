#!/usr/bin/env bash
# Runs every language's load test with many more tokens than `make test` does. It ends by itself:
# each count is fixed, and what takes longer than a quarter of an hour is stopped.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/target/load
export DYNAKEY_LOAD=${DYNAKEY_LOAD:-30}
bounded="timeout 900"

cargo build --quiet --locked --release --package dynakey-c
bindings/c/install.sh "$work/c" target/release
gcc -std=c11 -O2 -I"$work/c/include" bindings/c/tests/load.c -L"$work/c/lib" -ldynakey -lm -pthread \
    -o "$work/load"
[ -x "$work/python/bin/python" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check pytest
"$work/python/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps ./python
(cd node && npm ci --silent --no-audit --no-fund && node scripts/build.js)

echo "C: threads and children"
LD_LIBRARY_PATH=$work/c/lib $bounded "$work/load"
echo "Node.js: workers"
(cd node && $bounded node --test test/load.test.js | grep -E '^# [0-9]+|^not ok|^# fail')
echo "Python: threads and children"
(cd python && $bounded "$work/python/bin/python" -m pytest -s tests/test_load.py)
echo "Rust: threads"
$bounded cargo test --quiet --locked --release --package dynakey --test load -- --nocapture
