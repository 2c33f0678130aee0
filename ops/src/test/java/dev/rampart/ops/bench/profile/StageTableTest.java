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
            java/lang/Thread.run;org/apache/kafka/streams/StreamTask.process;dev/rampart/topology/enrich/Enrich.process;dev/rampart/topology/features/FeatureEngine.values;java/util/HashMap.get 6
            java/lang/Thread.run;org/apache/kafka/streams/StreamTask.process;dev/rampart/topology/enrich/Enrich.process;org/rocksdb/RocksDB.get;[librocksdbjni.so] 3
            java/lang/Thread.run;org/apache/kafka/streams/StreamTask.process 1
            """);

    assertThat(table.samples()).isEqualTo(10);
    assertThat(table.rows())
        .extracting(StageTable.Row::stage)
        .containsExactly("features", "state store (RocksDB)", "Kafka Streams");
    assertThat(table.rows().get(0).share()).isCloseTo(0.6, within(1e-9));
    assertThat(table.rows().get(0).coreMicros()).isCloseTo(30, within(1e-9));
  }

  @Test
  void shouldKnowTheThreadsOfTheMachineAndOfLibrariesByTheirFunctions() {
    StageTable table =
        of(
            """
            clone3;CompileBroker::compiler_thread_loop;Compile::Optimize 5
            clone3;GangWorker::run;G1ParTask::work;memcpy 4
            clone3;librocksdbjni.so;memcpy 2
            java/lang/Thread.sleep 1
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
