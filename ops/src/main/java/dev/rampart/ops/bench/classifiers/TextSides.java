package dev.rampart.ops.bench.classifiers;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.runtime.Fusion;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Linear text models, from raw text to scores: loops at several batch sizes, and the engine. */
final class TextSides implements AutoCloseable {
  private final List<Side> sides = new ArrayList<>();
  private final List<LoadedModel> models = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<UnderLoad> engines = new ArrayList<>();
  private final ModelRepository repository;
  private final List<ModelId> ids;

  /** All linear text models of a repository; the one with the most labels first. */
  TextSides(ModelRepository repository, List<ScoringRequest> texts) throws OrtException {
    this.repository = repository;
    this.ids =
        repository.newest().stream()
            .filter(id -> repository.manifest(id).input() instanceof InputSpec.HashedText)
            .sorted(Comparator.comparingInt(id -> -repository.manifest(id).labels().size()))
            .toList();
    ids.forEach(id -> models.add(repository.load(id)));
    Loop one = loop(models.subList(0, 1));
    for (int batch : new int[] {1, 32, 256}) {
      add("one linear model, loop, batch " + batch, texts, () -> one.pass(texts, batch));
    }
    addSeveral(texts);
    addEngine(ids.get(0) + ", engine, one worker", repository, ids.subList(0, 1), texts);
    addEngine(ids.size() + " linear models, engine, one worker", repository, ids, texts);
  }

  private void addSeveral(List<ScoringRequest> texts) throws OrtException {
    int count = models.size();
    Loop apart = loop(models);
    add(count + " linear models one by one, loop, batch 256", texts, () -> apart.pass(texts, 256));
    for (Fusion fusion : Fusion.among(List.copyOf(models))) {
      LoadedModel unit = fusion.open();
      models.add(unit);
      Loop fused = loop(List.of(unit));
      String name = fusion.members().size() + " linear models as one, loop, batch 256";
      add(name, texts, () -> fused.pass(texts, 256));
    }
  }

  private Loop loop(List<LoadedModel> some) {
    Loop loop = new Loop(List.copyOf(some));
    loops.add(loop);
    return loop;
  }

  private void add(String name, List<ScoringRequest> texts, Spent.Pass pass) {
    sides.add(Side.loop(name, texts.size(), pass));
  }

  private void addEngine(
      String name, ModelRepository repository, List<ModelId> ids, List<ScoringRequest> texts) {
    UnderLoad engine = new UnderLoad(repository, ids, true);
    engines.add(engine);
    sides.add(Side.engine(name, texts.size(), () -> engine.pass(texts)));
  }

  List<Side> sides() {
    return sides;
  }

  /** The side that the others are held against: one model at the largest batch. */
  Side best() {
    return sides.get(2);
  }

  /** The engine that serves one model. */
  UnderLoad engine() {
    return engines.get(0);
  }

  /** Another that is as it was when it started. */
  UnderLoad freshEngine() {
    return new UnderLoad(repository, ids.subList(0, 1), true);
  }

  /** How many messages a second that engine scores. */
  double engineRate() {
    return sides.get(sides.size() - 2).perSecond();
  }

  @Override
  public void close() {
    engines.forEach(UnderLoad::close);
    loops.forEach(Loop::close);
    models.forEach(model -> model.leases().release(1));
  }
}
