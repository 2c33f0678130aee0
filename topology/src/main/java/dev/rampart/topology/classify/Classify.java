package dev.rampart.topology.classify;

import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.enrich.Enriched;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to the models and passes events on in input order, scores attached. Events that
 * have no text keep their place in the queue, so that an account's events stay in order.
 */
public final class Classify implements Processor<String, Enriched, String, Classified> {
  private final Scorer scorer;
  private final ClassifyLimits limits;
  private final ClassifyMeters meters;
  private final Unfinished<Waiting> unfinished;
  private ProcessorContext<String, Classified> context;
  private CommitBarrier barrier;
  private @Nullable Cancellable forwarding;

  /** A record and its place in the input. */
  private record Waiting(Record<String, Enriched> record, CommitBarrier.Place place) {}

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  Classify(Scorer scorer, ClassifyLimits limits, MeterRegistry meters) {
    this.scorer = scorer;
    this.limits = limits;
    this.meters = new ClassifyMeters(scorer.models(), meters);
    this.unfinished = new Unfinished<>(limits, this::forward);
  }

  /**
   * Makes the processors of all tasks; they share the scorer, so that batches form across tasks.
   */
  public static ProcessorSupplier<String, Enriched, String, Classified> supplier(
      Scorer scorer, ClassifyLimits limits, MeterRegistry meters) {
    return new ClassifySupplier(
        () -> new Classify(scorer, limits, meters),
        () -> CommitBarrier.builder(Nodes.COMMIT_BARRIER));
  }

  @Override
  public void init(ProcessorContext<String, Classified> context) {
    this.context = context;
    this.barrier = context.getStateStore(Nodes.COMMIT_BARRIER);
    barrier.protect(context, this::finishAll);
  }

  @Override
  public void process(Record<String, Enriched> record) {
    unfinished.add(new Waiting(record, barrier.place()), submit(record.value()));
    scheduleForwarding();
  }

  @Override
  public void close() {
    barrier.release();
    stopForwarding();
    unfinished.reset();
  }

  private @Nullable ScoringTicket submit(Enriched enriched) {
    if (!(enriched.event() instanceof MessageInput message)
        || message.message().getContent().isEmpty()) {
      return null;
    }
    return scorer.submit(
        new ScoringRequest(
            message.message().getContent(),
            message.accountId(),
            enriched.features(),
            Urgency.of(message.message())));
  }

  private void finishAll() {
    if (!unfinished.isEmpty()) {
      meters.time(
          () -> {
            scorer.flush();
            unfinished.finishAll();
          });
    }
  }

  private void forward(Unfinished.Entry<Waiting> finished) {
    Waiting waiting = finished.record();
    ScoringTicket ticket = finished.ticket();
    Classified classified =
        new Classified(waiting.record().value(), ticket == null ? List.of() : ticket.scores());
    meters.count(classified.scores());
    barrier.at(waiting.place(), () -> context.forward(waiting.record().withValue(classified)));
  }

  /** Runs only while something waits: a punctuation makes Kafka Streams commit. */
  private void scheduleForwarding() {
    if (forwarding == null && !unfinished.isEmpty()) {
      forwarding =
          context.schedule(
              limits.forwardInterval(), PunctuationType.WALL_CLOCK_TIME, now -> forwardReady());
    }
  }

  /**
   * In a punctuator Kafka Streams would commit the half-forwarded transaction on its own time-outs
   * and corruption signals, so these leave as plain failures.
   */
  private void forwardReady() {
    try {
      unfinished.forwardReady();
    } catch (TimeoutException | TaskCorruptedException e) {
      throw new StreamsException("finished records could not be forwarded", e);
    }
    if (unfinished.isEmpty()) {
      stopForwarding();
    }
  }

  private void stopForwarding() {
    if (forwarding != null) {
      forwarding.cancel();
      forwarding = null;
    }
  }
}
