package dev.rampart.ops.door;

import dev.rampart.ops.feed.DecisionWatch;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.ingest.Admission;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Takes events in one by one, and answers with their decisions. An event is written once: a repeat
 * of its id is answered with the decision that there is or will be. Safe for use by many threads.
 */
public final class Door implements AutoCloseable {
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final EventWriter writer;
  private final DecisionWatch watch;
  private final DoorLimits limits;
  private final RecentEvents recent;
  private final Semaphore places;

  /**
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param admission what the pipeline lets in
   * @param watch tells when an event is decided
   */
  public Door(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      Admission admission,
      DecisionWatch watch,
      DoorLimits limits) {
    this.writer = new EventWriter(client, topics, registry, admission, Clock.systemUTC());
    this.watch = watch;
    this.limits = limits;
    this.recent = new RecentEvents(limits.remembered(), System::nanoTime);
    this.places = new Semaphore(limits.waiting());
  }

  /**
   * What became of an event.
   *
   * @param eventId its id
   * @param decision empty where none was committed in time; the event is written all the same
   */
  public record Answer(String eventId, Optional<DecidedEvent> decision) {}

  /**
   * Takes an event in.
   *
   * @param line of an event file
   * @param wait how long to wait for the decision, 0 or more
   * @throws ProblemException 422 where the pipeline would not let it in, 409 where its id is that
   *     of another account's event, 429 where too many wait, 503 where Kafka does not take it
   */
  public Answer take(String line, Duration wait) throws InterruptedException {
    EventLine event = writer.read(line);
    ProducerRecord<byte[], byte[]> record = writer.record(event);
    if (!places.tryAcquire()) {
      throw ProblemException.tooMany("too many events wait for their decisions", BUSY);
    }
    try {
      return take(event, record, wait);
    } finally {
      places.release();
    }
  }

  private Answer take(EventLine event, ProducerRecord<byte[], byte[]> record, Duration wait)
      throws InterruptedException {
    CompletableFuture<Decision> decision = watch.await(event.id());
    try {
      if (!decision.isDone()) {
        awaitWrite(recent.write(event.id(), () -> writer.write(record)));
      }
      Optional<Decision> made = within(decision, wait);
      made.ifPresent(known -> requireSameAccount(known, event));
      return new Answer(event.id(), made.map(DecidedEvent::of));
    } finally {
      decision.cancel(false);
    }
  }

  private void awaitWrite(CompletableFuture<RecordMetadata> written) throws InterruptedException {
    try {
      var unused = written.get(limits.write().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException refused) {
      throw ProblemException.unavailable("Kafka did not take the event in time", BUSY);
    }
  }

  private static Optional<Decision> within(CompletableFuture<Decision> decision, Duration wait)
      throws InterruptedException {
    try {
      return Optional.of(decision.get(wait.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the decision cannot be read", failure.getCause());
    }
  }

  private static void requireSameAccount(Decision decision, EventLine event) {
    if (!decision.getAuthorId().equals(event.key())) {
      throw ProblemException.conflict(
          "event %s: this id is that of an event of another account".formatted(event.id()));
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
