package dev.rampart.ops.chaos;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own that does not keep the process alive. */
final class Background {
  private final FutureTask<@Nullable Void> task;
  private volatile boolean failed;

  private Background(Work work) {
    task =
        new FutureTask<>(
            () -> {
              run(work);
              return null;
            });
  }

  /** Something to do that may fail. */
  interface Work {
    void run() throws Exception;
  }

  static Background start(String name, Work work) {
    Background background = new Background(work);
    Thread thread = new Thread(background.task, name);
    thread.setDaemon(true);
    thread.start();
    return background;
  }

  /** Whether all have ended, or one has failed so that waiting for the others is idle. */
  static boolean allEnded(Background... all) {
    return Arrays.stream(all).anyMatch(each -> each.failed)
        || Arrays.stream(all).allMatch(each -> each.task.isDone());
  }

  /** Waits for the end; a failure of the work is a failure here. */
  void await() throws ExecutionException, InterruptedException {
    task.get();
  }

  private void run(Work work) throws Exception {
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      failed = !done;
    }
  }
}
