#!/usr/bin/env bash
# Uses the real window for MINUTES, on the display at hand or one that Xvfb keeps in memory, and prints what it holds after each
# round. The repositories are copied.
#   soak.sh [MINUTES [DIR OTHER…]]     MINUTES defaults to 60, DIR to corpus M, OTHER to two modules of Orrery
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-60}
shift || true
[ $# -gt 0 ] || set -- "$(src-test/bench/corpus.sh)" models plugins/base
. src-test/bench/sources.sh
prepare
if [ -z "${DISPLAY:-}" ]; then
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" &
  trap 'kill %1' EXIT
  while [ ! -s "$work/display" ]; do sleep 0.2; done
  export DISPLAY=":$(cat "$work/display")"
fi
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders -Xmx2500m \
  -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:G1PeriodicGCInterval=30000 -XX:TrimNativeHeapInterval=30000 \
  -cp "src-test/target/test-classes:$(cat "$work/classpath.txt")" dev.orrery.bench.WindowSoak "$minutes" "$@"
