package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One thread that encodes and scores batch after batch, with nothing around it. */
final class Loop implements AutoCloseable {
  private final Encoder encoder;
  private final List<BatchCutter> cutters = new ArrayList<>();

  /** A loop over models that read alike: each batch is encoded once. */
  Loop(List<LoadedModel> models) {
    this.encoder = Encoder.of(models.get(0).manifest().input());
    models.forEach(model -> cutters.add(new BatchCutter(model, encoder, 0, new Strict())));
  }

  /** Scores all of these in batches of a size. */
  void pass(List<ScoringRequest> requests, int batch) {
    pass(requests, batch, (from, count) -> {});
  }

  /** The scores of all of these by the first model. */
  float[][] scores(List<ScoringRequest> requests, int batch) {
    float[][] scores = new float[requests.size()][];
    BatchCutter first = cutters.get(0);
    pass(
        requests,
        batch,
        (from, count) -> {
          for (int i = 0; i < count; i++) {
            scores[from + i] = Objects.requireNonNull(first.scores(i));
          }
        });
    return scores;
  }

  /** Looks at a batch that was scored. */
  private interface Look {
    void at(int from, int count);
  }

  private void pass(List<ScoringRequest> requests, int batch, Look look) {
    int[] items = new int[batch];
    for (int from = 0; from < requests.size(); from += batch) {
      int count = Math.min(batch, requests.size() - from);
      encoder.clear();
      for (int i = 0; i < count; i++) {
        items[i] = i;
        String refusal = encoder.add(requests.get(from + i));
        if (!refusal.isEmpty()) {
          throw new IllegalStateException(refusal);
        }
      }
      for (BatchCutter cutter : cutters) {
        cutter.score(items, count);
      }
      look.at(from, count);
    }
  }

  @Override
  public void close() {
    cutters.forEach(BatchCutter::close);
  }

  /** A figure of runs that fail is none. */
  private static final class Strict implements BatchCutter.RunObserver {
    @Override
    public void ran(int rows, long numbers, long padded, long nanos) {}

    @Override
    public void failed(int rows, String message) {
      throw new IllegalStateException("a run failed: " + message);
    }
  }
}
