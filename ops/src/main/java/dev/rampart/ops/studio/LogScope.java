package dev.rampart.ops.studio;

import dev.rampart.ops.decisions.LogView;
import dev.rampart.ops.decisions.RuleSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which decisions of a log a question is about, as a condition of SQL. */
final class LogScope {
  private LogScope() {}

  /**
   * The condition.
   *
   * @param slice in the rule language; translated, never taken as SQL
   */
  static String condition(
      LogView log, @Nullable Instant from, @Nullable Instant to, @Nullable String slice) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (from != null) {
      conditions.add("event_time >= epoch_ms(" + from.toEpochMilli() + ")");
    }
    if (to != null) {
      conditions.add("event_time < epoch_ms(" + to.toEpochMilli() + ")");
    }
    if (slice != null && !slice.isBlank()) {
      conditions.add(new RuleSql(log.columns(), Map.of(), "").translate(slice).sql(0));
    }
    return String.join(" AND ", conditions);
  }
}
