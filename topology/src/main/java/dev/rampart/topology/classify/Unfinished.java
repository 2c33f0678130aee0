package dev.rampart.topology.classify;

import dev.rampart.classifiers.ScoringTicket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait for their scores, in input order; results leave in that order.
 *
 * <p>A record is removed only after its result was forwarded. After any unexpected error the queue
 * stays failed and says so at every later call, so that no commit can pass over what is left.
 * Confined to one stream thread.
 *
 * @param <R> what is kept of a record
 */
final class Unfinished<R> {
  private final ArrayDeque<Entry<R>> entries = new ArrayDeque<>();
  private final Window window;
  private final Duration drainLimit;
  private final Consumer<Entry<R>> forward;
  private @Nullable RuntimeException failure;

  /**
   * A record and its pending scores; null when there was nothing to score.
   *
   * @param since when it came, by {@link System#nanoTime()}
   */
  record Entry<R>(R record, @Nullable ScoringTicket ticket, long since) {
    boolean isDone() {
      return ticket == null || ticket.isDone();
    }
  }

  /**
   * @param limits bounds of number and time
   * @param forward takes a finished entry; called on the stream thread
   */
  Unfinished(ClassifyLimits limits, Consumer<Entry<R>> forward) {
    this.window = new Window(limits.unfinishedPerTask());
    this.drainLimit = limits.drainLimit();
    this.forward = forward;
  }

  /** Whether nothing waits. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Appends a record, forwards what has finished, and waits for the oldest while too many wait. */
  void add(R record, @Nullable ScoringTicket ticket) {
    refuseWhenFailed();
    entries.addLast(new Entry<>(record, ticket, System.nanoTime()));
    guarded(
        () -> {
          forwardFinished();
          while (entries.size() >= window.size()) {
            awaitOldest(System.nanoTime() + drainLimit.toNanos());
            window.finished(entries.getFirst().since(), System.nanoTime());
            forwardFinished();
          }
        });
  }

  /** Forwards the finished records at the head without waiting. */
  void forwardReady() {
    refuseWhenFailed();
    guarded(this::forwardFinished);
  }

  /**
   * Waits for everything and forwards it. Idempotent.
   *
   * @throws StreamsException when the drain limit passes first, and from then on at every call
   */
  void finishAll() {
    refuseWhenFailed();
    guarded(
        () -> {
          long end = System.nanoTime() + drainLimit.toNanos();
          forwardFinished();
          while (!entries.isEmpty()) {
            awaitOldest(end);
            forwardFinished();
          }
        });
  }

  /** Forgets everything: the task was closed and its transaction committed or aborted. */
  void reset() {
    entries.clear();
    failure = null;
  }

  private void forwardFinished() {
    for (Entry<R> head = entries.peekFirst();
        head != null && head.isDone();
        head = entries.peekFirst()) {
      forward.accept(head);
      entries.removeFirst();
    }
  }

  private void awaitOldest(long end) {
    Entry<R> head = entries.getFirst();
    ScoringTicket ticket = head.ticket();
    if (ticket == null) {
      return;
    }
    try {
      if (!ticket.await(Duration.ofNanos(end - System.nanoTime()))) {
        throw new StreamsException(
            "%d records waited for scores for %d ms; the transaction is aborted and they are read again"
                .formatted(entries.size(), drainLimit.toMillis()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StreamsException("interrupted while records waited for scores", interrupted);
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException unexpected) {
      failure = unexpected;
      throw unexpected;
    }
  }

  private void refuseWhenFailed() {
    if (failure != null) {
      throw new StreamsException(
          "records of this task are unfinished since an earlier failure", failure);
    }
  }
}
