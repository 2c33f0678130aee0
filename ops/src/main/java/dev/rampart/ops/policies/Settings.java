package dev.rampart.ops.policies;

import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an installation asks of all its policies; a record on {@code control}.
 *
 * @param fourEyes whether what acts waits for a second person
 * @param budget actions that all policies together may take in a window; 0 for no limit
 * @param window length of the window
 */
public record Settings(boolean fourEyes, long budget, Duration window) {
  /** What the record is about. */
  static final String ENTITY = "policy:all";

  private static final String KEY = ControlKeys.of(ControlKind.SETTING, ENTITY);

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Nobody has set anything. */
  static final Settings DEFAULT = new Settings(false, 0, Duration.ofHours(1));

  /** What a budget may be and how long its window, 10 s to a day; otherwise what is wrong. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (budget < 0) {
      problems.add("budget: found " + budget + ", allowed is 0 or more");
    }
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      problems.add("window: found " + window + ", allowed is PT10S to P1D");
    }
    return problems;
  }

  static Settings of(Map<String, ControlRecord> control) {
    ControlRecord record = control.get(KEY);
    return record == null ? DEFAULT : ofValues(record.getValues());
  }

  private static Settings ofValues(Map<String, Double> values) {
    return new Settings(
        values.getOrDefault("four_eyes", 0.0) > 0,
        values.getOrDefault("budget", 0.0).longValue(),
        Duration.ofMillis(values.getOrDefault("window_ms", 3_600_000.0).longValue()));
  }

  Map<String, Double> values() {
    return Map.of(
        "four_eyes",
        fourEyes ? 1.0 : 0.0,
        "budget",
        (double) budget,
        "window_ms",
        (double) window.toMillis());
  }

  ControlRecord record(Signature by, Instant now) {
    return ControlRecord.newBuilder()
        .setEntity(ENTITY)
        .setKind(ControlKind.SETTING)
        .setValues(values())
        .setReason(by.reason())
        .setSetBy(by.who())
        .setSetAt(now)
        .build();
  }
}
