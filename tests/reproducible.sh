#!/usr/bin/env bash
# Builds Python's source distribution and npm's tarball twice, in folders of other names and with
# another home for cargo, and compares them byte by byte.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/target/reproducible
rm -rf "$work"
mkdir -p "$work"
python3 -m venv "$work/tools"
"$work/tools/bin/pip" install --quiet --disable-pip-version-check \
    "$(grep '^maturin==' python/requirements-dev.txt)"

build() {
    local tree=$work/$1 out=$work/out-$1
    mkdir -p "$tree" "$out"
    git ls-files -z | tar --create --null --files-from=- | tar --extract --directory="$tree"
    ln -s "${CARGO_HOME:-$HOME/.cargo}" "$work/cargo-$1"
    export CARGO_HOME=$work/cargo-$1
    unset CARGO_TARGET_DIR SOURCE_DATE_EPOCH
    (cd "$tree/python" && "$work/tools/bin/maturin" sdist --out "$out" 2>"$out.log") || { cat "$out.log"; exit 1; }
    (cd "$tree/node" && node scripts/build.js --remap-paths)
    (cd "$tree/node" && npm pack --silent --pack-destination "$out" >/dev/null)
    if grep --quiet --text --fixed-strings "$work" "$tree"/node/dynakey.*.node; then
        echo "the addon names a folder of this machine"
        exit 1
    fi
}
(build one)
# Later, under another name, by another user's rights.
sleep 2
(umask 077 && build another-name)
for file in "$work"/out-one/*; do
    cmp "$file" "$work/out-another-name/$(basename "$file")"
    sha256sum "$file" | sed "s|$work/out-one/||"
done
