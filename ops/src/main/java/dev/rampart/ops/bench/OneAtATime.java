package dev.rampart.ops.bench;

import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.topology.Parts;
import java.time.Duration;
import java.util.List;

/**
 * What a first attempt at the pipeline does: every record is scored by itself while the stream
 * thread waits. Everything else stays the same.
 */
final class OneAtATime implements Scorer {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Scorer scorer;

  private OneAtATime(Scorer scorer) {
    this.scorer = scorer;
  }

  static Parts instead(Parts parts) {
    return new Parts(
        parts.registry(),
        parts.catalogue(),
        new OneAtATime(parts.scorer()),
        parts.policies(),
        parts.meters());
  }

  @Override
  public ScoringTicket submit(ScoringRequest request) {
    ScoringTicket ticket = scorer.submit(request);
    try {
      if (!ticket.await(LIMIT)) {
        throw new IllegalStateException("a message was not scored within " + LIMIT);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a message was scored", interrupted);
    }
    return ticket;
  }

  @Override
  public void flush() {
    scorer.flush();
  }

  @Override
  public List<ServedModel> models() {
    return scorer.models();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
