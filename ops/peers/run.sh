#!/bin/sh
# Rampart beside a naive Kafka Streams pipeline and an Apache Flink job: same broker, events, features, models, rules.
#   ops/peers/run.sh [MESSAGES [RATE [SECONDS [PEER...]]]]   peers: NAIVE RAMPART FLINK_100 FLINK_1000
# The first start fetches Flink from Maven Central.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
"$root/mvnw" -q -f "$root/pom.xml" -Ppeers -pl ops/peers -am -Dmaven.test.skip -Dspotless.check.skip package
[ $# -gt 0 ] || set -- 300000 2000 15
peers=$root/ops/peers/target
exec java -Xmx1g -Drampart.home="$root" -Dpeers.flink="$peers/flink/*" -cp "$peers/peers-0.1.0-SNAPSHOT.jar:$peers/lib/*" dev.rampart.peers.PeersBench "$@"
