#!/usr/bin/env bash
# Learns the table of which word describes which term of code that search by meaning ships with, from the documented methods of
# these projects. None of them is measured by meaning.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
. src-test/bench/sources.sh
projects=(
  com.github.ben-manes.caffeine:caffeine:3.1.8 com.google.code.gson:gson:2.11.0 com.google.protobuf:protobuf-java:4.27.2
  io.micrometer:micrometer-core:1.13.2 io.projectreactor:reactor-core:3.6.8 io.undertow:undertow-core:2.3.14.Final
  io.vertx:vertx-core:4.5.9 joda-time:joda-time:2.12.7 net.bytebuddy:byte-buddy:1.14.18
  org.apache.activemq:activemq-client:6.1.2 org.apache.avro:avro:1.11.3 org.apache.beam:beam-sdks-java-core:2.57.0
  org.apache.calcite:calcite-core:1.37.0 org.apache.camel:camel-support:4.7.0 org.apache.cassandra:cassandra-all:4.1.5
  org.apache.commons:commons-collections4:4.4 org.apache.commons:commons-compress:1.26.2
  org.apache.commons:commons-math3:3.6.1 org.apache.cxf:cxf-core:4.0.4 org.apache.flink:flink-core:1.19.1
  org.apache.groovy:groovy:4.0.22 org.apache.hadoop:hadoop-common:3.4.0 org.apache.hbase:hbase-client:2.6.0
  org.apache.httpcomponents.client5:httpclient5:5.3.1 org.apache.httpcomponents.core5:httpcore5:5.2.5
  org.apache.logging.log4j:log4j-core:2.23.1 org.apache.lucene:lucene-analysis-common:10.3.1
  org.apache.lucene:lucene-queries:10.3.1 org.apache.opennlp:opennlp-tools:2.4.0 org.apache.poi:poi:5.3.0
  org.apache.pulsar:pulsar-client-original:3.3.1 org.apache.solr:solr-core:9.6.1 org.apache.struts:struts2-core:6.4.0
  org.apache.tika:tika-core:2.9.2 org.apache.tomcat.embed:tomcat-embed-core:10.1.26 org.apache.wicket:wicket-core:10.1.0
  org.apache.xmlgraphics:batik-bridge:1.17 org.apache.zookeeper:zookeeper:3.9.2 org.bouncycastle:bcprov-jdk18on:1.78.1
  org.deeplearning4j:deeplearning4j-nn:1.0.0-M2.1 org.eclipse.collections:eclipse-collections:11.1.0
  org.eclipse.jetty:jetty-server:12.0.11 org.eclipse.jetty:jetty-util:12.0.11
  org.glassfish.jersey.core:jersey-common:3.1.7 org.jsoup:jsoup:1.18.1 org.mockito:mockito-core:5.12.0
  org.mybatis:mybatis:3.5.16 org.opensearch:opensearch:2.15.0 org.springframework.boot:spring-boot:3.3.2
  org.springframework.data:spring-data-commons:3.3.2 org.springframework.security:spring-security-core:6.3.1
  org.springframework:spring-beans:6.1.11 org.springframework:spring-messaging:6.1.11
  org.springframework:spring-web:6.1.11 org.springframework:spring-webmvc:6.1.11
)
prepare
ORRERY_MAX_HEAP=6g run dev.orrery.indexer.semantic.TranslationTableMaker \
  indexer/src/main/resources/dev/orrery/indexer/semantic/translation.gz $(sources "${projects[@]}")
