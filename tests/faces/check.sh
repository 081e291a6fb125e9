#!/usr/bin/env bash
# A token that one face made is good for every other. Needs what the faces' own checks have built.
set -euo pipefail
cd "$(dirname "$0")"
target=$(cd ../.. && pwd)/target
prefix=$target/c/prefix
work=$target/faces
mkdir -p "$work"
# The public sample project.
export AGORA_APP_ID=970CA35de60c44645bbae8a215061b33
export AGORA_APP_CERTIFICATE=5CFd2fd1755d40ecb72977518be15d3b
export LD_LIBRARY_PATH=$prefix/lib

cargo build --quiet --locked --package dynakey-cli
g++ -std=c++17 -Wall -Wextra -Werror -I"$prefix/include" faces.cpp -L"$prefix/lib" -ldynakey -o "$work/faces"

face() {
    case $1 in
        python) "$target/python/tools/bin/python" -W error faces.py "$2" ;;
        node) node faces.cjs "$2" ;;
        cpp) "$work/faces" "$2" ;;
    esac
}
faces="python node cpp"
for maker in $faces; do face "$maker" make; done >"$work/tokens"
for version in 006 007; do
    "$target/debug/dynakey" rtc --token-version "$version" --channel room --uid 2882341273
done >>"$work/tokens"
[ "$(sort -u "$work/tokens" | wc -l)" = 14 ]
for verifier in $faces; do face "$verifier" verify <"$work/tokens"; done
while read -r token; do
    "$target/debug/dynakey" verify "$token" --channel room --uid 2882341273 >/dev/null 2>&1
done <"$work/tokens"
echo "faces: 14 tokens, each good for Python, Node.js, C++ and the command line"
