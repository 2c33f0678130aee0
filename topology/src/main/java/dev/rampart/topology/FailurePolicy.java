package dev.rampart.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingInternalTopicsException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: its transaction is aborted, and it is replaced so that
 * its records are read again. The instance stops where replacing cannot help: topics are missing,
 * access is denied, state files are damaged, or threads die again and again.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
  private static final int MOST_REPLACEMENTS = 20;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final ArrayDeque<Long> replacements = new ArrayDeque<>();
  private @Nullable Throwable fatal;

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    if (isHopeless(failure) || isTooOften()) {
      fatal = failure;
      LOG.error("The pipeline stops", failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("A stream thread is replaced; what it had not committed is read again", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** The failure that stopped the instance. */
  synchronized Optional<Throwable> fatal() {
    return Optional.ofNullable(fatal);
  }

  private static boolean isHopeless(Throwable failure) {
    if (DamagedState.isShownBy(failure)) {
      return true;
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MissingSourceTopicException
          || each instanceof MissingInternalTopicsException
          || each instanceof TopologyException
          || each instanceof AuthenticationException
          || each instanceof AuthorizationException
          || each instanceof UnsupportedVersionException
          || each instanceof Error) {
        return true;
      }
    }
    return false;
  }

  private boolean isTooOften() {
    long now = System.nanoTime();
    replacements.addLast(now);
    while (now - replacements.getFirst() > WITHIN.toNanos()) {
      replacements.removeFirst();
    }
    return replacements.size() > MOST_REPLACEMENTS;
  }
}
