package dev.rampart.ops.studio;

import dev.rampart.ops.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Works questions off, one after the other. A question that takes longer than the limit is answered
 * with a problem, and its work is interrupted. Safe for use by many threads.
 */
public final class StudioQueue implements AutoCloseable {
  private static final Duration LATER = Duration.ofSeconds(5);

  private final ThreadPoolExecutor worker;
  private final Duration limit;

  /**
   * @param waiting questions that may wait while one is worked on, 1 or more
   * @param limit longest time from asking to the answer
   */
  public StudioQueue(int waiting, Duration limit) {
    this.limit = limit;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, "rampart-studio");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes a question.
   *
   * @throws ProblemException 429, when too many wait
   */
  public <T> CompletableFuture<T> submit(Callable<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Future<?> work = enqueue(() -> answer(question, answer));
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> giveUp(answer, work));
    return answer;
  }

  private void giveUp(CompletableFuture<?> answer, Future<?> work) {
    if (answer.completeExceptionally(tooLong())) {
      work.cancel(true);
    }
  }

  private Future<?> enqueue(Runnable work) {
    try {
      return worker.submit(work);
    } catch (RejectedExecutionException full) {
      throw ProblemException.tooMany(
          "the studio is busy, and as many as may wait wait already", LATER);
    }
  }

  private static <T> void answer(Callable<T> question, CompletableFuture<T> answer) {
    try {
      answer.complete(question.call());
    } catch (Exception failure) {
      answer.completeExceptionally(failure);
    }
  }

  private ProblemException tooLong() {
    return ProblemException.unavailable(
        "no answer within %d s; ask for a shorter time with from and to"
            .formatted(limit.toSeconds()),
        LATER);
  }

  /** Interrupts what is worked on, and waits a little for its end. */
  @Override
  public void close() throws InterruptedException {
    worker.shutdownNow();
    var unused = worker.awaitTermination(LATER.toSeconds(), TimeUnit.SECONDS);
  }
}
