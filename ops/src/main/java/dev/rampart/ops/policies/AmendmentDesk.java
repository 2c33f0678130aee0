package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.backtest.BacktestRun;
import dev.rampart.ops.backtest.Lacks;
import dev.rampart.ops.backtest.RestraintUse;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Applies published versions to the past. The log is decided again without keeping others from the
 * desk; what follows from it is sent in one transaction with the audit, or not at all. Safe for use
 * by many threads.
 */
public final class AmendmentDesk {
  private static final int THREADS = 2;
  private static final Duration SLACK = Duration.ofHours(1);

  private final Desk desk;
  private final Map<String, Object> client;
  private final Optional<Path> log;

  /**
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param log folder of the decision log; empty where decisions are not logged here
   */
  public AmendmentDesk(Desk desk, Map<String, Object> client, Optional<Path> log) {
    this.desk = desk;
    this.client = Map.copyOf(client);
    this.log = log;
  }

  /**
   * Does what the past lacks; where four eyes are asked for it is proposed only.
   *
   * @throws CommandFailure where it goes over its budget and is not to be reviewed
   */
  public AmendmentReport apply(AmendmentRequest request, Signature by, boolean dryRun)
      throws Exception {
    Lacks lacks = lacks(request);
    return desk.make(dryRun, () -> applied(request, lacks, by, dryRun));
  }

  private AmendmentReport applied(
      AmendmentRequest request, Lacks lacks, Signature by, boolean dryRun) {
    AmendmentPlan plan = new AmendmentPlan(request, lacks, sentBefore(request.policy()));
    if (dryRun || plan.events().isEmpty()) {
      return AmendmentReport.of(plan, "rehearsed");
    }
    requireWithinBudget(plan);
    boolean waits = Settings.of(desk.topics().control()).fourEyes();
    return carryOut(
        plan,
        record(plan, waits ? AmendmentRecord.State.PROPOSED : AmendmentRecord.State.APPLIED, by),
        by);
  }

  private AmendmentRecord record(AmendmentPlan plan, AmendmentRecord.State state, Signature by) {
    int actions = plan.events().stream().mapToInt(event -> event.actions().size()).sum();
    return new AmendmentRecord(plan.id(), plan.request(), state, actions, by.who(), now());
  }

  private static void requireWithinBudget(AmendmentPlan plan) {
    if (plan.over() > 0 && !plan.request().reviewOver()) {
      throw CommandFailure.failed(
          "found %d actions, allowed are %d: nothing is done; --budget allows more, --over-budget"
                  .formatted(plan.acting(), plan.request().budget())
              + " review sends the rest to people");
    }
  }

  private AmendmentReport carryOut(AmendmentPlan plan, AmendmentRecord record, Signature by) {
    boolean applied = record.state() == AmendmentRecord.State.APPLIED;
    write(record, applied ? "policy.apply" : "policy.propose", by);
    if (applied) {
      for (Finding finding : plan.findings(now())) {
        desk.topics().send(desk.topics().names().findings(), finding.getAccountId(), finding);
      }
    }
    return AmendmentReport.of(plan, record.state().name().toLowerCase(java.util.Locale.ROOT));
  }

  private void write(AmendmentRecord record, String operation, Signature by) {
    Deed deed = new Deed(operation, record.entity(), record.details());
    desk.topics().write(by, deed, now(), record.key(), record.record(by));
  }

  /**
   * Approves what was proposed: it is worked out anew, and has to be the same.
   *
   * @param id of the amendment
   * @throws CommandFailure where its author approves, or the past is another by now
   */
  public AmendmentReport approve(String policy, String id, Signature by, boolean dryRun)
      throws Exception {
    AmendmentRecord proposed = desk.take(() -> find(policy, id, AmendmentRecord.State.PROPOSED));
    requireAnother(proposed, by);
    Lacks lacks = lacks(proposed.request());
    return desk.make(dryRun, () -> approved(proposed, lacks, by, dryRun));
  }

  private AmendmentReport approved(
      AmendmentRecord proposed, Lacks lacks, Signature by, boolean dryRun) {
    AmendmentRecord waiting =
        find(proposed.policy(), proposed.id(), AmendmentRecord.State.PROPOSED);
    AmendmentPlan plan = new AmendmentPlan(waiting.request(), lacks, sentBefore(waiting.policy()));
    if (!plan.id().equals(waiting.id())) {
      throw CommandFailure.failed(
          "the past is not what it was when %s was proposed: found %s; propose it again"
              .formatted(waiting.id(), plan.id()));
    }
    return dryRun
        ? AmendmentReport.of(plan, "rehearsed")
        : carryOut(plan, waiting.in(AmendmentRecord.State.APPLIED, now()), by);
  }

