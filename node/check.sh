#!/usr/bin/env bash
# Everything about the Node.js face: sets it up, builds it, runs every check and every test.
set -euo pipefail
cd "$(dirname "$0")"

quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        echo "failed: $*" >&2
        exit 1
    fi
    rm -f "$log"
}

quietly npm ci --no-audit --no-fund
quietly npx --no-install prettier --check .
# The bench is only read.
node --check bench/bench.js
node scripts/build.js
quietly npm test
