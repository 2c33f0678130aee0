package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the sides in turn, round after round, and shows medians. */
public final class ClassifierBench {
  private static final int LARGEST = 256;
  private static final int MOST_VECTORS = 8192;

  private final int items;
  private final int rounds;
  private final Consumer<String> notes;

  /**
   * A bench.
   *
   * @param items messages that each side scores in each round, 1,000 and more
   * @param rounds of which medians are shown
   * @param notes told what is going on
   */
  public ClassifierBench(int items, int rounds, Consumer<String> notes) {
    this.items = items;
    this.rounds = rounds;
    this.notes = notes;
  }

  /** Measures everything. */
  public ClassifierTable run() throws Exception {
    notes.accept("writing %,d messages".formatted(items));
    List<ScoringRequest> messages = Messages.of(items);
    List<ScoringRequest> vectors = DenseNet.USUAL.requests(Math.min(items, MOST_VECTORS));
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-")) {
      DenseNet.USUAL.write(folder.path());
      try (TextSides text =
              new TextSides(new ModelRepository(Sources.shipped().models()), messages);
          DenseSides dense = new DenseSides(new ModelRepository(folder.path()), vectors)) {
        measure(Stream.concat(text.sides().stream(), dense.sides().stream()).toList());
        return table(text, dense, messages, vectors);
      }
    }
  }

  private void measure(List<Side> sides) throws Exception {
    notes.accept("warming up");
    for (Side side : sides) {
      side.warmUp();
    }
    for (int round = 1; round <= rounds; round++) {
      notes.accept("round %d of %d".formatted(round, rounds));
      for (Side side : sides) {
        side.measure();
      }
    }
  }

  private ClassifierTable table(
      TextSides text, DenseSides dense, List<ScoringRequest> messages, List<ScoringRequest> vectors)
      throws InterruptedException {
    List<ClassifierTable.Row> rows = new ArrayList<>();
    text.sides().forEach(side -> rows.add(side.row(text.best())));
    dense.sides().forEach(side -> rows.add(side.row(dense.best())));
    notes.accept("waiting at half load");
    return new ClassifierTable(
        Machine.describe(),
        items,
        rounds,
        rows,
        List.of(
            waiting(
                "linear text model",
                text.engine(),
                text::freshEngine,
                messages,
                text.engineRate(),
                LARGEST / text.best().perSecond()),
            waiting(
                "dense model",
                dense.engine(),
                dense::freshEngine,
                vectors,
                dense.engineRate(),
                DenseNet.BATCH / dense.best().perSecond())));
  }

  private ClassifierTable.Waiting waiting(
      String model,
      UnderLoad warm,
      Supplier<UnderLoad> fresh,
      List<ScoringRequest> requests,
      double rate,
      double batchSeconds)
      throws InterruptedException {
    double load = rate / 2;
    warm.paced(requests, load);
    try (UnderLoad engine = fresh.get()) {
      List<long[]> paced = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        paced.add(engine.paced(requests, load));
      }
      return new ClassifierTable.Waiting(
          model,
          load,
          micros(paced, 0.5),
          micros(paced, 0.99),
          engine.oldestP99Micros(),
          batchSeconds * 1e6);
    }
  }

  /** Median over the rounds. */
  private static double micros(List<long[]> paced, double share) {
    double[] sorted =
        paced.stream()
            .mapToDouble(took -> took[(int) (took.length * share)] / 1e3)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }
}
