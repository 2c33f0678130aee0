package dev.rampart.classifiers.evaluation;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ScoringEngine;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a model about labelled messages, through the same engine that serves. */
public final class Evaluator {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ModelRepository repository;

  public Evaluator(ModelRepository repository) {
    this.repository = repository;
  }

  /**
   * Evaluates a version.
   *
   * @throws dev.rampart.classifiers.manifest.ModelRefusedException when it cannot be loaded
   */
  public Evaluation evaluate(ModelId id, List<LabelledMessage> messages)
      throws InterruptedException {
    Manifest manifest = repository.manifest(id);
    EngineSettings settings =
        EngineSettings.defaults()
            .withAssignments(List.of(Assignment.live(id)))
            .withLimits(PATIENCE, PATIENCE);
    List<@Nullable Scored> scores = new ArrayList<>();
    try (ScoringEngine engine =
        ScoringEngine.start(repository, settings, new SimpleMeterRegistry())) {
      List<ScoringTicket> tickets =
          messages.stream()
              .map(message -> engine.submit(ScoringRequest.ofText(message.text(), "")))
              .toList();
      for (ScoringTicket ticket : tickets) {
        ticket.await(PATIENCE);
        ModelScore score = ticket.scores().get(0);
        scores.add(score instanceof Scored scored ? scored : null);
      }
    }
    int missing = (int) scores.stream().filter(score -> score == null).count();
    return new Evaluation(
        id,
        messages.size(),
        missing,
        manifest.operatingPoints(),
        judged(manifest.labels(), messages, scores));
  }

  private static Map<String, Judged> judged(
      List<String> labels, List<LabelledMessage> messages, List<@Nullable Scored> scores) {
    Map<String, Judged> judged = new LinkedHashMap<>();
    for (int l = 0; l < labels.size(); l++) {
      Judged label = judged(labels.get(l), l, messages, scores);
      if (label.scores().length > 0) {
        judged.put(labels.get(l), label);
      }
    }
    return judged;
  }

  private static Judged judged(
      String name, int index, List<LabelledMessage> messages, List<@Nullable Scored> scores) {
    double[] values = new double[messages.size()];
    boolean[] truth = new boolean[messages.size()];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      Boolean known = messages.get(i).labels().get(name);
      Scored scored = scores.get(i);
      if (known != null && scored != null) {
        values[count] = scored.values()[index];
        truth[count++] = known;
      }
    }
    return new Judged(Arrays.copyOf(values, count), Arrays.copyOf(truth, count));
  }
}
