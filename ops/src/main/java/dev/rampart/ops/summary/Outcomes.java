package dev.rampart.ops.summary;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.ReviewItem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sums up what it is told, in a few bytes an event. Confined to the thread that reads, but for
 * {@link #accounted()}.
 */
public final class Outcomes implements OutcomeListener {
  private static final long LONGEST_MILLIS = 7L * 24 * 3_600_000;

  private final Optional<Quality> quality;
  private final IdSet decided = new IdSet();
  private final Map<String, Long> actions = new TreeMap<>();
  private final Histogram latency = new Histogram(LONGEST_MILLIS, 3);
  private long decisions;
  private long findings;
  private long reviews;
  private volatile long accounted;
  private long deadLetters;
  private long lastDecision;

  /**
   * Starts from nothing.
   *
   * @param quality judge of what policies said, where the truth is known
   */
  public Outcomes(Optional<Quality> quality) {
    this.quality = quality;
  }

  /** Events that are decided or in the dead letters so far; safe from any thread. */
  public long accounted() {
    return accounted;
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    if (decision.getEventType() == EventType.FINDING) {
      findings++;
      quality.ifPresent(judge -> judge.add(decision));
      return;
    }
    decisions++;
    decided.add(decision.getEventId());
    latency.recordValue(Math.min(latencyMillis, LONGEST_MILLIS));
    quality.ifPresent(judge -> judge.add(decision));
    lastDecision = System.nanoTime();
    updateAccounted();
  }

  @Override
  public void onAction(EnforcementAction action) {
    actions.merge(action.getKind().name(), 1L, Long::sum);
    quality.ifPresent(judge -> judge.add(action));
  }

  @Override
  public void onReview(ReviewItem item) {
    reviews++;
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    deadLetters++;
    updateAccounted();
  }

  /**
   * The summary of a run.
   *
   * @param eventsIn events that were written to the inputs, invalid and repeated ones included
   * @param repeats events without a decision that repeat the id of another
   * @param missing events of which nothing is known
   * @param startNanos {@link System#nanoTime()} when the first event was written
   */
  public Summary summary(long eventsIn, long repeats, long missing, long startNanos) {
    double elapsed = decisions == 0 ? 0 : (lastDecision - startNanos) / 1e9;
    return new Summary(
        eventsIn,
        decisions,
        findings,
        Map.copyOf(actions),
        reviews,
        deadLetters,
        repeats,
        missing,
        decisions - decided.size(),
        elapsed,
        elapsed > 0 ? eventsIn / elapsed : 0,
        percentiles(),
        quality.map(Quality::byPolicy).orElse(Map.of()));
  }

  private Summary.Latency percentiles() {
    return new Summary.Latency(
        latency.getValueAtPercentile(50),
        latency.getValueAtPercentile(95),
        latency.getValueAtPercentile(99));
  }

  private void updateAccounted() {
    accounted = decided.size() + deadLetters;
  }
}
