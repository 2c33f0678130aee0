package dev.rampart.classifiers;

import dev.rampart.classifiers.manifest.InputSpec.FeatureVector;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.classifiers.repository.ModelRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Hands requests that carry all features of a catalogue on with those that the models read, in the
 * order in which they read them. For any thread.
 */
public final class FeatureSelector implements Scorer {
  private final Scorer scorer;
  private final int[] places;

  private FeatureSelector(Scorer scorer, int[] places) {
    this.scorer = scorer;
    this.places = places;
  }

  /**
   * A scorer of requests whose features stand in a catalogue's order. The scorer is closed where a
   * model is refused.
   *
   * @param repository of the scorer's models
   * @param catalogue names of the features that requests carry, in their order
   * @throws ModelRefusedException when a model reads a feature that is not in the catalogue, or two
   *     models read different ones
   */
  public static Scorer over(Scorer scorer, ModelRepository repository, List<String> catalogue) {
    List<ModelId> models = scorer.models().stream().map(ServedModel::id).toList();
    try {
      List<String> wanted = names(models, repository, catalogue);
      return wanted.isEmpty()
          ? scorer
          : new FeatureSelector(scorer, wanted.stream().mapToInt(catalogue::indexOf).toArray());
    } catch (ModelRefusedException refused) {
      scorer.close();
      throw refused;
    }
  }

  /**
   * Names of the features that these models read, in their order; empty where none reads any.
   *
   * @throws ModelRefusedException when one is not in the catalogue, or two models read different
   *     ones: they cannot be served together
   */
  public static List<String> names(
      List<ModelId> models, ModelRepository repository, List<String> catalogue) {
    List<Problem> problems = new ArrayList<>();
    List<String> wanted = List.of();
    for (ModelId model : models) {
      if (repository.manifest(model).input() instanceof FeatureVector vector) {
        String file = repository.folder(model).resolve("model.yaml").toString();
        check(file, vector, wanted, catalogue, problems);
        wanted = vector.names();
      }
    }
    if (!problems.isEmpty()) {
      throw new ModelRefusedException("that reads features", problems);
    }
    return wanted;
  }

  private static void check(
      String file,
      FeatureVector vector,
      List<String> others,
      List<String> catalogue,
      List<Problem> problems) {
    for (String name : vector.names()) {
      if (!catalogue.contains(name)) {
        String allowed =
            "a feature of the catalogue; the model was trained with version " + vector.catalogue();
        problems.add(new Problem(file, "input.names", name, allowed));
      }
    }
    if (!others.isEmpty() && !others.equals(vector.names())) {
      problems.add(
          new Problem(
              file, "input.names", vector.names().toString(), "what others read: " + others));
    }
  }

  @Override
  public ScoringTicket submit(ScoringRequest request) {
    float[] all = request.features();
    if (all.length == 0) {
      return scorer.submit(request);
    }
    float[] read = new float[places.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = all[Objects.checkIndex(places[i], all.length)];
    }
    return scorer.submit(request.withFeatures(read));
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
  public List<String> concerns() {
    return scorer.concerns();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
