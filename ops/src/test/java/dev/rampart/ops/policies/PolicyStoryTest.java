package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a policy, told once from beginning to end, on a real broker with two instances. */
class PolicyStoryTest {
  private static final int ACCOUNTS = 40;
  private static final long LIMIT_MS = 30_000;

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void start() throws Exception {
    installation = new Installation(folder);
  }

  @AfterEach
  void stop() throws Exception {
    installation.close();
  }

  @Test
  void shouldShowEveryStepOnTheTopicsAndInTheAudit() throws Exception {
    theFirstVersionActs();
    theCanaryActsForItsShareUntilItsBudgetIsSpent();
    theCanaryIsBackInShadow();
    theThirdVersionActsForAll();
    theRollbackTakesBackWhatItDid();
    theKillSwitchStopsTheFirstVersion();
    theAuditTellsItAll();
  }

  private void theFirstVersionActs() throws Exception {
    installation.send("account-0", "something bad");
    await(() -> actionsOf(1).size() == 1);
  }

  private void theCanaryActsForItsShareUntilItsBudgetIsSpent() throws Exception {
    publish(Drafts.second(), "canary", "--share", "0.5");
    awaitVersion("calm@canary", 2);
    say("hello");
    say("hello again");
    await(() -> record("calm@2").getState() == PolicyState.SHADOW);

    assertThat(installation.read(installation.topics.control()))
        .filteredOn(fact -> fact.getKind() == ControlKind.BUDGET_TRIPPED)
        .extracting(ControlRecord::getEntity)
        .containsExactly("policy:calm");
    assertThat(record("calm@2").getAuthor()).isEqualTo("rampart");
    assertThat(modesOf(2).values()).allSatisfy(modes -> assertThat(modes).hasSize(1));
    assertThat(actionsOf(2)).hasSizeGreaterThanOrEqualTo(Drafts.BUDGET);
  }

  private void theCanaryIsBackInShadow() throws Exception {
    awaitVersion("calm@shadow", 2);
    int acted = actionsOf(2).size();
    int decided = decisions().size();
    say("and again");
    await(() -> decisions().size() >= decided + ACCOUNTS);

    assertThat(actionsOf(2)).hasSize(acted);
  }

  private void theThirdVersionActsForAll() throws Exception {
    publish(Drafts.third(), "live");
    awaitVersion("calm", 3);
    say("hello all");
    await(() -> actionsOf(3).size() == ACCOUNTS);
  }

  private void theRollbackTakesBackWhatItDid() throws Exception {
    JsonNode done =
        installation.policies(
            "rollback", "calm", "--reverse-actions", "--author", "ada", "--reason", "too broad");
    Set<UUID> done3 =
        actionsOf(3).stream().map(EnforcementAction::getActionId).collect(Collectors.toSet());

    assertThat(done3).isNotEmpty();
    assertThat(done.get("withdrawn").asInt()).isEqualTo(3);
    assertThat(done.get("restored").asInt()).isEqualTo(1);
    assertThat(done.get("reversed").asInt()).isEqualTo(done3.size());
    await(() -> reversed().equals(done3));
    awaitVersion("calm", 1);
  }

  private void theKillSwitchStopsTheFirstVersion() throws Exception {
    int acted = actionsOf(1).size();
    installation.policies("kill", "calm", "--author", "ada", "--reason", "to be sure");
    Thread.sleep(1_000);
    String killed = installation.send("account-1", "something bad");
    await(() -> decisionOf(killed).isPresent());
    assertThat(modes(decisionOf(killed).orElseThrow(), 1)).containsOnly(PolicyMode.SHADOW);
    assertThat(actionsOf(1)).hasSize(acted);

    installation.policies("kill", "calm", "--lift", "--author", "ada", "--reason", "all clear");
    Thread.sleep(1_000);
    installation.send("account-2", "something bad");
    await(() -> actionsOf(1).size() == acted + 1);
  }

  private void theAuditTellsItAll() throws Exception {
    assertThat(installation.read(installation.topics.audit()))
        .extracting(AuditEvent::getOperation)
        .containsExactly(
            "policy.seed",
            "policy.publish",
            "policy.budget",
            "policy.guardrail",
            "policy.publish",
            "policy.rollback",
            "policy.rollback",
            "policy.reverse",
            "policy.kill",
            "policy.revive");
    String previous = "";
    List<AuditEvent> entries = installation.read(installation.topics.audit());
    List<byte[]> bytes = installation.auditBytes();
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).getPreviousHash()).isEqualTo(previous);
      previous =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.get(i)));
    }
  }

  private void publish(String text, String state, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("draft.yml"), text);
    List<String> arguments =
        new ArrayList<>(List.of("publish", file.toString(), "--state", state, "--author", "ada"));
    arguments.addAll(List.of("--reason", "to see what it does"));
    arguments.addAll(List.of(more));
    installation.policies(arguments.toArray(String[]::new));
  }

  private void say(String text) throws Exception {
    for (int account = 0; account < ACCOUNTS; account++) {
      installation.send("account-" + account, text);
    }
  }

  /** Sends harmless events until one of them was decided with this version in force. */
  private void awaitVersion(String name, int version) throws Exception {
    long limit = System.currentTimeMillis() + LIMIT_MS;
    while (true) {
      String id = installation.send("watcher", "");
      await(() -> decisionOf(id).isPresent());
      if (decisionOf(id).orElseThrow().getPolicyVersions().getOrDefault(name, 0) == version) {
        return;
      }
      assertThat(System.currentTimeMillis()).as(name + " " + version).isLessThan(limit);
    }
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long limit = System.currentTimeMillis() + LIMIT_MS;
    while (!done.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).as("what was waited for").isLessThan(limit);
      Thread.sleep(50);
    }
  }

  private List<Decision> decisions() {
    return installation.read(installation.topics.decisions());
  }

  private Optional<Decision> decisionOf(String eventId) {
    return decisions().stream()
        .filter(decision -> decision.getEventId().equals(eventId))
        .findFirst();
  }

  private List<EnforcementAction> actionsOf(int version) {
    return installation.read(installation.topics.userActions()).stream()
        .filter(action -> action.getPolicyVersion() == version && action.getReverses() == null)
        .toList();
  }

  private Set<UUID> reversed() {
    return installation.read(installation.topics.userActions()).stream()
        .filter(action -> action.getReverses() != null)
        .map(EnforcementAction::getReverses)
        .collect(Collectors.toSet());
  }

  private PolicyVersion record(String key) {
    Map<String, PolicyVersion> newest = new HashMap<>();
    installation
        .read(installation.topics.policies())
        .forEach(record -> newest.put(record.getPolicy() + "@" + record.getVersion(), record));
    return Objects.requireNonNull(newest.get(key), key);
  }

  private static Set<PolicyMode> modes(Decision decision, int version) {
    return decision.getMatchedRules().stream()
        .filter(rule -> rule.getPolicyVersion() == version)
        .map(MatchedRule::getMode)
        .collect(Collectors.toSet());
  }

  /** Modes in which a version matched while it was a canary, by account. */
  private Map<String, Set<PolicyMode>> modesOf(int version) {
    Map<String, Set<PolicyMode>> modes = new HashMap<>();
    decisions().stream()
        .filter(decision -> decision.getPolicyVersions().containsKey("calm@canary"))
        .filter(decision -> !modes(decision, version).isEmpty())
        .forEach(
            decision ->
                modes
                    .computeIfAbsent(decision.getAuthorId(), first -> new HashSet<>())
                    .addAll(modes(decision, version)));
    return modes;
  }
}
