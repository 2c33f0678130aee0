package dev.rampart.topology.classify;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A device that takes 50 ms for every message, any number of them at a time. */
final class SlowScorer implements Scorer {
  private static final ServedModel MODEL =
      new ServedModel(new ModelId("slow", "1"), List.of("one"), ModelRole.LIVE);

  private final ScheduledExecutorService device = Executors.newSingleThreadScheduledExecutor();

  @Override
  public ScoringTicket submit(ScoringRequest request) {
    ScoringTicket ticket = new ScoringTicket(List.of(MODEL));
    var unused =
        device.schedule(
            () -> ticket.complete(0, new Scored(MODEL, new float[] {1})),
            50,
            TimeUnit.MILLISECONDS);
    return ticket;
  }

  @Override
  public void flush() {}

  @Override
  public List<ServedModel> models() {
    return List.of(MODEL);
  }

  @Override
  public void close() {
    device.shutdownNow();
  }
}
