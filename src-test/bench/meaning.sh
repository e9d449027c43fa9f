#!/usr/bin/env bash
# Search by meaning: from a doc comment's first sentence to its method among 1,000, beside BM25.
#   meaning.sh            the development projects, then the held-out ones
#   meaning.sh FOLDER…    Java projects of your own
set -euo pipefail
cd "$(dirname "$0")/../.."
. src-test/bench/sources.sh
development=(org.apache.commons:commons-lang3:3.17.0 com.fasterxml.jackson.core:jackson-databind:2.17.2
  io.netty:netty-common:4.1.112.Final org.assertj:assertj-core:3.26.3 commons-io:commons-io:2.16.1
  com.google.guava:guava:33.4.0-jre org.apache.lucene:lucene-core:10.3.1 org.springframework:spring-core:6.2.0
  org.eclipse.jgit:org.eclipse.jgit:7.4.0.202509020913-r)
held_out=(org.hibernate.validator:hibernate-validator:8.0.1.Final org.apache.kafka:kafka-clients:3.7.1
  org.jgrapht:jgrapht-core:1.5.2 org.apache.pdfbox:pdfbox:3.0.2 com.h2database:h2:2.3.230 io.reactivex.rxjava3:rxjava:3.1.8
  org.springframework:spring-jdbc:6.1.11)
prepare
if [ $# -gt 0 ]; then
  run dev.orrery.bench.MeaningBench "$@"
else
  run dev.orrery.bench.MeaningBench $(sources "${development[@]}")
  run dev.orrery.bench.MeaningBench $(sources "${held_out[@]}")
fi
