package dev.rampart.ops.broker;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Holds a process still in the middle of whatever it does: SIGSTOP, and SIGCONT later. */
public final class Freeze {
  private Freeze() {}

  /** Holds it for so long, and lets it go on however this ends. */
  public static void hold(Process process, Duration length)
      throws IOException, InterruptedException {
    send("-STOP", process);
    try {
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
    } finally {
      send("-CONT", process);
    }
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw CommandFailure.failed("cannot send " + signal + " to process " + process.pid());
    }
  }
}
