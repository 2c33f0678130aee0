package dev.rampart.ops.inspect;

import dev.rampart.ops.feed.ActionCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things are, on one page.
 *
 * @param instance that answered, {@code HOST:PORT} of its service
 * @param state what its pipeline does, in a word or a few
 * @param ready whether it processes
 * @param since when this instance was started
 * @param eventsPerSecond that this instance reads
 * @param decisions of the installation
 * @param actions of the last hour, by policy, kind and mode
 * @param lagTotal offsets that the whole group has not processed
 * @param deadLetters that waited some seconds ago; null before they were first counted
 * @param concerns what somebody should look at, a sentence each
 */
public record Overview(
    String instance,
    String version,
    String state,
    boolean ready,
    Instant since,
    double eventsPerSecond,
    DecisionCounts decisions,
    List<ActionCount> actions,
    long lagTotal,
    @Nullable Long deadLetters,
    List<String> concerns) {
  public Overview {
    actions = List.copyOf(actions);
    concerns = List.copyOf(concerns);
  }

  /** Decisions lately, by the time at which they were made. */
  public record DecisionCounts(long lastMinute, long lastHour) {}
}
