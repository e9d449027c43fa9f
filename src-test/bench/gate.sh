#!/usr/bin/env bash
# The gate, with javac as its judge: real lines that are held back, and mutants that are let through.
# gate.sh SOURCES CLASSPATH [SOURCES CLASSPATH …]   the class path holds the sources' own classes and what they need
# LINES (500), SEED, SHOW=N prints N of each kind; JARS are libraries that the index knows too.
set -euo pipefail
cd "$(dirname "$0")/../.."
. installers/launch/environment.sh
require_jdk
[ $# -ge 2 ] || { echo "gate.sh: name a folder of Java sources and the class path that javac needs for them" >&2; exit 2; }
work=$PWD/target/bench/gate
mkdir -p "$work"
mvn -q -B -DnoLint -pl src-test -am -DskipTests test-compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" >/dev/null
while [ $# -ge 2 ]; do
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Dshow="${SHOW:-0}" -Dlines="${LINES:-500}" \
    ${SEED:+-Dseed="$SEED"} -Djars="${JARS:-}" \
    -cp "src-test/target/test-classes:$(cat "$work/classpath")" dev.orrery.bench.GateBench "$1" "$2"
  shift 2
done
