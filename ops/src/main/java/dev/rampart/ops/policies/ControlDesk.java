package dev.rampart.ops.policies;

import dev.rampart.actions.restraint.Entities;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to policies without touching their versions: kill switches, snoozes, settings.
 * Each call writes the audit and then the record. Confined to one thread.
 */
public final class ControlDesk {
  private final PolicyTopics topics;
  private final Clock clock;

  /**
   * @param clock tells when something is done
   */
  public ControlDesk(PolicyTopics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Stops a policy, or all of them: from now on they only record what they would do.
   *
   * @param policy id, or {@code all}
   */
  public ControlRecord kill(String policy, Signature by) {
    return set("policy.kill", Entities.policy(policy), ControlKind.KILL_SWITCH, null, by);
  }

  /** Takes a kill switch back. */
  public void revive(String policy, Signature by) {
    lift("policy.revive", ControlKind.KILL_SWITCH, Entities.policy(policy), by);
  }

  /**
   * Spares a subject.
   *
   * @param subject {@code user:42} or {@code guild:7}
   * @param policy id, or {@code all}
   */
  public ControlRecord snooze(String subject, String policy, Duration time, Signature by) {
    return set(
        "policy.snooze",
        Entities.snooze(subject, policy),
        ControlKind.SNOOZE,
        now().plus(time),
        by);
  }

  /** Ends a snooze before its time. */
  public void wake(String subject, String policy, Signature by) {
    lift("policy.wake", ControlKind.SNOOZE, Entities.snooze(subject, policy), by);
  }

  /** Changes what the installation asks of all its policies. */
  public void settings(Settings settings, Signature by) {
    Map<String, String> details = new LinkedHashMap<>();
    settings.values().forEach((name, value) -> details.put(name, value.toString()));
    write(new Deed("policy.settings", Settings.ENTITY, details), settings.record(by, now()), by);
  }

  /** A policy has spent its budget: until the window ends, what it asks for goes to review. */
  ControlRecord trip(String policy, Instant from, Instant until, Map<String, Double> spent) {
    Signature by = Signature.ofRampart("its budget is spent");
    ControlRecord record =
        fact(Entities.policy(policy), ControlKind.BUDGET_TRIPPED, by)
            .setValues(spent)
            .setSetAt(from)
            .setExpiresAt(until)
            .build();
    write(new Deed("policy.budget", record.getEntity(), Map.of()), record, by);
    return record;
  }

  private ControlRecord set(
      String operation,
      String entity,
      ControlKind kind,
      @Nullable Instant expiresAt,
      Signature by) {
    ControlRecord record = fact(entity, kind, by).setExpiresAt(expiresAt).build();
    write(new Deed(operation, entity, Map.of()), record, by);
    return record;
  }

  private ControlRecord.Builder fact(String entity, ControlKind kind, Signature by) {
    return ControlRecord.newBuilder()
        .setEntity(entity)
        .setKind(kind)
        .setReason(by.reason())
        .setSetBy(by.who())
        .setSetAt(now());
  }

  private void write(Deed deed, ControlRecord record, Signature by) {
    topics.write(by, deed, now(), ControlKeys.of(record.getKind(), record.getEntity()), record);
  }

  private void lift(String operation, ControlKind kind, String entity, Signature by) {
    Deed deed = new Deed(operation, entity, Map.of());
    topics.write(by, deed, now(), ControlKeys.of(kind, entity), (ControlRecord) null);
  }

  private Instant now() {
    return clock.instant();
  }
}
