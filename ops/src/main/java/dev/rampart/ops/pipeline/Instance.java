package dev.rampart.ops.pipeline;

import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.service.Health;
import dev.rampart.ops.serving.ModelKeeper;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.Parts;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.PipelineSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;

/** A running pipeline with all its parts; closing it finishes and commits what is in flight. */
public final class Instance implements AutoCloseable {
  private static final String NAME = ManagementFactory.getRuntimeMXBean().getName();

  private final LoadedParts parts;
  private final Pipeline pipeline;
  private boolean closed;

  private Instance(LoadedParts parts, Pipeline pipeline) {
    this.parts = parts;
    this.pipeline = pipeline;
  }

  /**
   * Loads the parts and starts the stream threads; returns before they run.
   *
   * @param beforeStart done when the parts are known to be good
   * @throws CommandFailure with everything that is wrong with models, catalogue or policies
   */
  public static Instance start(
      PipelineSettings settings,
      Sources sources,
      SchemaRegistry registry,
      MeterRegistry meters,
      Runnable beforeStart) {
    LoadedParts parts = LoadedParts.load(sources, registry, meters);
    try {
      beforeStart.run();
      return start(settings, parts);
    } catch (RuntimeException failure) {
      parts.close();
      throw failure;
    }
  }

  /** Starts the stream threads on parts that are closed with the instance. */
  public static Instance start(PipelineSettings settings, LoadedParts parts) {
    Pipeline pipeline = new Pipeline(settings, parts.parts());
    pipeline.start();
    parts.models().followApart();
    return new Instance(parts, pipeline);
  }

  /** Waits until the pipeline processes; a pipeline that does not get there is a failure. */
  public void awaitRunning(Duration limit) throws InterruptedException {
    if (!pipeline.awaitRunning(limit)) {
      throw CommandFailure.failed(
          pipeline
              .failure()
              .map(failure -> "the pipeline stopped: " + rootMessage(failure))
              .orElse("the pipeline did not start within " + limit.toSeconds() + " s"));
    }
  }

  /** Waits until the pipeline has stopped; one that stopped by a failure is reported as it. */
  public void awaitStopped() throws InterruptedException {
    pipeline.awaitStopped();
    pipeline
        .failure()
        .ifPresent(
            failure -> {
              throw CommandFailure.failed("the pipeline stopped: " + rootMessage(failure), failure);
            });
  }

  /** The pipeline, to be looked into. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** What the pipeline is made from. */
  public Parts parts() {
    return parts.parts();
  }

  /** Names of the features, in the catalogue's order. */
  public List<String> featureNames() {
    return parts.parts().catalogue().names();
  }

  /** Version of the catalogue. */
  public String catalogueVersion() {
    return parts.parts().catalogue().version();
  }

  /** What policies may name here. */
  public PolicyVocabulary vocabulary() {
    return parts.parts().vocabulary();
  }

  /** The models that are served now, in the order of every event's scores. */
  public List<ServedModel> models() {
    return parts.parts().scorer().models();
  }

  /** Who sees to it that the versions of models serve that should. */
  public ModelKeeper modelKeeper() {
    return parts.models();
  }

  /** What an on-call engineer should know about the models, a sentence each. */
  public List<String> concerns() {
    List<String> concerns = new ArrayList<>(parts.parts().scorer().concerns());
    concerns.addAll(parts.models().concerns());
    return concerns;
  }

  /** What tells this instance from the others. */
  public String name() {
    return NAME;
  }

  /** Stops processing; see {@link Pipeline#pause}. */
  public void pause() {
    pipeline.pause();
  }

  /** Goes on after {@link #pause}. */
  public void resume() {
    pipeline.resume();
  }

  /** For probes. */
  public Health health() {
    State state = pipeline.state();
    boolean dead = state == State.ERROR || state == State.PENDING_ERROR;
    return new Health(!dead, state == State.RUNNING, described(state));
  }

  private String described(State state) {
    List<String> concerns = concerns();
    String now = pipeline.isPaused() && state == State.RUNNING ? "PAUSED" : state.name();
    return concerns.isEmpty() ? now : now + "; " + String.join("; ", concerns);
  }

  /** Whoever comes second waits until the first is through. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      pipeline.close();
      parts.close();
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
