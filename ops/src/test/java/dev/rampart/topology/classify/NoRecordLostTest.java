package dev.rampart.topology.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.topics.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invariant on a real broker: no commit covers an input offset whose result has not been
 * forwarded in the same transaction. And its negative control: without the barrier the same run
 * loses records, so the run can tell.
 */
class NoRecordLostTest {
  private static final int COUNT = 1_500;

  @TempDir private Path folder;

  @Test
  void shouldNotCommitPastAnUnfinishedBatch() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CrashingRun run =
          new CrashingRun(
              broker.bootstrap(),
              "protected",
              folder.resolve("protected"),
              () -> CommitBarrier.builder(Nodes.COMMIT_BARRIER).build());

      List<Integer> out = run.run(COUNT);

      assertThat(run.crashes()).isEqualTo(2);
      assertThat(out).containsExactlyElementsOf(IntStream.range(0, COUNT).boxed().toList());
    }
  }

  @Test
  void shouldLoseRecordsWithoutTheBarrier() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CrashingRun run =
          new CrashingRun(
              broker.bootstrap(),
              "unprotected",
              folder.resolve("unprotected"),
              () -> new OpenBarrier(Nodes.COMMIT_BARRIER));

      List<Integer> out = run.run(COUNT);

      assertThat(out).hasSizeLessThan(COUNT);
    }
  }

  /** A barrier that lets every commit pass. */
  private static final class OpenBarrier extends CommitBarrier {
    OpenBarrier(String name) {
      super(name);
    }

    @Override
    public void flushCache() {}
  }
}
