#!/usr/bin/env bash
# The call graphs of TypeScript, JavaScript and Python against the TypeScript compiler's checker and jedi.
# calls.sh          the development set, then the held-out set
# calls.sh FOLDER   one project of your own
# Needs npm, apt, the network the first time, and python3 with jedi (Debian: python3-jedi).
set -euo pipefail
cd "$(dirname "$0")/../.."
. installers/launch/environment.sh
require_jdk
bench=$PWD/src-test/bench
work=$PWD/target/bench/calls
mkdir -p "$work"
[ -d "$work/node_modules/typescript" ] || npm install --silent --no-audit --no-fund --prefix "$work" typescript@5.9.3 >/dev/null
python3 -c 'import jedi' || { echo "calls.sh: python3 has no jedi; install it, on Debian as python3-jedi" >&2; exit 1; }

# npm PACKAGE VERSION FOLDER: that folder of the package's sources; deb PACKAGE: a Debian package's Python modules
npm_sources() {
  local to=$work/src/${1##*/}
  if [ ! -d "$to" ]; then
    mkdir -p "$work/unpacked/$1" "$work/src"
    (cd "$work/unpacked" && tar xzf "$(npm pack --silent "$1@$2" | tail -1)" -C "$1" --strip-components=1)
    cp -r "$work/unpacked/$1/$3" "$to"
  fi
  echo "$to"
}
deb_sources() {
  local to=$work/src/$1
  if [ ! -d "$to" ]; then
    mkdir -p "$work/unpacked/$1" "$to"
    (cd "$work/unpacked" && apt-get download -qq "python3-$1" && dpkg -x "python3-$1"_*.deb "$1")
    cp -r "$work/unpacked/$1/usr/lib/python3/dist-packages/." "$to"
    rm -rf "$to"/*-info
    find "$to" -type l -delete
  fi
  echo "$to"
}
measure() {
  local list=()
  for folder in "$@"; do
    local calls
    calls=$work/$(basename "$folder").tsv
    if [ ! -s "$calls" ]; then
      if [ -n "$(find "$folder" -name '*.py' -print -quit)" ]; then
        python3 "$bench/jedi-calls.py" "$folder" >"$calls"
      else
        NODE_PATH=$work/node_modules node "$bench/typescript-calls.cjs" "$folder" >"$calls"
      fi
    fi
    list+=("$folder" "$calls")
  done
  mvn -q -B -DnoLint -pl src-test -am -DskipTests test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" >/dev/null
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Dshow="${SHOW:-0}" \
    -cp "src-test/target/test-classes:$(cat "$work/classpath")" dev.orrery.bench.ScriptCallAccuracy "${list[@]}"
}
if [ $# -gt 0 ]; then
  measure "$@"
  exit
fi
echo "development"
measure "$(npm_sources rxjs 7.8.2 src)" "$(npm_sources mobx 7.1.3 src)" "$(npm_sources @tanstack/query-core 5.108.0 src)" \
  "$(npm_sources commander 14.0.3 lib)" "$(npm_sources express 5.3.0 lib)" "$(npm_sources axios 1.21.1 lib)" \
  "$(deb_sources requests)" "$(deb_sources click)" "$(deb_sources flask)" "$(deb_sources jinja2)" \
  "$(deb_sources rich)"
echo "held out"
measure "$(npm_sources zod 4.6.7 src)" "$(npm_sources @reduxjs/toolkit 2.14.0 src)" "$(npm_sources @trpc/server 11.25.2 src)" \
  "$(npm_sources immer 11.2.10 src)" "$(npm_sources koa 3.3.0 lib)" "$(npm_sources fastify 5.12.8 lib)" \
  "$(deb_sources werkzeug)" "$(deb_sources httpx)" "$(deb_sources markdown)" "$(deb_sources tornado)" \
  "$(deb_sources docutils)"
