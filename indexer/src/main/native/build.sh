#!/bin/sh
# Compiles tree-sitter's core together with the shim beside this script into the class folder, where the system has what that takes.
# Whatever is missing, the build goes on: at run time the prebuilt core takes over, more slowly.
#
# usage: build.sh VERSION SHA256 TARGET-FOLDER
set -u
version=$1
expected=$2
target=$3
here=$(cd "$(dirname "$0")" && pwd)

go_on_without() {
    echo "native core: not compiled ($1); the slower prebuilt one will be used"
    exit 0
}

case $(uname -s) in
    Linux) system=linux suffix=so link="-shared -Wl,-s" ;;
    Darwin) system=macos suffix=dylib link=-dynamiclib ;;
    *) go_on_without "unknown system $(uname -s)" ;;
esac
case $(uname -m) in
    x86_64 | amd64) processor=x86_64 ;;
    aarch64 | arm64) processor=aarch64 ;;
    *) go_on_without "unknown processor $(uname -m)" ;;
esac

library=$target/classes/dev/orrery/indexer/native/$system-$processor/liborrery-tree-sitter.$suffix
stamp=$target/native/stamp
wanted="$version $(cat "$here"/*.c "$here"/*.h "$here/build.sh" | cksum)"
if [ -f "$library" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    echo "native core: up to date"
    exit 0
fi

compiler=${CC:-cc}
command -v "$compiler" >/dev/null 2>&1 || go_on_without "no C compiler"
cache=${ORRERY_BUILD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/orrery-build}
archive=$cache/tree-sitter-$version.tgz
work=$target/native
mkdir -p "$work" "$(dirname "$library")" || go_on_without "cannot write to $target"

digest() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

if [ ! -f "$archive" ] || [ "$(digest "$archive")" != "$expected" ]; then
    command -v npm >/dev/null 2>&1 || go_on_without "no npm to fetch tree-sitter's sources with"
    mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || { cache=$work; archive=$work/tree-sitter-$version.tgz; }
    fetched=$work/fetched
    rm -rf "$fetched"
    mkdir -p "$fetched"
    npm pack --silent --pack-destination "$fetched" "tree-sitter@$version" >"$work/npm.log" 2>&1 </dev/null ||
        go_on_without "npm could not fetch tree-sitter $version, see $work/npm.log"
    [ "$(digest "$fetched/tree-sitter-$version.tgz")" = "$expected" ] ||
        go_on_without "the fetched tree-sitter $version has another checksum than it should"
    mv "$fetched/tree-sitter-$version.tgz" "$archive" || go_on_without "cannot write to $cache"
fi

tar -xzf "$archive" -C "$work" package/vendor/tree-sitter package/LICENSE || go_on_without "cannot unpack $archive"
core=$work/package/vendor/tree-sitter/lib
# shellcheck disable=SC2086
"$compiler" -O3 -std=c11 -D_DEFAULT_SOURCE -D_DARWIN_C_SOURCE -DNDEBUG -fPIC $link \
    -include "$here/counted.h" -I "$core/include" -I "$core/src" -o "$library.part" "$core/src/lib.c" "$here/flatten.c" "$here/counted.c" >"$work/cc.log" 2>&1 ||
    go_on_without "the C compiler failed, see $work/cc.log"
cp "$work/package/LICENSE" "$(dirname "$library")/LICENSE-tree-sitter"
mv "$library.part" "$library"
echo "$wanted" >"$stamp"
echo "native core: compiled tree-sitter $version for $system-$processor with $compiler"
