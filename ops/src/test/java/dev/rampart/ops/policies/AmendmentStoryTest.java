package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.ReviewItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policies do to the past, and what is done about their rates, on a real broker. */
class AmendmentStoryTest {
  private static final int ACCOUNTS = 10;
  private static final int ALREADY_MUTED = 2;
  private static final long LIMIT_MS = 30_000;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static Installation installation;

  private final Instant start = Instant.now().minusSeconds(3600);

  @BeforeAll
  static void start() throws Exception {
    installation = new Installation(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  void shouldDoOnceWhatThePastLacksAndTakeItBack() throws Exception {
    List<String> log = aPastInWhichTheFirstVersionActed();
    publish("calm-3.yml", Drafts.third(), "shadow");

    theRehearsalDoesNothing(log);
    tooManyActionsAreRefused(log);
    String id = whatOneProposedAnotherApproves(log);
    Set<UUID> done = ids(actionsOf("calm", 3));
    theSecondRunFindsNothing(log);
    installation.policies("apply", "calm", "--reverse", id, "--apply", "--reason", "too harsh");
    await(() -> reversed().equals(done));
    takenBackIsNotDoneAgain(log);
    overTheBudgetPeopleLook(log);
    theAuditTellsIt();
  }

  private List<String> aPastInWhichTheFirstVersionActed() throws Exception {
    for (int i = 0; i < ACCOUNTS; i++) {
      installation.send("past-" + i, i < ALREADY_MUTED ? "something bad" : "hello");
    }
    await(() -> actionsOf("calm", 1).size() == ALREADY_MUTED);
    await(() -> decided("past-").size() == ACCOUNTS);
    Path log = folder.resolve("log");
    installation.log(log);
    return List.of(
        "--from", start.toString(), "--to", Instant.now().toString(), "--log", log.toString());
  }

  private void theRehearsalDoesNothing(List<String> log) throws Exception {
    JsonNode planned = installation.policies(apply("calm", 3, log, "--author", "ada"));

    assertThat(planned.get("state").asText()).isEqualTo("rehearsed");
    assertThat(planned.at("/actions/MUTE").asInt()).isEqualTo(ACCOUNTS - ALREADY_MUTED);
    assertThat(planned.at("/left/done").asInt()).isEqualTo(ALREADY_MUTED);
    assertThat(amendments()).isEmpty();
  }

  private void tooManyActionsAreRefused(List<String> log) {
    CommandLineRun refused =
        installation.run(apply("calm", 3, log, "--apply", "--budget", "3", "--author", "ada"));

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("found 8 actions, allowed are 3");
    assertThat(amendments()).isEmpty();
  }

  private String whatOneProposedAnotherApproves(List<String> log) throws Exception {
    installation.policies("settings", "--four-eyes", "true", "--reason", "harm is possible");
    JsonNode proposed = installation.policies(apply("calm", 3, log, "--apply", "--author", "ada"));
    String id = proposed.get("id").asText();
    assertThat(proposed.get("state").asText()).isEqualTo("proposed");
    assertThat(amendments()).isEmpty();

    CommandLineRun own = installation.run(approve(log, id, "ada"));
    assertThat(own.err()).contains("ada, the author, allowed is another person");
    aCrashInTheMiddleLeavesNothing(id);
    JsonNode applied = installation.policies(approve(log, id, "bob"));

    assertThat(applied.get("state").asText()).isEqualTo("applied");
    await(() -> actionsOf("calm", 3).size() == ACCOUNTS - ALREADY_MUTED);
    assertThat(actionsOf("calm", 3))
        .allSatisfy(
            action -> {
              assertThat(action.getMode()).isEqualTo(PolicyMode.LIVE);
              assertThat(AmendmentReason.of(action)).contains(id);
              assertThat(action.getExpiresAt()).isAfter(Instant.now());
            })
        .extracting(EnforcementAction::getEventId)
        .doesNotHaveDuplicates();
    return id;
  }

  /** Half of it is sent, and the process is gone before the transaction ends. */
  private static void aCrashInTheMiddleLeavesNothing(String id) {
    try (PolicyTopics topics = installation.open()) {
      Signature ada = new Signature("ada", "", "crash");
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () ->
                      topics.change(
                          () -> {
                            topics.audit(ada, Deed.of("policy.apply", id), Instant.now());
                            topics.send(installation.topics.findings(), "past-9", half());
                            throw new IllegalStateException("gone");
                          })))
          .hasMessage("gone");
    }
    assertThat(amendments()).isEmpty();
  }

  private static Finding half() {
    return Finding.newBuilder()
        .setFindingId("half")
        .setAbout("m-9")
        .setAccountId("past-9")
        .setEntity("policy:calm@3")
        .setHappenedAt(Instant.now())
        .setFoundAt(Instant.now())
        .build();
  }

  private void theSecondRunFindsNothing(List<String> log) throws Exception {
    installation.policies("settings", "--four-eyes", "false", "--reason", "done");
    int sent = amendments().size();

    JsonNode again = installation.policies(apply("calm", 3, log, "--apply", "--author", "ada"));

    assertThat(again.get("actions")).isEmpty();
    assertThat(again.at("/left/sent").asInt()).isEqualTo(ACCOUNTS - ALREADY_MUTED);
    assertThat(amendments()).hasSize(sent);
  }

