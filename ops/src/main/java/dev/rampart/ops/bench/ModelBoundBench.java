package dev.rampart.ops.bench;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.InputSpec.FeatureVector;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.bench.classifiers.CostlyModel;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.features.FeatureCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The whole pipeline with the shipped models and a costly one that bounds it, held against bare
 * loops around ONNX Runtime on that model with as many threads, before and after.
 */
final class ModelBoundBench {
  private static final Duration BARE = Duration.ofSeconds(2);

  private final BenchPlan plan;
  private final Consumer<String> notes;
  private final int workers = EngineSettings.defaults().workers();

  /**
   * @param plan of the pipeline alone
   * @param notes told what is going on
   */
  ModelBoundBench(BenchPlan plan, Consumer<String> notes) {
    this.plan = plan;
    this.notes = notes;
  }

  ModelBoundTable run() throws IOException, InterruptedException, ExecutionException {
    Sources shipped = Sources.shipped();
    CostlyModel model = new CostlyModel(input(shipped));
    try (TemporaryFolder models = TemporaryFolder.create("rampart-bench-models-")) {
      link(shipped.models(), models.path());
      model.write(models.path());
      double before = bare(model);
      PipelineBench pipeline = new PipelineBench(plan, shipped.withModels(models.path()), notes);
      BenchTable table = pipeline.run();
      BenchTable.Row side = table.sides().get(0);
      return new ModelBoundTable(
          table.machine(),
          plan.events(),
          plan.rounds(),
          workers,
          Math.max(before, bare(model)),
          side.eventsPerSecond(),
          side.microsByPart().getOrDefault(ThreadTimes.Part.SCORING.label(), 0.0),
          pipeline.missingScores());
    }
  }

  private double bare(CostlyModel model) throws InterruptedException, ExecutionException {
    double rate = model.bare(workers, BARE);
    notes.accept("bare ONNX Runtime: %,.0f messages/s".formatted(rate));
    return rate;
  }

  /** Models of one pipeline read the same features: those of a shipped one where there is one. */
  private static FeatureVector input(Sources shipped) {
    ModelRepository repository = new ModelRepository(shipped.models());
    for (ModelId id : repository.newest()) {
      if (repository.manifest(id).input() instanceof FeatureVector vector) {
        return vector;
      }
    }
    FeatureCatalogue catalogue = LoadedParts.catalogue(shipped);
    return new FeatureVector("bench", catalogue.names());
  }

  private static void link(Path from, Path to) throws IOException {
    for (ModelId id : new ModelRepository(from).newest()) {
      Path link = to.resolve(id.name());
      Files.createSymbolicLink(link, from.resolve(id.name()).toAbsolutePath());
    }
  }
}
