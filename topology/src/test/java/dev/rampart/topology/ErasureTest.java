package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static dev.rampart.topology.TestPipeline.message;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.classify.ControlledScorer;
import dev.rampart.topology.retention.Retention;
import dev.rampart.topology.retention.Sweep;
import dev.rampart.topology.topics.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten: on request at once, and by itself after a time. */
class ErasureTest {
  private static final String LONG_TEXT = "x".repeat(25);

  @TempDir private Path folder;
  private final Map<String, Map<String, byte[]>> changelogs = new HashMap<>();
  private TestPipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new TestPipeline(folder, new ControlledScorer(true));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void shouldRemoveASubjectFromEveryStoreAndConfirmIt() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());
    pipeline.send(message("m2", "bob", LONG_TEXT).build());

    pipeline.send(erase("e1", "ada", NOON.plusSeconds(5)));

    assertThat(pipeline.stored(Nodes.ACCOUNT_FEATURES)).containsOnlyKeys("bob");
    assertThat(pipeline.stored(Nodes.ACCOUNT_LEDGER)).containsOnlyKeys("bob");
    assertThat(pipeline.decisions())
        .extracting(Decision::getEventId)
        .containsExactly("m1", "m2", "e1");
    List<AuditEvent> audit = pipeline.audit();
    assertThat(audit).hasSize(1);
    assertThat(audit.get(0).getOperation()).isEqualTo("subject.erase");
    assertThat(audit.get(0).getEntity()).isEqualTo("user:ada");
    assertThat(audit.get(0).getActor()).isEqualTo("rampart");
    assertThat(audit.get(0).getDetails())
        .containsEntry("event_id", "e1")
        .containsEntry("stores", "account-features, account-ledger")
        .containsEntry("begun", "entity-features");
    assertThat(audit.toString()).doesNotContain(LONG_TEXT);
  }

  @Test
  void shouldLeaveNoTraceOfASubjectInAnyStoreOrWhatARestartRestores() {
    for (String account : List.of("ada-lovelace", "bob")) {
      pipeline.send(signUp(account));
      pipeline.send(
          message("message-of-" + account, account, "look at https://fresh.example " + LONG_TEXT)
              .setRecipientId("cleo")
              .build());
    }
    pipeline.advance(Duration.ofSeconds(1));
    assertThat(places("ada-lovelace")).contains(Nodes.ENTITY_FEATURES, Nodes.ACCOUNT_FEATURES);

    pipeline.send(erase("e1", "ada-lovelace", NOON.plusSeconds(5)));
    pipeline.advance(Duration.ofSeconds(2));

    assertThat(places("ada-lovelace")).isEmpty();
    assertThat(places("message-of-bob")).contains(Nodes.ENTITY_FEATURES);
  }

  /** Stores whose keys, records or changelog hold a text. */
  private Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    for (String store :
        List.of(Nodes.ACCOUNT_FEATURES, Nodes.ACCOUNT_LEDGER, Nodes.ENTITY_FEATURES)) {
      for (Map<String, byte[]> records : List.of(pipeline.stored(store), changelog(store))) {
        records.forEach(
            (key, value) -> {
              if (key.contains(text) || new String(value, ISO_8859_1).contains(text)) {
                places.add(store);
              }
            });
      }
    }
    return places;
  }

  /** Compaction keeps the last record of a key: reading goes on where it stopped. */
  private Map<String, byte[]> changelog(String store) {
    Map<String, byte[]> restored = changelogs.computeIfAbsent(store, none -> new TreeMap<>());
    pipeline.readChangelog(store, restored);
    return restored;
  }

  @Test
  void shouldTakeAnErasedAccountForANewOneAndKnowItsActionsNoMore() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());
    EnforcementAction removed = pipeline.messageActions().get(0).value();
    pipeline.send(erase("e1", "ada", NOON.plusSeconds(5)));
    pipeline.send(message("m3", "ada", "back").setSentAt(NOON.plusSeconds(9)).build());
    pipeline.send(message("n1", "new", "here").setSentAt(NOON.plusSeconds(9)).build());
    pipeline.send(
        Feedback.newBuilder()
            .setFeedbackId("f1")
            .setActionId(removed.getActionId())
            .setSubjectId("ada")
            .setOutcome(FeedbackOutcome.OVERTURNED)
            .setDecidedAt(NOON.plusSeconds(20))
            .build());

    List<Decision> decisions = pipeline.decisions();
    assertThat(decisions.get(2).getFeatures()).isEqualTo(decisions.get(3).getFeatures());
    assertThat(pipeline.deadLetters()).hasSize(1);
  }

  @Test
  void shouldConfirmWithTheSameIdInAReplay() throws Exception {
    pipeline.send(erase("e1", "ada", NOON));
    try (TestPipeline other =
        new TestPipeline(folder.resolve("other"), new ControlledScorer(true))) {
      other.send(erase("e1", "ada", NOON));
      assertThat(other.audit().get(0).getAuditId()).isEqualTo(pipeline.audit().get(0).getAuditId());
    }
  }

  @Test
  void shouldForgetAccountsThatWereSilentForLongerThanTheyAreKept() {
    Duration kept = Retention.DEFAULT.features();
    pipeline.send(message("m1", "silent", LONG_TEXT).build());
    Instant later = NOON.plus(kept).plusSeconds(1);
    pipeline.sendAt(later, message("m2", "alive", "hello").setSentAt(later).build());
    assertThat(pipeline.stored(Nodes.ACCOUNT_FEATURES)).containsOnlyKeys("silent", "alive");

    pipeline.advance(Sweep.INTERVAL);

    assertThat(pipeline.stored(Nodes.ACCOUNT_FEATURES)).containsOnlyKeys("alive");
    assertThat(pipeline.stored(Nodes.ACCOUNT_LEDGER)).containsOnlyKeys("silent");
    Instant muchLater = NOON.plus(Retention.DEFAULT.ledger()).plus(Duration.ofDays(365));
    pipeline.sendAt(muchLater, message("m3", "alive", "hello").setSentAt(muchLater).build());
    pipeline.advance(Sweep.INTERVAL);
    assertThat(pipeline.stored(Nodes.ACCOUNT_LEDGER)).isEmpty();
    assertThat(pipeline.meters.get("rampart.records.expired").counters())
        .extracting(counter -> counter.count())
        .containsOnly(1.0);
  }

  @Test
  void shouldServeASilentAccountAFreshStartWhetherOrNotItWasDeleted() {
    Instant later = NOON.plus(Retention.DEFAULT.features()).plusMillis(1);
    pipeline.send(message("m1", "silent", "hello").build());
    pipeline.sendAt(later, message("m2", "silent", "back").setSentAt(later).build());
    pipeline.sendAt(later, message("n1", "new", "back").setSentAt(later).build());

    List<Decision> decisions = pipeline.decisions();
    assertThat(decisions.get(1).getFeatures()).isEqualTo(decisions.get(2).getFeatures());
  }

  private static UserEvent signUp(String user) {
    return UserEvent.newBuilder()
        .setEventId("s-" + user)
        .setUserId(user)
        .setKind(UserEventKind.SIGN_UP)
        .setAccountCreatedAt(NOON.minusSeconds(60))
        .setOccurredAt(NOON)
        .build();
  }

  private static UserEvent erase(String id, String user, Instant time) {
    return UserEvent.newBuilder()
        .setEventId(id)
        .setUserId(user)
        .setKind(UserEventKind.ERASE)
        .setOccurredAt(time)
        .build();
  }
}