  private static void requireAnother(AmendmentRecord proposed, Signature by) {
    if (proposed.author().equals(by.who())) {
      throw CommandFailure.failed(
          "%s: found %s, the author, allowed is another person".formatted(proposed.id(), by.who()));
    }
  }

  /** Takes back what an amendment did, and nobody took back since. Never waits for approval. */
  public AmendmentReport reverse(String policy, String id, Signature by, boolean dryRun) {
    AmendmentRecord applied = desk.take(() -> find(policy, id, AmendmentRecord.State.APPLIED));
    Reversals reversals = desk.topics().reversals(client);
    Collection<EnforcementAction> deeds = reversals.deedsOf(applied).toReverse().values();
    return desk.make(
        dryRun,
        () -> {
          AmendmentRecord reversed =
              find(policy, id, AmendmentRecord.State.APPLIED)
                  .in(AmendmentRecord.State.REVERSED, now());
          write(reversed, "policy.reverse", by);
          reversals.overturn(deeds, "amendment", desk.topics(), now());
          return AmendmentReport.of(dryRun ? applied : reversed, deeds.size());
        });
  }

  private AmendmentRecord find(String policy, String id, AmendmentRecord.State state) {
    return AmendmentRecord.find(desk.topics().control().values(), policy, id)
        .filter(known -> known.state() == state)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    "%s: no amendment %s of it is %s"
                        .formatted(policy, id, state.name().toLowerCase(java.util.Locale.ROOT))));
  }

  private Lacks lacks(AmendmentRequest request) throws Exception {
    Collection<PolicyVersion> versions = desk.take(() -> desk.topics().versions().values());
    return Lacks.find(
        new BacktestRun(
            log.orElseThrow(
                () -> CommandFailure.failed("decisions are not logged by this instance")),
            live(versions),
            document(request, versions),
            Optional.of(request.from()),
            Optional.of(request.to()),
            THREADS,
            0,
            RestraintUse.SIMULATED));
  }

  private static List<PolicyDocument> live(Collection<PolicyVersion> versions) {
    return versions.stream()
        .map(PolicyVersion::getPolicy)
        .distinct()
        .flatMap(policy -> PolicyShelf.of(policy, versions).in(PolicyState.LIVE).stream())
        .map(version -> parsed(version).inState(PolicyState.LIVE))
        .toList();
  }

  private static PolicyDocument document(
      AmendmentRequest request, Collection<PolicyVersion> versions) {
    return PolicyShelf.of(request.policy(), versions)
        .version(request.version())
        .filter(version -> !version.getWaitsForApproval() || !version.getHistory().isEmpty())
        .map(AmendmentDesk::parsed)
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "%s: version %d of it was not published: publish it to shadow first"
                        .formatted(request.policy(), request.version())));
  }

  private static PolicyDocument parsed(PolicyVersion version) {
    String key = Transitions.key(version.getPolicy(), version.getVersion());
    try {
      return PolicyDocument.parse(key, version.getDocument());
    } catch (PolicyException unusable) {
      throw CommandFailure.failed(key + ": cannot be read", unusable);
    }
  }

  /** Ids of the actions that amendments of this policy sent: the log may not have them yet. */
  private Set<UUID> sentBefore(String policy) {
    Optional<Instant> first =
        desk.topics().control().values().stream()
            .filter(record -> record.getKind() == ControlKind.AMENDMENT)
            .map(AmendmentRecord::of)
            .filter(known -> known.policy().equals(policy))
            .filter(known -> known.state() != AmendmentRecord.State.PROPOSED)
            .map(AmendmentRecord::at)
            .min(Instant::compareTo);
    Set<UUID> sent = new HashSet<>();
    first.ifPresent(at -> collectSent(at.minus(SLACK), policy, sent));
    return sent;
  }

  private void collectSent(Instant from, String policy, Set<UUID> sent) {
    try (CommittedScan<Finding> scan =
        desk.topics().scan(client, desk.topics().names().findings())) {
      scan.read(
          from,
          finding -> {
            Amendment amendment = finding.getAmendment();
            if (amendment != null && amendment.getPolicy().equals(policy)) {
              AmendmentIds.of(finding, amendment).forEach(sent::add);
            }
          });
    }
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
