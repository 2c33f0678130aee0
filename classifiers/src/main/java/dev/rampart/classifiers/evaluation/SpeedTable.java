package dev.rampart.classifiers.evaluation;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringEngine;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Measures text models: a bare loop from raw text to scores at several batch sizes, in CPU time of
 * one thread, and the engine beside it, in wall time. The best of several rounds counts, because
 * whatever else runs on the machine only slows them.
 */
public final class SpeedTable {
  private static final int ROUNDS = 6;
  private static final int IN_FLIGHT = 4096;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ModelRepository repository;
  private final List<ScoringRequest> requests;

  /**
   * One line of the table.
   *
   * @param side what was measured
   * @param models how many models each message was scored by
   * @param batch messages in a batch, 0 where the engine chooses
   * @param messagesPerSecond of one core for a loop, of the machine for the engine
   */
  public record Line(String side, int models, int batch, double messagesPerSecond) {}

  /**
   * A table over these texts.
   *
   * @param texts some thousands, like those of the traffic
   */
  public SpeedTable(ModelRepository repository, List<String> texts) {
    this.repository = repository;
    this.requests = texts.stream().map(text -> ScoringRequest.ofText(text, "bench")).toList();
  }

  /** Measures models that read alike: the first alone, then all of them. */
  public List<Line> measure(List<ModelId> ids) throws OrtException, InterruptedException {
    List<Line> lines = new ArrayList<>();
    for (int models : ids.size() == 1 ? new int[] {1} : new int[] {1, ids.size()}) {
      List<ModelId> some = ids.subList(0, models);
      for (int batch : new int[] {1, 32, 256}) {
        lines.add(new Line("bare loop", models, batch, loop(some, batch)));
      }
      lines.add(new Line("engine", models, 0, engine(some)));
    }
    return lines;
  }

  private double loop(List<ModelId> ids, int batch) throws OrtException {
    List<LoadedModel> models = ids.stream().map(repository::load).toList();
    Encoder encoder = Encoder.of(models.get(0).manifest().input());
    List<BatchCutter> cutters = new ArrayList<>();
    for (LoadedModel model : models) {
      cutters.add(new BatchCutter(model, encoder, 0, new Unobserved()));
    }
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      pass(encoder, cutters, batch);
      best =
          Math.max(
              best,
              perSecond(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start));
    }
    cutters.forEach(BatchCutter::close);
    models.forEach(model -> model.leases().release(1));
    return best;
  }

  private void pass(Encoder encoder, List<BatchCutter> cutters, int batch) {
    int[] items = new int[batch];
    for (int from = 0; from < requests.size(); from += batch) {
      int count = Math.min(batch, requests.size() - from);
      encoder.clear();
      for (int i = 0; i < count; i++) {
        items[i] = i;
        encoder.add(requests.get(from + i));
      }
      cutters.forEach(cutter -> cutter.score(items, count));
    }
  }

  private double engine(List<ModelId> ids) throws InterruptedException {
    EngineSettings settings =
        EngineSettings.defaults().withAssignments(ids.stream().map(Assignment::live).toList());
    try (ScoringEngine engine =
        ScoringEngine.start(repository, settings, new SimpleMeterRegistry())) {
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        pass(engine);
        best = Math.max(best, perSecond(System.nanoTime() - start));
      }
      return best;
    }
  }

  private void pass(ScoringEngine engine) throws InterruptedException {
    Deque<ScoringTicket> inFlight = new ArrayDeque<>();
    for (ScoringRequest request : requests) {
      inFlight.add(engine.submit(request));
      if (inFlight.size() >= IN_FLIGHT) {
        inFlight.remove().await(PATIENCE);
      }
    }
    for (ScoringTicket ticket : inFlight) {
      ticket.await(PATIENCE);
    }
  }

  private double perSecond(long nanos) {
    return requests.size() * 1e9 / nanos;
  }

  /** The loop is measured as a whole. */
  private static final class Unobserved implements BatchCutter.RunObserver {
    @Override
    public void ran(int rows, long numbers, long padded, long nanos) {}

    @Override
    public void failed(int rows, String message) {
      throw new IllegalStateException("a run failed: " + message);
    }
  }
}
