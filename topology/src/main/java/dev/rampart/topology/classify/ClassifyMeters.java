package dev.rampart.topology.classify;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.Missing.Cause;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.ServedModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which scores could not be had, and how long commits wait for scores. Confined to the stream
 * thread of its task.
 */
final class ClassifyMeters {
  private static final Duration[] WAITS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final MeterRegistry meters;
  private final Timer barrier;
  private final Map<String, Map<Cause, Counter>> missing = new HashMap<>();

  /**
   * @param models that are asked: their counters begin at 0
   */
  ClassifyMeters(List<ServedModel> models, MeterRegistry meters) {
    this.meters = meters;
    models.forEach(model -> show(model.id().name()));
    this.barrier =
        Timer.builder("rampart.commit.barrier")
            .description("Time that a commit waited for the scores of a task, where any was due")
            .serviceLevelObjectives(WAITS)
            .register(meters);
  }

  /** Takes the time of what a commit waits for. */
  void time(Runnable drain) {
    barrier.record(drain);
  }

  /** Counts those of an event's scores that are missing. */
  void count(List<ModelScore> scores) {
    for (ModelScore score : scores) {
      if (score instanceof Missing absent) {
        counter(absent.model().id().name(), absent.cause()).increment();
      }
    }
  }

  private void show(String model) {
    for (Cause cause : Cause.values()) {
      var unused = counter(model, cause);
    }
  }

  private Counter counter(String model, Cause cause) {
    return missing
        .computeIfAbsent(model, first -> new EnumMap<>(Cause.class))
        .computeIfAbsent(cause, first -> registered(model, first));
  }

  private Counter registered(String model, Cause cause) {
    return Counter.builder("rampart.scores.missing")
        .description("Scores that a model was asked for and did not give, by cause")
        .tag("model", model)
        .tag("cause", cause.spelling())
        .register(meters);
  }
}
