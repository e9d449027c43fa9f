#!/usr/bin/env bash
# From a save to its showing in search and graph: edits real files of a copy of corpus M while its index watches.
#   live.sh [EDITS [DIR]]     EDITS defaults to 200, DIR to corpus M
set -euo pipefail
cd "$(dirname "$0")/../.."
edits=${1:-200}
directory=${2:-$(src-test/bench/corpus.sh)}
. installers/launch/environment.sh
require_jdk
mvn -o -q -B -DnoLint -pl src-test -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$PWD/target/bench/classpath.txt" -Dmdep.includeScope=test >&2
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders \
  -Xmx2g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:G1PeriodicGCInterval=30000 -XX:TrimNativeHeapInterval=30000 -cp "src-test/target/test-classes:$(cat target/bench/classpath.txt)" dev.orrery.bench.LiveBench "$directory" "$edits"
