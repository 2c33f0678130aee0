package dev.rampart.topology.commit;

import dev.rampart.topology.StreamsTuning;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit soon after what has just been written was read, and leaves a backlog to the
 * longer interval that Kafka Streams keeps by itself: who has waited for seconds does not mind
 * another half, and each commit less is work that the brokers are spared.
 *
 * <p>How old a record is, is told by its own time. A clock that is set back does not hold commits
 * up, as it does those of Kafka Streams. All tasks of a thread commit together, so they share one
 * turn. Confined to one stream thread, from {@code init} to {@code close} of its processor.
 */
public final class CommitPace {
  /** What has waited longer is backlog. */
  static final Duration BACKLOG_AGE = Duration.ofSeconds(2);

  private static final ThreadLocal<Turn> TURN = ThreadLocal.withInitial(Turn::new);

  private final ProcessorContext<?, ?> context;
  private final boolean adapts;
  private final long intervalMillis;
  private final Turn turn;
  private @Nullable Cancellable own;

  /** When the tasks of one thread asked last, and whether one of them is about to ask. */
  static final class Turn {
    private long asked;
    private boolean pending;
  }

  /** Called from {@code init}. */
  public CommitPace(ProcessorContext<?, ?> context, StreamsTuning tuning) {
    this(context, tuning, TURN.get());
  }

  CommitPace(ProcessorContext<?, ?> context, StreamsTuning tuning, Turn turn) {
    this.context = context;
    this.turn = turn;
    this.adapts = tuning.commitsLaterInBacklog();
    this.intervalMillis = tuning.commitInterval().toMillis();
  }

  /**
   * Takes note of a record that is processed.
   *
   * @param recordTime milliseconds since 1970
   */
  public void sees(long recordTime) {
    long now = context.currentSystemTimeMs();
    boolean clockWentBack = now < turn.asked;
    if (!adapts || (turn.pending && !clockWentBack) || isBacklog(recordTime, now)) {
      return;
    }
    long wait = turn.asked + intervalMillis - now;
    if (wait <= 0 || clockWentBack) {
      ask();
    } else {
      turn.pending = true;
      own =
          context.schedule(
              Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, time -> askInTurn());
    }
  }

  /** Called from {@code close}. */
  public void release() {
    if (own != null) {
      own.cancel();
      own = null;
      turn.pending = false;
    }
  }

  private static boolean isBacklog(long recordTime, long now) {
    return now - recordTime > BACKLOG_AGE.toMillis();
  }

  private void askInTurn() {
    release();
    ask();
  }

  private void ask() {
    turn.asked = context.currentSystemTimeMs();
    context.commit();
  }
}
