#!/usr/bin/env bash
# Makes corpus M below target/bench: the sources of five well-known Java projects, unpacked side by side and committed.
# Prints its folder. Needs Maven and the network the first time.
set -euo pipefail
cd "$(dirname "$0")/../.."
. installers/launch/environment.sh
require_jdk
home=$PWD/target/bench
if [ ! -d "$home/M/.git" ]; then
  rm -rf "$home/M"
  mkdir -p "$home/M" "$home/jars"
  for artifact in org.apache.lucene:lucene-core:10.3.1 com.google.guava:guava:33.4.0-jre \
    org.eclipse.jgit:org.eclipse.jgit:7.4.0.202509020913-r org.springframework:spring-core:6.2.0 \
    org.springframework:spring-context:6.2.0; do
    mvn -q dependency:copy -Dartifact="$artifact:jar:sources" -DoutputDirectory="$home/jars" >&2
    mvn -q dependency:copy -Dartifact="$artifact" -DoutputDirectory="$home/jars" >&2
    name=$(echo "$artifact" | cut -d: -f2)
    mkdir -p "$home/M/$name"
    (cd "$home/M/$name" && unzip -qo "$home"/jars/"$name"-*-sources.jar)
  done
  (cd "$home/M" && git init -q && git add -A && git -c user.name=bench -c user.email=bench@localhost commit -qm corpus)
fi
echo "$home/M"
