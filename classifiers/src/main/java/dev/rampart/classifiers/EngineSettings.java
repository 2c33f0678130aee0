package dev.rampart.classifiers;

import java.time.Duration;
import java.util.List;

/**
 * How an engine serves models.
 *
 * @param assignments which versions in which roles; empty for the newest version of every model,
 *     live
 * @param workers threads for each kind of input, at least 1
 * @param queueCapacity requests that may wait for each kind of input before {@link Scorer#submit}
 *     blocks, at least 1
 * @param deadline after which a request that still waits is given up
 * @param runLimit after which a run is taken for hung
 * @param rest for which a model that failed is not asked
 * @param fused whether linear text models that read alike are run as one
 */
public record EngineSettings(
    List<Assignment> assignments,
    int workers,
    int queueCapacity,
    Duration deadline,
    Duration runLimit,
    Duration rest,
    boolean fused) {

  /**
   * A version and its role.
   *
   * @param id which version
   * @param role what its scores are used for
   * @param share of the subjects that a canary takes, 0 to 1; of no meaning in other roles
   */
  public record Assignment(ModelId id, ModelRole role, double share) {
    public Assignment {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share of " + id + ": found " + share + ", allowed 0 to 1");
      }
    }

    public static Assignment live(ModelId id) {
      return new Assignment(id, ModelRole.LIVE, 1);
    }

    public static Assignment shadow(ModelId id) {
      return new Assignment(id, ModelRole.SHADOW, 1);
    }

    public static Assignment canary(ModelId id, double share) {
      return new Assignment(id, ModelRole.CANARY, share);
    }
  }

  public EngineSettings {
    assignments = List.copyOf(assignments);
    if (workers < 1) {
      throw new IllegalArgumentException("workers: found " + workers + ", allowed 1 and more");
    }
    if (queueCapacity < 1) {
      throw new IllegalArgumentException(
          "queue capacity: found " + queueCapacity + ", allowed 1 and more");
    }
  }

  /**
   * The newest version of each model, one worker for two cores, 8,192 waiting requests, 30 s to
   * wait, 10 s for a run and 30 s of rest.
   */
  public static EngineSettings defaults() {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new EngineSettings(
        List.of(),
        workers,
        8192,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        true);
  }

  public EngineSettings withAssignments(List<Assignment> wanted) {
    return new EngineSettings(wanted, workers, queueCapacity, deadline, runLimit, rest, fused);
  }

  public EngineSettings withWorkers(int wanted) {
    return new EngineSettings(assignments, wanted, queueCapacity, deadline, runLimit, rest, fused);
  }

  public EngineSettings withQueueCapacity(int wanted) {
    return new EngineSettings(assignments, workers, wanted, deadline, runLimit, rest, fused);
  }

  public EngineSettings withLimits(Duration newDeadline, Duration newRunLimit) {
    return new EngineSettings(
        assignments, workers, queueCapacity, newDeadline, newRunLimit, rest, fused);
  }

  public EngineSettings withRest(Duration wanted) {
    return new EngineSettings(
        assignments, workers, queueCapacity, deadline, runLimit, wanted, fused);
  }

  public EngineSettings withFused(boolean wanted) {
    return new EngineSettings(
        assignments, workers, queueCapacity, deadline, runLimit, rest, wanted);
  }
}
