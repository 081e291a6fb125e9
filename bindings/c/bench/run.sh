#!/usr/bin/env bash
# Measures the C interface beside a lean recipe on OpenSSL and zlib.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$PWD/target/bench/c
mkdir -p "$work"
if ! [ -e /usr/include/openssl/hmac.h ] || ! [ -e /usr/include/zlib.h ]; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -qq >/dev/null
    $as_root apt-get install -qq -y --no-install-recommends libssl-dev zlib1g-dev >/dev/null
fi
cargo build --quiet --locked --release --package dynakey-c
bindings/c/install.sh "$work/prefix" target/release >&2
g++ -std=c++17 -O2 -Wall -Wextra -Wno-deprecated-declarations \
    -I"$work/prefix/include" \
    bindings/c/bench/bench.cpp -L"$work/prefix/lib" -ldynakey -lcrypto -lz -o "$work/bench"
LD_LIBRARY_PATH=$work/prefix/lib exec "$work/bench"
