package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The newest committed decisions of all instances, kept as they lie on the topic and decoded when
 * somebody asks. What is older has to be looked up in the decision log.
 *
 * <p>Safe for use by many threads; one of its own reads.
 */
public final class DecisionFeed implements DecisionWatch, AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final String topic;
  private final Deserializer<Decision> deserializer;
  private final DecisionWindow window;
  private final Awaited awaited = new Awaited();
  private final RecentCounts counts = new RecentCounts(Clock.systemUTC());
  private final FeedReader reader;
  private final Thread thread;

  private DecisionFeed(
      Map<String, ?> client,
      Topic<Decision> decisions,
      SchemaRegistry registry,
      FeedLimits limits) {
    this.topic = decisions.name();
    this.deserializer =
        AvroSerde.of(decisions.value(), registry, decisions.schemaSubject()).deserializer();
    this.window = new DecisionWindow(limits);
    HeadReader heads = new HeadReader(registry, this::decode);
    this.reader = new FeedReader(client, topic, limits.decisions(), heads::read, this::take);
    this.thread = new Thread(reader, "rampart-feed");
    thread.setDaemon(true);
  }

  /** Begins to read; what is committed after this returns will be seen. */
  public static DecisionFeed start(
      Map<String, ?> client, Topics topics, SchemaRegistry registry, FeedLimits limits) {
    DecisionFeed feed = new DecisionFeed(client, topics.decisions(), registry, limits);
    feed.thread.start();
    return feed;
  }

  private void take(DecisionHead head, byte[] value) {
    window.add(head, value);
    counts.add(head);
    awaited.decided(head.eventId(), () -> decode(value));
  }

  private Decision decode(byte[] value) {
    return deserializer.deserialize(topic, value);
  }

  @Override
  public CompletableFuture<Decision> await(String eventId) {
    CompletableFuture<Decision> future = awaited.add(eventId);
    find(eventId).ifPresent(future::complete);
    return future;
  }

  /** The decision of an event; empty where the window does not hold it. */
  public Optional<Decision> find(String eventId) {
    return window.ofEvent(eventId).map(kept -> decode(kept.value()));
  }

  /** The decision that holds an action; empty where the window does not hold it. */
  public Optional<Decision> decisionOf(UUID actionId) {
    return window.ofAction(actionId).map(kept -> decode(kept.value()));
  }

  /** The action that took an action back; empty where none did, or not within the window. */
  public Optional<UUID> reversalOf(UUID actionId) {
    return window.reversalOf(actionId);
  }

  /**
   * Decisions that a filter accepts, the newest first.
   *
   * @param after place where the page before ended; empty for the newest
   * @param limit 1 or more
   */
  public DecisionPage page(DecisionFilter filter, OptionalLong after, int limit) {
    DecisionWindow.Found found = window.find(filter, after.orElse(Long.MAX_VALUE), limit);
    List<KeptDecision> kept = found.decisions();
    OptionalLong next =
        found.more() ? OptionalLong.of(kept.get(kept.size() - 1).sequence()) : OptionalLong.empty();
    return new DecisionPage(kept.stream().map(each -> decode(each.value())).toList(), next);
  }

  /** Counts of the last hour. */
  public RecentCounts counts() {
    return counts;
  }

  /** How many decisions the window holds. */
  public int size() {
    return window.size();
  }

  /** Whether what was there at the start is read, so that the window is as full as it gets. */
  public boolean caughtUp() {
    return reader.caughtUp();
  }

  /** Stops reading; who waits goes on waiting for his time-out. */
  @Override
  public void close() {
    reader.stop();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