  private void takenBackIsNotDoneAgain(List<String> log) throws Exception {
    installation.log(folder.resolve("log"));
    JsonNode again = installation.policies(apply("calm", 3, log, "--apply", "--author", "ada"));

    assertThat(again.get("actions")).isEmpty();
    assertThat(actionsOf("calm", 3)).hasSize(ACCOUNTS - ALREADY_MUTED);
  }

  private void overTheBudgetPeopleLook(List<String> log) throws Exception {
    publish("late.yml", Drafts.warning("late"), "shadow");
    installation.policies(
        apply("late", 1, log, "--apply", "--budget", "3", "--over-budget", "review"));

    await(() -> actionsOf("late", 1).size() == 3);
    await(() -> reviews("late").size() == ACCOUNTS - ALREADY_MUTED - 3);
    assertThat(reviews("late")).extracting(ReviewItem::getQueue).containsOnly("budget");
  }

  private void theAuditTellsIt() {
    assertThat(installation.read(installation.topics.audit()))
        .extracting(AuditEvent::getOperation)
        .containsSubsequence("policy.propose", "policy.apply", "policy.reverse", "policy.apply");
  }

  @Test
  void shouldNoteAnAbnormalRateInBothDirectionsAndStopOnlyWhatActsTooOften() throws Exception {
    publish("rare.yml", Drafts.watched("rare", "rare"), "live");
    publish("busy.yml", Drafts.watched("busy", "often"), "live");
    Thread.sleep(1_500);
    aHistoryInWhichOneActsOftenAndOneHardlyEver();

    for (int i = 0; i < 400; i++) {
      installation.send("rate-" + i, "something rare");
    }

    await(() -> alarms("rare").contains("high") && alarms("busy").contains("low"));
    await(() -> state("rare@1") == PolicyState.SHADOW);
    assertThat(alarms("rare")).containsOnly("high");
    assertThat(state("busy@1")).isEqualTo(PolicyState.LIVE);
    assertThat(installation.read(installation.topics.audit()))
        .filteredOn(entry -> entry.getOperation().equals("policy.guardrail"))
        .extracting(AuditEvent::getEntity, AuditEvent::getActor)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("policy:rare@1", "rampart"));
  }

  private static void aHistoryInWhichOneActsOftenAndOneHardlyEver() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      String text = i % 100 == 0 ? "something rare" : i % 2 == 1 ? "again and often" : "";
      installation.send("rate-" + i % 500, text);
      if (i % 100 == 99) {
        Thread.sleep(200);
      }
    }
    await(() -> decided("rate-").size() >= 2_000);
    Thread.sleep(2_000);
  }

  private static Set<String> alarms(String policy) {
    return installation.read(installation.topics.audit()).stream()
        .filter(entry -> entry.getOperation().equals("policy.alarm"))
        .filter(entry -> entry.getEntity().equals("policy:" + policy + "@1"))
        .map(entry -> entry.getDetails().getOrDefault("direction", ""))
        .collect(Collectors.toSet());
  }

  private static PolicyState state(String key) {
    return installation.read(installation.topics.policies()).stream()
        .filter(record -> key.equals(record.getPolicy() + "@" + record.getVersion()))
        .reduce((older, newer) -> newer)
        .map(PolicyVersion::getState)
        .orElseThrow();
  }

  private static String[] apply(String policy, int version, List<String> log, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("apply", policy, "--policy-version", Integer.toString(version)));
    arguments.addAll(log);
    arguments.addAll(List.of("--reason", "it came too late"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static String[] approve(List<String> log, String id, String who) {
    List<String> arguments = new ArrayList<>(List.of("apply", "calm", "--approve", id, "--apply"));
    arguments.addAll(log.subList(4, 6));
    arguments.addAll(List.of("--author", who, "--reason", "looks right"));
    return arguments.toArray(String[]::new);
  }

  private static void publish(String file, String text, String state) throws Exception {
    Path draft = Files.writeString(folder.resolve(file), text);
    installation.policies("publish", draft.toString(), "--state", state, "--reason", "test");
  }

  private static List<Finding> amendments() {
    return installation.read(installation.topics.findings()).stream()
        .filter(finding -> finding.getAmendment() != null)
        .toList();
  }

  private static List<String> decided(String accounts) {
    return installation.read(installation.topics.decisions()).stream()
        .filter(decision -> decision.getAuthorId().startsWith(accounts))
        .map(decision -> decision.getEventId())
        .toList();
  }

  private static List<EnforcementAction> actionsOf(String policy, int version) {
    return installation.read(installation.topics.userActions()).stream()
        .filter(action -> action.getPolicy().equals(policy))
        .filter(action -> action.getPolicyVersion() == version && action.getReverses() == null)
        .toList();
  }

  private static List<ReviewItem> reviews(String policy) {
    return installation.read(installation.topics.review()).stream()
        .filter(item -> item.getPolicy().equals(policy))
        .toList();
  }

  private static Set<UUID> ids(List<EnforcementAction> actions) {
    return actions.stream().map(EnforcementAction::getActionId).collect(Collectors.toSet());
  }

  private static Set<UUID> reversed() {
    return installation.read(installation.topics.userActions()).stream()
        .filter(action -> action.getReverses() != null)
        .map(EnforcementAction::getReverses)
        .collect(Collectors.toSet());
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long limit = System.currentTimeMillis() + LIMIT_MS;
    while (!done.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).as("what was waited for").isLessThan(limit);
      Thread.sleep(50);
    }
  }
}
