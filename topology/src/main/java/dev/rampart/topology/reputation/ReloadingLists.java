package dev.rampart.topology.reputation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of a folder, read again when a file changes. A change that has a problem changes
 * nothing: the last good version stays, and the problems are logged and counted. Safe for use by
 * many threads; an event that asks twice may see two versions, but only listings of its own time.
 */
public final class ReloadingLists implements Supplier<Reputation>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReloadingLists.class);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final Path folder;
  private final Counter failures;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(ReloadingLists::daemon);
  private volatile Reputation current;
  private Map<Path, String> seen;

  private ReloadingLists(Path folder, Reputation first, Map<Path, String> seen, Counter failures) {
    this.folder = folder;
    this.current = first;
    this.seen = seen;
    this.failures = failures;
  }

  /**
   * Reads the folder and goes on looking at it.
   *
   * @throws ListException with everything that is wrong with the files: a first version must be
   *     good
   */
  public static ReloadingLists open(Path folder, MeterRegistry meters) throws ListException {
    Counter failures =
        Counter.builder("rampart.lists.reload.failures")
            .description("Changes of the reputation lists that had a problem and were not taken")
            .register(meters);
    Map<Path, String> seen = fingerprint(folder);
    ReloadingLists lists = new ReloadingLists(folder, Reputation.load(folder), seen, failures);
    Gauge.builder("rampart.lists.listings", lists, ReloadingLists::size)
        .description("Listings in the reputation lists that are in use")
        .register(meters);
    LOG.info("reputation lists {} from {}", lists.get().version(), folder);
    lists.start();
    return lists;
  }

  private void start() {
    long millis = INTERVAL.toMillis();
    var unused =
        timer.scheduleWithFixedDelay(this::reloadIfChanged, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** The last good version. */
  @Override
  public Reputation get() {
    return current;
  }

  /** Looks at the folder now. */
  synchronized void reloadIfChanged() {
    Map<Path, String> found = fingerprint(folder);
    if (found.equals(seen)) {
      return;
    }
    seen = found;
    try {
      Reputation next = Reputation.load(folder);
      LOG.info("reputation lists {} in place of {}", next.version(), current.version());
      current = next;
    } catch (ListException wrong) {
      failures.increment();
      LOG.warn("reputation lists stay at {}: {}", current.version(), wrong.getMessage());
    }
  }

  private double size() {
    return get().sizes().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Size and time of every file; enough to see that one was written. */
  private static Map<Path, String> fingerprint(Path folder) {
    Map<Path, String> fingerprint = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        fingerprint.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    } catch (IOException beingWritten) {
      fingerprint.clear();
    }
    return fingerprint;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "rampart-lists");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
