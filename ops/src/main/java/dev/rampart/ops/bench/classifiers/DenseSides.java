package dev.rampart.ops.bench.classifiers;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.repository.ModelRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A model that takes long to run: ONNX Runtime alone at several batch sizes, and the engine. */
final class DenseSides implements AutoCloseable {
  private final List<Side> sides = new ArrayList<>();
  private final List<BareRuntime> runtimes = new ArrayList<>();
  private final ModelRepository repository;
  private final UnderLoad engine;

  DenseSides(ModelRepository repository, List<ScoringRequest> vectors) throws OrtException {
    for (int batch : new int[] {1, 32, 64, 128, 256}) {
      BareRuntime runtime = new BareRuntime(DenseNet.USUAL, batch);
      runtimes.add(runtime);
      sides.add(
          Side.loop(
              "dense model, bare ONNX Runtime, batch " + batch,
              vectors.size(),
              () -> runtime.pass(vectors)));
    }
    this.repository = repository;
    this.engine = new UnderLoad(repository, List.of(DenseNet.ID), false);
    sides.add(
        Side.engine("dense model, engine, one worker", vectors.size(), () -> engine.pass(vectors)));
  }

  List<Side> sides() {
    return sides;
  }

  /** The batch size at which ONNX Runtime alone is fastest. */
  Side best() {
    return sides.subList(0, runtimes.size()).stream()
        .max(Comparator.comparingDouble(Side::perCoreSecond))
        .orElseThrow();
  }

  UnderLoad engine() {
    return engine;
  }

  /** Another that is as it was when it started. */
  UnderLoad freshEngine() {
    return new UnderLoad(repository, List.of(DenseNet.ID), false);
  }

  /** How many messages a second the engine scores. */
  double engineRate() {
    return sides.get(sides.size() - 1).perSecond();
  }

  @Override
  public void close() throws OrtException {
    engine.close();
    for (BareRuntime runtime : runtimes) {
      runtime.close();
    }
  }
}
