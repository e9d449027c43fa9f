#!/usr/bin/env bash
# Fits the weights of the built-in language model: train.sh OUT EPOCHS CARETS FOLDER:ENDING[:CARETS]...
set -euo pipefail
here=$PWD
cd "$(dirname "$0")/../../.."
. src-test/bench/sources.sh
mvn -o -q -B -DnoLint -pl models -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$PWD/target/training-classpath.txt" -Dmdep.includeScope=test >&2
classpath=models/target/test-classes:models/target/classes:$(cat target/training-classpath.txt)
out=$(realpath -m "$here/$1")
"$JAVA_HOME/bin/java" -Xmx3g -cp "$classpath" dev.orrery.models.ngram.WeightsTraining "$out" "${@:2}"
