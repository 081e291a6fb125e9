#!/usr/bin/env bash
# Builds the C library and runs every check and test of the C and C++ interfaces.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=$root/target/c
prefix=$work/prefix
samples=$PWD/samples
mkdir -p "$work"

needed=()
command -v cmake >/dev/null || needed+=(cmake)
command -v pkg-config >/dev/null || needed+=(pkg-config)
command -v valgrind >/dev/null || needed+=(valgrind)
[ -e /usr/include/openssl/hmac.h ] || needed+=(libssl-dev)
[ -e /usr/include/zlib.h ] || needed+=(zlib1g-dev)
if [ ${#needed[@]} -gt 0 ]; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -qq >/dev/null
    $as_root apt-get install -qq -y --no-install-recommends "${needed[@]}" >/dev/null
fi

cargo build --quiet --locked --release --package dynakey-c
rm -rf "$prefix"
./install.sh "$prefix" "$root/target/release"

others=$(nm -D --defined-only "$prefix/lib/libdynakey.so" | awk '{print $3}' | grep -v '^dynakey_' || true)
[ -z "$others" ] || { echo "symbols that are not ours: $others"; exit 1; }
readelf -d "$prefix/lib/libdynakey.so" | grep -q 'SONAME.*libdynakey.so.0'

export LD_LIBRARY_PATH=$prefix/lib
# The public sample project.
export AGORA_APP_ID=970CA35de60c44645bbae8a215061b33
export AGORA_APP_CERTIFICATE=5CFd2fd1755d40ecb72977518be15d3b
strict="-Wall -Wextra -Wpedantic -Werror -Wconversion -Wshadow"
link="-L$prefix/lib -ldynakey -pthread"
memory="valgrind --quiet --leak-check=full --show-leak-kinds=definite,possible --error-exitcode=9"
prints_a_token() { grep -E "006$AGORA_APP_ID|007eJxT" >/dev/null || { echo "no token from $1"; exit 1; }; }

# Each header compiles alone.
alone() { echo "#include <$1>" | "${@:2}" $strict -I"$prefix/include" -fsyntax-only -; }
for standard in c99 c11; do
    alone dynakey.h gcc -x c "-std=$standard"
done
for header in "$prefix"/include/dynakey/*.h; do
    alone "dynakey/$(basename "$header")" g++ -x c++ -std=c++11 -Wold-style-cast
done
alone dynakey.hpp g++ -x c++ -std=c++17 -Wold-style-cast

# Fractions and truth values are no numbers. The headers are compiled once for all the calls.
(cd "$prefix/include" && printf '#include <%s>\n' dynakey.hpp dynakey/*.h) >"$work/headers.h"
g++ -std=c++17 -I"$prefix/include" -x c++-header "$work/headers.h" -o "$work/headers.h.gch"
compiles() {
    echo "using namespace agora::tools; void call(AccessToken& token) { token = token; $1; }" |
        g++ -x c++ -std=c++17 -include "$work/headers.h" -fsyntax-only - 2>"$work/refusal.log"
}
for call in 'RtcTokenBuilder::buildTokenWithUid("", "", "", @, Role_Admin)' \
    'RtcTokenBuilder::buildTokenWithUid("", "", "", 1, Role_Admin, @)' \
    'RtcTokenBuilder::buildTokenWithUserAccount("", "", "", "", Role_Admin, @)' \
    'RtmTokenBuilder::buildToken("", "", "", Rtm_User, @)' 'AccessToken("", "", "", @)' \
    'token.SetTokenExpiredTs(@)' 'token.AddPrivilege(token.kJoinChannel, @)' 'dynakey::User{@}' \
    'RtcTokenBuilder2::BuildTokenWithUid("", "", "", @, kRolePublisher, 1)' \
    'RtcTokenBuilder2::BuildTokenWithUid("", "", "", 1, kRolePublisher, 1, @)' \
    'RtcTokenBuilder2::BuildTokenWithUserAccount("", "", "", "", 1, 1, 1, 1, @)' \
    'RtmTokenBuilder2::BuildToken("", "", "", @)' 'ChatTokenBuilder2::BuildAppToken("", "", @)' \
    'ApaasTokenBuilder::BuildRoomUserToken("", "", "", "", @, 1)' 'ServiceRtc("", @)' \
    'AccessToken2("", "", @)' 'ServiceRtm().AddPrivilege(1, @)'; do
    compiles "${call/@/1}" || { cat "$work/refusal.log"; exit 1; }
    for wrong in true 1.5; do
        ! compiles "${call/@/$wrong}" || { echo "compiles: ${call/@/$wrong}"; exit 1; }
    done
done

for source in "$samples"/*.c; do
    sample=$(basename "$source" .c)
    gcc -std=c99 $strict -I"$prefix/include" "$source" $link -o "$work/$sample"
    RUST_BACKTRACE=0 $memory "$work/$sample" | prints_a_token "$sample"
done
for source in "$samples"/*.cpp; do
    sample=$(basename "$source" .cpp)
    # Only the app API needs more than C++11.
    standard=$([ "$sample" = App ] && echo c++17 || echo c++11)
    g++ "-std=$standard" $strict -Wold-style-cast -I"$prefix/include" "$source" $link \
        -o "$work/$sample"
    RUST_BACKTRACE=0 $memory "$work/$sample" | prints_a_token "$sample"
done

# The tests, as one program: under valgrind, and with the sanitizers.
python3 tests/table.py "$work"
python3 tests/rows_007.py "$work"
python3 tests/nulls.py "$prefix/include/dynakey.h" "$work/nulls.cpp"
build_tests() {
    local rows=()
    for source in tests/table.c "$work/rows_007.c"; do
        rows+=("$work/$(basename "$source" .c).o")
        gcc -std=c99 $strict -Wno-overlength-strings -I"$work" -I"$prefix/include" -Itests \
            -c "$source" -o "${rows[-1]}"
    done
    g++ -std=c++17 $strict -g -Wno-deprecated-declarations "${@:2}" -I"$prefix/include" -Itests \
        tests/*.cpp "$work/nulls.cpp" "$work/rows_007.cpp" "${rows[@]}" $link -lcrypto -lz -o "$1"
}
build_tests "$work/tests"
RUST_BACKTRACE=0 $memory "$work/tests"
build_tests "$work/tests-sanitized" -fsanitize=address,undefined -fno-sanitize-recover
"$work/tests-sanitized" >/dev/null

# The bench is only compiled.
g++ -std=c++17 $strict -Wno-deprecated-declarations -I"$prefix/include" -fsyntax-only bench/bench.cpp

optimized() { "$@" $strict -O2 -I"$prefix/include"; }
optimized gcc -std=c11 tests/load.c $link -lm -o "$work/load"
optimized gcc -std=c11 -c tests/secrets/memory.c -o "$work/memory.o"
optimized gcc -std=c11 tests/secrets/functions.c "$work/memory.o" $link -o "$work/secrets_functions"
optimized g++ -std=c++11 tests/secrets/objects.cpp "$work/memory.o" $link -o "$work/secrets_objects"
for program in load secrets_functions secrets_objects; do
    "$work/$program"
done

export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
gcc "$samples/app.c" $(pkg-config --cflags --libs dynakey) -o "$work/pkg_shared"
gcc "$samples/app.c" $(pkg-config --cflags dynakey) "$prefix/lib/libdynakey.a" \
    $(pkg-config --libs --static dynakey | sed 's/-ldynakey//') -o "$work/pkg_static"
rm -rf "$work/cmake"
cmake -S tests/consumer -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DSAMPLES="$samples" >"$work/cmake.log" ||
    { cat "$work/cmake.log"; exit 1; }
cmake --build "$work/cmake" >"$work/cmake.log" 2>&1 || { cat "$work/cmake.log"; exit 1; }
for consumer in "$work/pkg_shared" "$work"/cmake/c_dynakey "$work"/cmake/cpp_dynakey; do
    "$consumer" | prints_a_token "$consumer"
done
unset LD_LIBRARY_PATH
for consumer in "$work/pkg_static" "$work"/cmake/c_static "$work"/cmake/cpp_static; do
    "$consumer" | prints_a_token "$consumer"
done
echo "C and C++: all passed"
