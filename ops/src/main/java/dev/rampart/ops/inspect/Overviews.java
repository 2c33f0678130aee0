package dev.rampart.ops.inspect;

import dev.rampart.ops.cli.ProgramVersion;
import dev.rampart.ops.deadletters.LetterDesk;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.inspect.Overview.DecisionCounts;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.service.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts the first page together. Safe for use by many threads.
 *
 * @param self this instance, {@code HOST:PORT} of its service
 * @param since when it was started
 */
public record Overviews(
    Instance instance,
    String self,
    Instant since,
    TopologyWatch topology,
    LagWatch lags,
    DecisionFeed feed,
    LetterDesk letters,
    ControlFacts facts) {
  /** How things are now. */
  public Overview now() {
    Health health = instance.health();
    List<PartitionLag> lag = lags.lags();
    return new Overview(
        self,
        ProgramVersion.number(),
        health.state(),
        health.ready(),
        since,
        topology.eventsPerSecond(),
        new DecisionCounts(feed.counts().lastMinute(), feed.counts().lastHour()),
        feed.counts().actions(),
        lag.stream().mapToLong(PartitionLag::lag).sum(),
        deadLetters(),
        concerns(health, lag));
  }

  private @Nullable Long deadLetters() {
    OptionalLong waiting = letters.waitingLately();
    return waiting.isPresent() ? waiting.getAsLong() : null;
  }

  private List<String> concerns(Health health, List<PartitionLag> lags) {
    List<String> concerns = new ArrayList<>();
    if (!health.ready()) {
      concerns.add("this instance does not process: " + health.state());
    }
    if (instance.pipeline().isPaused()) {
      concerns.add("this instance is paused: its partitions wait until it is resumed");
    }
    concerns.addAll(instance.concerns());
    for (PartitionLag lag : lags) {
      if (lag.behaviour() != LagBehaviour.OK) {
        concerns.add(
            "%s-%d is %s, %,d behind"
                .formatted(
                    lag.topic(),
                    lag.partition(),
                    lag.behaviour() == LagBehaviour.STALLED ? "stalled" : "falling behind",
                    lag.lag()));
      }
    }
    killSwitches().forEach(concerns::add);
    return concerns;
  }

  private List<String> killSwitches() {
    try {
      return facts.killSwitches().stream()
          .map(
              fact ->
                  "%s is killed by %s since %s: %s"
                      .formatted(
                          fact.getEntity(), fact.getSetBy(), fact.getSetAt(), fact.getReason()))
          .toList();
    } catch (ProblemException notNow) {
      return List.of();
    }
  }
}
