#!/usr/bin/env bash
# Measures the addon beside agora-access-token and agora-token.
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --silent --no-audit --no-fund >&2
node scripts/build.js
exec node bench/bench.js
