package dev.rampart.ops.topics;

import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topic that Rampart needs.
 *
 * @param name full name, prefix included
 * @param spread how its partitions are chosen
 * @param compacted whether only the last value of a key is kept
 * @param retention how long records are kept; empty for the broker's default
 */
public record TopicPlan(
    String name, Spread spread, boolean compacted, Optional<Duration> retention) {
  /** A topic whose records are kept as long as the broker keeps any. */
  public TopicPlan(String name, Spread spread, boolean compacted) {
    this(name, spread, compacted, Optional.empty());
  }

  /** How the number of partitions of a topic is chosen. */
  public enum Spread {
    /** Shares the key space of the inputs: all such topics have the same number of partitions. */
    ALIGNED,
    /** Any number; as many as the inputs when created. */
    FREE,
    /** One partition, for what has one order. */
    SINGLE
  }

  /** All topics under {@code prefix}, {@code rampart.} for instance. */
  public static List<TopicPlan> all(String prefix) {
    return all(prefix, Optional.empty());
  }

  /**
   * All topics under a prefix.
   *
   * @param sightings how long what entities learn is kept: longer than the pipeline may stand still
   */
  public static List<TopicPlan> all(String prefix, Optional<Duration> sightings) {
    Topics topics = new Topics(prefix);
    return List.of(
        of(topics.messages()),
        of(topics.users()),
        of(topics.feedback()),
        of(topics.findings()),
        new TopicPlan(topics.sightings(), Spread.FREE, false, sightings),
        of(topics.messageActions()),
        of(topics.userActions()),
        of(topics.review()),
        of(topics.decisions()),
        kept(topics.deadLetters(), Spread.FREE),
        kept(topics.audit().name(), Spread.SINGLE),
        of(topics.policies()),
        of(topics.control()),
        of(topics.lists()),
        compacted(topics.schemas()));
  }

  /** Number of partitions to create it with where the inputs have {@code partitions}. */
  public int partitions(int partitions) {
    return spread == Spread.SINGLE ? 1 : partitions;
  }

  /** Settings to create it with. */
  public Map<String, String> settings() {
    return compacted
        ? Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")
        : kept();
  }

  /** The audit is a chain, which an entry that is dropped would break. */
  private Map<String, String> kept() {
    if (spread == Spread.SINGLE) {
      return Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("cleanup.policy", "delete");
    settings.put("max.message.bytes", "8388608");
    retention.ifPresent(kept -> settings.put("retention.ms", Long.toString(kept.toMillis())));
    return settings;
  }

  private static TopicPlan of(Topic<?> topic) {
    return topic.compacted()
        ? compacted(topic.name())
        : kept(topic.name(), topic.copartitioned() ? Spread.ALIGNED : Spread.FREE);
  }

  private static TopicPlan kept(String name, Spread spread) {
    return new TopicPlan(name, spread, false);
  }

  private static TopicPlan compacted(String name) {
    return new TopicPlan(name, Spread.SINGLE, true);
  }
}
