#!/usr/bin/env bash
# Makes corpus 5M below target/bench: the sources of large Java projects, unpacked side by side and committed, five times the size
# of corpus M and none of its projects. Prints its folder. Needs Maven and the network the first time.
set -euo pipefail
cd "$(dirname "$0")/../.."
. installers/launch/environment.sh
require_jdk
home=$PWD/target/bench
if [ ! -d "$home/5M/.git" ]; then
  rm -rf "$home/5M" "$home/5M-jars"
  mkdir -p "$home/5M" "$home/5M-jars"
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>pom</packaging><dependencies>'
    for artifact in org.hibernate.orm:hibernate-core:6.6.1.Final org.elasticsearch:elasticsearch:8.15.0 \
      org.apache.ignite:ignite-core:2.16.0 org.apache.cassandra:cassandra-all:4.1.5 org.apache.calcite:calcite-core:1.37.0 \
      org.apache.hadoop:hadoop-common:3.4.0 org.apache.hadoop:hadoop-hdfs:3.4.0 org.apache.hbase:hbase-server:2.5.8 \
      org.bouncycastle:bcprov-jdk18on:1.78.1 org.eclipse.jdt:ecj:3.38.0 org.apache.tomcat.embed:tomcat-embed-core:10.1.28 \
      org.apache.groovy:groovy:4.0.22 org.apache.kafka:kafka-clients:3.8.0 org.apache.kafka:kafka-streams:3.8.0 com.h2database:h2:2.3.232; do
      IFS=: read -r group name version <<<"$artifact"
      echo "<dependency><groupId>$group</groupId><artifactId>$name</artifactId><version>$version</version><classifier>sources</classifier></dependency>"
    done
    echo '</dependencies></project>'
  } >"$home/5M-jars/pom.xml"
  mvn -q -f "$home/5M-jars/pom.xml" dependency:copy-dependencies -Dclassifier=sources -DincludeClassifiers=sources \
    -DexcludeTransitive=true -DoutputDirectory="$home/5M-jars" >&2
  for jar in "$home"/5M-jars/*-sources.jar; do
    name=$(basename "$jar" -sources.jar)
    mkdir -p "$home/5M/$name"
    (cd "$home/5M/$name" && unzip -qo "$jar")
  done
  (cd "$home/5M" && git init -q && git add -A && git -c user.name=bench -c user.email=bench@localhost commit -qm corpus)
fi
echo "$home/5M"
