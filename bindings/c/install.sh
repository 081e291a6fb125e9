#!/usr/bin/env bash
# Installs headers, libraries, a pkg-config file and a CMake package: install.sh PREFIX LIBRARY_FOLDER
set -euo pipefail
prefix=$1
libraries=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)
major=${version%%.*}

install -d "$prefix/include/dynakey" "$prefix/lib/pkgconfig" "$prefix/lib/cmake/dynakey"
install -m 644 "$root"/include/dynakey.h "$root"/include/dynakey.hpp "$prefix/include"
install -m 644 "$root"/include/dynakey/*.h "$prefix/include/dynakey"
install -m 755 "$libraries/libdynakey.so" "$prefix/lib/libdynakey.so.$version"
ln -sf "libdynakey.so.$version" "$prefix/lib/libdynakey.so.$major"
ln -sf "libdynakey.so.$major" "$prefix/lib/libdynakey.so"
install -m 644 "$libraries/libdynakey.a" "$prefix/lib"

fill() { sed -e "s|@PREFIX@|$prefix|g" -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$major|g" "$1"; }
fill "$here/package/dynakey.pc.in" >"$prefix/lib/pkgconfig/dynakey.pc"
fill "$here/package/dynakeyConfig.cmake.in" >"$prefix/lib/cmake/dynakey/dynakeyConfig.cmake"
fill "$here/package/dynakeyConfigVersion.cmake.in" >"$prefix/lib/cmake/dynakey/dynakeyConfigVersion.cmake"
