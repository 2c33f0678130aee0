package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.classify.ControlledScorer;
import dev.rampart.topology.topics.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart finds: the stores as their changelogs have them. */
class ChangelogTest {
  @TempDir private Path folder;

  @Test
  void shouldGoOnFromTheChangelogsAsIfNothingHadHappened() throws Exception {
    try (TestPipeline first = start("first");
        TestPipeline second = start("second")) {
      sendTwenty(first, 0);
      for (String store : List.of(Nodes.ACCOUNT_FEATURES, Nodes.ACCOUNT_LEDGER)) {
        Map<String, byte[]> restored = first.changelog(store);
        assertThat(restored).isNotEmpty().containsExactlyEntriesOf(first.stored(store));
        second.restore(store, restored);
      }
      List<Decision> before = first.decisions();
      sendTwenty(first, 20);
      sendTwenty(second, 20);

      assertThat(before).hasSize(20);
      assertThat(features(second)).isEqualTo(features(first));
      assertThat(second.stored(Nodes.ACCOUNT_FEATURES))
          .containsExactlyEntriesOf(first.stored(Nodes.ACCOUNT_FEATURES));
    }
  }

  @Test
  void shouldLeaveNothingOfAnErasedAccountInTheChangelogs() throws Exception {
    try (TestPipeline pipeline = start("erased")) {
      sendTwenty(pipeline, 0);
      pipeline.send(
          UserEvent.newBuilder()
              .setEventId("erase")
              .setUserId("a1")
              .setKind(UserEventKind.ERASE)
              .setOccurredAt(NOON.plusSeconds(200))
              .build());

      assertThat(pipeline.changelog(Nodes.ACCOUNT_FEATURES)).containsOnlyKeys("a0", "a2");
      assertThat(pipeline.changelog(Nodes.ACCOUNT_LEDGER)).doesNotContainKey("a1");
    }
  }

  private TestPipeline start(String name) throws Exception {
    return new TestPipeline(folder.resolve(name), new ControlledScorer(true));
  }

  /** Messages of three accounts, long ones among them; every fourth is late. */
  private static void sendTwenty(TestPipeline pipeline, int from) {
    for (int i = from; i < from + 20; i++) {
      pipeline.send(
          message("m" + i, "a" + i % 3, "x".repeat(i % 5 * 6))
              .setSentAt(NOON.plusSeconds(i * 7L - (i % 4 == 0 ? 30 : 0)))
              .build());
    }
  }

  private static List<List<Double>> features(TestPipeline pipeline) {
    return pipeline.decisions().stream().map(Decision::getFeatures).map(List::copyOf).toList();
  }
}
