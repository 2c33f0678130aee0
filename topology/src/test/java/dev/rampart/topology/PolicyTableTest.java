package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.topology.classify.ControlledScorer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTableTest {
  private static final String TEXT = TestPipeline.POLICY.replace("version: 3", "version: 4");

  @TempDir private Path folder;
  private TestPipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new TestPipeline(folder, new ControlledScorer(true));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  private void publish(String yaml, PolicyState state, Instant from) {
    PolicyTransition transition =
        PolicyTransition.newBuilder()
            .setState(state)
            .setAuthor("ada")
            .setEffectiveFrom(from)
            .setPublishedAt(from)
            .build();
    PolicyVersion record = Transitions.first(new PolicyText("length", 4, yaml), transition, false);
    pipeline.send(pipeline.topics.policies(), "length@4", record);
  }

  private Decision decisionOf(Instant sentAt) {
    pipeline.send(message("m-" + sentAt, "ada", "hello").setSentAt(sentAt).build());
    return pipeline.decisions().get(0);
  }

  @Test
  void shouldDecideByTheVersionInForceAtTheEventsOwnTime() {
    publish(TEXT, PolicyState.LIVE, NOON.plusSeconds(10));

    assertThat(decisionOf(NOON).getPolicyVersions()).containsEntry("length", 3);
    assertThat(decisionOf(NOON.plusSeconds(10)).getPolicyVersions()).containsEntry("length", 4);
    assertThat(decisionOf(NOON.plusSeconds(9)).getPolicyVersions()).containsEntry("length", 3);
  }

  @Test
  void shouldGoOnWithWhatWasInForceWhenARecordCannotBeUsed() {
    publish(TEXT.replace("when: ", "when: nonsense."), PolicyState.LIVE, NOON);
    pipeline.sendBytes(
        pipeline.topics.policies().name(),
        "length@5",
        "no policy".getBytes(StandardCharsets.UTF_8));

    assertThat(decisionOf(NOON).getPolicyVersions()).containsEntry("length", 3);
    assertThat(
            pipeline
                .meters
                .get("rampart.policies.records")
                .tag("outcome", "refused")
                .counter()
                .count())
        .isEqualTo(2);
  }

  @Test
  void shouldForgetAVersionWhoseRecordIsDeleted() {
    publish(TEXT, PolicyState.LIVE, NOON);
    assertThat(decisionOf(NOON).getPolicyVersions()).containsEntry("length", 4);

    pipeline.sendBytes(pipeline.topics.policies().name(), "length@4", null);

    assertThat(decisionOf(NOON.plusSeconds(1)).getPolicyVersions()).containsEntry("length", 3);
  }
}
