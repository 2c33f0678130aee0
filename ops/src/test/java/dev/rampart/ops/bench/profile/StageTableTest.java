package dev.rampart.ops.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTableTest {
  @Test
  void shouldChargeAStackToTheStageOfItsInnermostKnownFrame() {
    StageTable table =
        of(
            """
            [rampart-StreamThread-1 tid=1];org/apache/kafka/streams/StreamTask.process;dev/rampart/topology/enrich/Enrich.process;dev/rampart/topology/features/FeatureEngine.values;java/util/HashMap.get 6
            [rampart-StreamThread-1 tid=1];org/apache/kafka/streams/StreamTask.process;dev/rampart/topology/enrich/Enrich.process;org/rocksdb/RocksDB.get;[librocksdbjni.so] 3
            [rampart-StreamThread-1 tid=1];org/apache/kafka/streams/StreamTask.process 1
            """);

    assertThat(table.samples()).isEqualTo(10);
    assertThat(table.rows())
        .extracting(StageTable.Row::stage)
        .containsExactly("features", "state store (RocksDB)", "Kafka Streams");
    assertThat(table.rows().get(0).share()).isCloseTo(0.6, within(1e-9));
    assertThat(table.rows().get(0).coreMicros()).isCloseTo(30, within(1e-9));
  }

  @Test
  void shouldChargeWhatRunsInNoKnownMethodToTheKindOfItsThread() {
    StageTable table =
        of(
            """
            [C2 CompilerThread0 tid=2];clone3;Compile::Optimize 5
            [G1 Conc#0 tid=3];clone3;memcpy 4
            [rocksdb:low tid=4];clone3;memcpy 2
            [main tid=5];java/lang/Thread.sleep 1
            """);

    assertThat(table.rows())
        .extracting(StageTable.Row::stage)
        .containsExactly("compiler", "garbage collector", "state store (RocksDB)", "other");
  }

  @Test
  void shouldSampleThisProcessByStage() {
    Profiler profiler = Profiler.load();
    profiler.start();
    long end = System.nanoTime() + 300_000_000;
    long sum = 0;
    while (System.nanoTime() < end) {
      sum += Stage.of(List.of("dev/rampart/topology/ingest/Ingest.process")).label().length();
    }
    StageTable table = of(profiler.stop());

    assertThat(sum).isPositive();
    assertThat(table.samples()).isGreaterThan(20);
  }

  private static StageTable of(String collapsed) {
    return StageTable.of("a machine", 1_000, 50, collapsed);
  }
}
