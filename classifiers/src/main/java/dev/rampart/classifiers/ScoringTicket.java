package dev.rampart.classifiers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pending scores of one request. A stream thread makes it and waits for it; worker threads
 * complete it, one model at a time, in any order. Every ticket of a {@link Scorer} is completed, at
 * the latest by {@link Scorer#close()}; one whose owner died is simply never read. At most one
 * thread waits at a time.
 */
public final class ScoringTicket {
  private static final VarHandle REMAINING;
  private static final VarHandle SCORE = MethodHandles.arrayElementVarHandle(ModelScore[].class);

  static {
    try {
      REMAINING = MethodHandles.lookup().findVarHandle(ScoringTicket.class, "remaining", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final List<ServedModel> models;
  private final @Nullable ModelScore[] scores;
  private volatile int remaining;
  private volatile @Nullable Thread waiter;

  /**
   * A ticket for these models, none of which has answered.
   *
   * @param models those that are asked, in the order in which {@link #scores()} gives them
   */
  public ScoringTicket(List<ServedModel> models) {
    this.models = models;
    this.scores = new ModelScore[models.size()];
    this.remaining = models.size();
  }

  /** The models that are asked, in the order of {@link #scores()}. */
  public List<ServedModel> models() {
    return models;
  }

  /** Whether every model has answered: a volatile read. */
  public boolean isDone() {
    return remaining == 0;
  }

  /**
   * Parks the calling thread until every model has answered.
   *
   * @return whether it is done; false when the limit passed first
   */
  public boolean await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    waiter = Thread.currentThread();
    try {
      return parkUntil(end);
    } finally {
      waiter = null;
    }
  }

  private boolean parkUntil(long end) throws InterruptedException {
    while (!isDone()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException("waiting for scores");
      }
    }
    return true;
  }

  /**
   * The answers, one for each of {@link #models()} and in that order.
   *
   * @throws IllegalStateException while a model has not answered
   */
  public List<ModelScore> scores() {
    if (!isDone()) {
      throw new IllegalStateException(
          remaining + " of " + scores.length + " models have not answered");
    }
    return List.of(scores);
  }

  /**
   * Takes the answer of one model; called by the scorer's threads. The first answer counts, so that
   * a time-out and a late result may race.
   *
   * @param index of the model in {@link #models()}
   * @return whether this was the first answer of that model
   */
  public boolean complete(int index, ModelScore score) {
    if (!SCORE.compareAndSet(scores, index, null, score)) {
      return false;
    }
    if ((int) REMAINING.getAndAdd(this, -1) == 1) {
      LockSupport.unpark(waiter);
    }
    return true;
  }
}
