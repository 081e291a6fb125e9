#!/usr/bin/env bash
# Runs every fuzz target from its seeds, each as many seconds as are said: run.sh SECONDS
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}

cargo +nightly --version >/dev/null 2>&1 ||
    { echo "fuzzing needs a nightly toolchain: rustup toolchain install nightly --profile minimal"; exit 1; }
cargo +nightly fuzz --version >/dev/null 2>&1 ||
    { echo "fuzzing needs cargo-fuzz: cargo install cargo-fuzz --locked"; exit 1; }

cargo +nightly fuzz build
for target in $(cargo +nightly fuzz list); do
    echo "==> $target for $seconds s"
    mkdir -p "fuzz/corpus/$target"
    # What is found new stays in the corpus; the seeds are only read.
    cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
        -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -print_funcs=0 -verbosity=0
done
echo "nothing was found"
