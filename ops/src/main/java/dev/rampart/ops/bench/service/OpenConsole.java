package dev.rampart.ops.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody looks at the console: what its start page asks, as often as it does. */
public final class OpenConsole implements AutoCloseable {
  private static final int EVERY_SECONDS = 3;
  private static final List<String> PATHS = List.of("/v1/overview", "/v1/decisions?limit=100");

  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(OpenConsole::thread);

  /** Opens it. */
  public OpenConsole(String address, String token) {
    Caller caller = new Caller(token);
    var unused =
        asking.scheduleAtFixedRate(() -> ask(caller, address), 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rampart-open-console");
    thread.setDaemon(true);
    return thread;
  }

  private static void ask(Caller caller, String address) {
    try {
      for (String path : PATHS) {
        var unused = caller.get(address, path);
      }
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
