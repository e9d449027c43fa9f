#!/usr/bin/env bash
# What screening finds in attacks that were not trained on and in honest files, and how long it takes a file.
#   safety.sh [DIR...]     DIR defaults to corpus M; LIST=true prints each miss and alarm
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- "$(src-test/bench/corpus.sh)"
mvn -o -q -B -DnoLint -pl models -am test-compile
exec "${JAVA_HOME:?}/bin/java" -Dlist="${LIST:-false}" \
  -cp "models/target/test-classes:models/target/classes:plugins/api/target/classes:plugins/base/target/classes" \
  dev.orrery.models.safety.SafetyBench "$@"
