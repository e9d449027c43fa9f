#!/bin/sh
# Trains the classifier that finds sentences that speak to a model, and writes its weights into the resources of models.
# Usage: models/training/injection/train.sh FOLDER...      folders of honest files (sources, documentation), unpacked
# Needs models compiled (mvn -pl models -am compile). Same folders, same weights: everything random has one seed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
models=$(cd "$here/../.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
classes="$models/target/classes:$models/../plugins/api/target/classes:$models/../plugins/base/target/classes"
"${JAVA_HOME:?}/bin/javac" -d "$out" -cp "$classes" "$here"/*.java
"$JAVA_HOME/bin/java" -Xmx3g -cp "$out:$classes" dev.orrery.models.safety.TrainInjection "$here" \
    "$models/src/main/resources/dev/orrery/models/safety/injection.weights" "$@"
