# Sourced by benchmarks that read the sources of Maven artifacts.
. installers/launch/environment.sh
require_jdk
work=$PWD/target/bench
export ORRERY_HOME=$work/home

# Compiles, and writes the class path.
prepare() {
  mkdir -p "$work"
  mvn -o -q -B -DnoLint -pl src-test -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath.txt" -Dmdep.includeScope=test >&2
}

run() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders \
    -Xmx"${ORRERY_MAX_HEAP:-3g}" -cp "src-test/target/test-classes:$(cat "$work/classpath.txt")" "$@"
}

# Unpacks the -sources jars of group:artifact:version and prints their folders.
sources() {
  local artifact name
  for artifact in "$@"; do
    name=$(echo "$artifact" | cut -d: -f2)
    if [ ! -d "$work/sources/$name" ]; then
      mvn -q -B dependency:copy -Dartifact="$artifact:jar:sources" -DoutputDirectory="$work/jars" >&2
      mkdir -p "$work/sources/$name.part"
      unzip -qo "$work/jars/$name-"*-sources.jar '*.java' -d "$work/sources/$name.part" >&2
      mv "$work/sources/$name.part" "$work/sources/$name"
    fi
    echo "$work/sources/$name"
  done
}
