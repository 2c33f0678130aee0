package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the policies of an installation in bounds. Every instance has one; one of them at a time
 * watches, and another takes over when it goes. Close it to stop.
 */
public final class Guard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Span of time whose rates are compared, unless somebody wants another. */
  public static final Duration BUCKET = Duration.ofMinutes(1);

  private static final Clock CLOCK = Clock.systemUTC();

  private final Map<String, Object> client;
  private final Topics names;
  private final SchemaRegistry registry;
  private final String group;
  private final Duration bucket;
  private final GuardMeters meters;
  private final Thread thread;
  private volatile boolean closed;

  private Guard(
      Map<String, Object> client,
      Topics names,
      SchemaRegistry registry,
      String group,
      Duration bucket,
      GuardMeters meters) {
    this.client = client;
    this.names = names;
    this.registry = registry;
    this.group = group;
    this.bucket = bucket;
    this.meters = meters;
    this.thread = new Thread(this::run, "rampart-guard");
    thread.setDaemon(true);
  }

  /**
   * Starts to watch, or to wait for the turn.
   *
   * @param client Kafka client properties
   * @param applicationId of the pipeline; its guards choose one among themselves
   * @param bucket span of time whose rates are compared
   * @param meters where alarms and budgets are counted
   */
  public static Guard start(
      Map<String, Object> client,
      Topics names,
      SchemaRegistry registry,
      String applicationId,
      Duration bucket,
      MeterRegistry meters) {
    Guard guard =
        new Guard(
            client, names, registry, applicationId + "-guard", bucket, new GuardMeters(meters));
    guard.thread.start();
    return guard;
  }

  private void run() {
    while (!closed) {
      try (Leadership leadership = new Leadership(client, group, names.policies().name())) {
        stand(leadership);
      } catch (RuntimeException failure) {
        if (!closed) {
          meters.failed();
          LOG.warn("The guard of the policies stopped and starts again", failure);
          LockSupport.parkNanos(RETRY.toNanos());
        }
      }
    }
  }

  private void stand(Leadership leadership) {
    while (!closed) {
      if (leadership.held()) {
        watch(leadership);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private void watch(Leadership leadership) {
    try (PolicyTopics topics = new PolicyTopics(client, names, registry);
        GuardFeed feed = new GuardFeed(client, names, registry, CLOCK.instant().minus(LOOK_BACK))) {
      meters.watches(true);
      Guardian guardian = new Guardian(topics, CLOCK, meters);
      RateBuckets rates = new RateBuckets(bucket, CLOCK.millis(), feed.decided());
      long start = CLOCK.millis();
      while (!closed && leadership.held()) {
        guardian.refresh();
        feed.poll(POLL, action -> take(action, guardian, rates, start, meters));
        rates.close(CLOCK.millis(), feed::decided, guardian::onAlarm);
      }
    } finally {
      meters.watches(false);
    }
  }

  /** What is applied to the past has a budget of its own, and says nothing of a rate. */
  private static void take(
      EnforcementAction action,
      Guardian guardian,
      RateBuckets rates,
      long start,
      GuardMeters meters) {
    if (AmendmentReason.of(action).isPresent()) {
      return;
    }
    guardian.onAction(action);
    meters.acts(action.getPolicy());
    if (action.getReverses() == null && action.getIssuedAt().toEpochMilli() >= start) {
      rates.acted(Transitions.key(action.getPolicy(), action.getPolicyVersion()));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(RETRY.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
