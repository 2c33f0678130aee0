package dev.rampart.ops.audit;

import com.google.common.base.Throwables;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit, and what it tells of in the same transaction: either both are there or neither.
 * One writer of an installation has the turn at a time; whoever is overtaken takes the turn again,
 * reads again and does the whole change again, so that no change rests on what is no longer so.
 *
 * <p>Safe for use by many threads; changes are made one after the other.
 */
public final class AuditLog implements AutoCloseable {
  private static final int MOST_TRIES = 20;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  /** Where what is done now goes. */
  private enum Mode {
    NONE,
    CHANGE,
    REHEARSAL
  }

  private final Map<String, Object> client;
  private final Topics topics;
  private final SchemaRegistry registry;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable ChainWriter writer;
  private Mode mode = Mode.NONE;

  /**
   * Connects at the first change.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public AuditLog(Map<String, Object> client, Topics topics, SchemaRegistry registry) {
    this.client = Map.copyOf(client);
    this.topics = topics;
    this.registry = registry;
  }

  /**
   * Makes a change: all that {@code work} writes is committed together when this returns, and
   * nothing of it when this throws. The work may be done several times and must do nothing else.
   *
   * @throws CommandFailure where others had the turn again and again, or Kafka does not take it
   */
  public <T> T change(Supplier<T> work) {
    turn.lock();
    try {
      return mode == Mode.NONE ? untilCommitted(work) : work.get();
    } finally {
      turn.unlock();
    }
  }

  /** Does the same work without writing anything, for its result or its failure. */
  public <T> T rehearse(Supplier<T> work) {
    turn.lock();
    Mode before = mode;
    try {
      mode = Mode.REHEARSAL;
      return work.get();
    } finally {
      mode = before;
      turn.unlock();
    }
  }

  /** Writes an entry, in the change that is being made or in one of its own. */
  public void write(Signature by, Deed deed, Instant now) {
    change(
        () -> {
          if (mode == Mode.CHANGE) {
            current().add(entry(by, deed, now));
          }
          return deed;
        });
  }

  /**
   * Writes what the entries of this change tell of.
   *
   * @param value null takes the key out of a table
   * @throws IllegalStateException outside a change
   */
  public void apply(String topic, String key, byte @Nullable [] value) {
    if (mode == Mode.NONE || !turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a record of " + topic + " without a change around it");
    }
    if (mode == Mode.CHANGE) {
      current().send(topic, key, value);
    }
  }

  private <T> T untilCommitted(Supplier<T> work) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return once(work);
      } catch (KafkaException refused) {
        leave();
        if (!isOvertaken(refused)) {
          throw CommandFailure.failed("Kafka did not take the change", refused);
        }
        pause(tries);
      }
    }
    throw CommandFailure.failed(
        "others changed something at the same moment, %d times; try again".formatted(MOST_TRIES));
  }

  /** Longer from try to try, and never the same for two, so that one of them gets through. */
  private static void pause(int tries) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS) * (tries + 1));
  }

  private <T> T once(Supplier<T> work) {
    ChainWriter mine = current();
    mine.begin();
    mode = Mode.CHANGE;
    try {
      T result = work.get();
      mine.commit();
      return result;
    } catch (KafkaException broken) {
      throw broken;
    } catch (RuntimeException refused) {
      mine.abort();
      throw refused;
    } finally {
      mode = Mode.NONE;
    }
  }

  private static boolean isOvertaken(KafkaException failure) {
    return Throwables.getCausalChain(failure).stream()
        .anyMatch(
            each ->
                each instanceof ProducerFencedException
                    || each instanceof InvalidProducerEpochException);
  }

  private ChainWriter current() {
    if (writer == null) {
      writer = ChainWriter.takeOver(client, topics.audit(), registry);
    }
    return writer;
  }

  private void leave() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  private static AuditEvent.Builder entry(Signature by, Deed deed, Instant now) {
    return AuditEvent.newBuilder()
        .setAuditId(UUID.randomUUID())
        .setActor(by.who())
        .setRole(by.role())
        .setOperation(deed.operation())
        .setEntity(deed.entity())
        .setReason(by.reason())
        .setDetails(deed.details())
        .setOccurredAt(now);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      leave();
    } finally {
      turn.unlock();
    }
  }
}
