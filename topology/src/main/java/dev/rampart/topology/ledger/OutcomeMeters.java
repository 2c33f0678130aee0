package dev.rampart.topology.ledger;

import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Counts decisions and actions. Counted when forwarded: after an aborted transaction the same event
 * counts again, so the topics and not these numbers are the record of what was done. Confined to
 * the stream thread of its task; no meter is looked up for an event.
 */
final class OutcomeMeters {
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1)
  };

  private final MeterRegistry meters;
  private final Map<EventType, Counter> decisions = new EnumMap<>(EventType.class);
  private final Timer latency;
  private final Map<String, PolicyMeters> policies = new HashMap<>();

  OutcomeMeters(MeterRegistry meters) {
    this.meters = meters;
    for (EventType type : EventType.values()) {
      decisions.put(type, counter(type));
    }
    latency =
        Timer.builder("rampart.decision.latency")
            .description(
                "From the time of the record on its topic to its decision being forwarded; of all"
                    + " events but findings")
            .serviceLevelObjectives(LATENCIES)
            .register(meters);
  }

  /**
   * Counts what leaves the topology for one event. The record of a finding has an event's time and
   * not that of its writing, so it says nothing of latency.
   *
   * @param recordTime of the event's record, in milliseconds
   */
  void count(Outcome outcome, long recordTime) {
    EventType type = outcome.decision().getEventType();
    Objects.requireNonNull(decisions.get(type)).increment();
    if (type != EventType.FINDING) {
      long decidedAt = outcome.decision().getDecidedAt().toEpochMilli();
      latency.record(Math.max(0, decidedAt - recordTime), TimeUnit.MILLISECONDS);
    }
    for (EnforcementAction action : outcome.decision().getActions()) {
      policies
          .computeIfAbsent(action.getPolicy(), policy -> new PolicyMeters(meters, policy))
          .count(action);
    }
  }

  private Counter counter(EventType type) {
    return Counter.builder("rampart.decisions")
        .description("Decisions forwarded, by the type of the event")
        .tag("event", type.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
