package dev.rampart.ops.replay;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.decisions.DecisionLogSettings;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.decisions.FeatureNames;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.pipeline.Accounting;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.summary.Outcomes;
import dev.rampart.ops.summary.Summary;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One replay. The whole file is written before the pipeline starts: so Kafka Streams knows what
 * waits on every input and takes it in the order of the file, and the same file decides the same.
 */
final class Replay {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

  private final ReplayPlan plan;
  private final Consumer<String> notes;
  private final InputIndex index = new InputIndex();
  private EarlierRun earlier = EarlierRun.NONE;

  /**
   * @param plan what to do
   * @param notes told what is going on
   */
  Replay(ReplayPlan plan, Consumer<String> notes) {
    this.plan = plan;
    this.notes = notes;
  }

  Summary run() throws Exception {
    if (plan.bootstrap().isPresent()) {
      return runOn(plan.bootstrap().get());
    }
    notes.accept("starting a Kafka broker in this process");
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      return runOn(broker.bootstrap());
    }
  }

  private Summary runOn(String bootstrap) throws Exception {
    String id = "rampart-replay-" + Long.toHexString(System.nanoTime());
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    Topics topics = new Topics(id + ".");
    try (TemporaryFolder state = TemporaryFolder.create("rampart-state-");
        OwnTopics created = OwnTopics.create(client, topics, id);
        SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, topics.schemas(), BROKER_DEFAULT, START_LIMIT)) {
      PipelineSettings settings =
          PipelineSettings.defaults(bootstrap, state.path()).with(topics).as(id, state.path());
      return replay(settings, client, registry);
    }
  }

  private Summary replay(
      PipelineSettings settings, Map<String, Object> client, SchemaRegistry registry)
      throws Exception {
    Outcomes outcomes = new Outcomes(Optional.empty());
    OutcomeTopics outputs = OutcomeTopics.under(settings.topics().prefix());
    Sources sources = Sources.shipped(plan.policies());
    try (LoadedParts parts = load(sources, registry);
        OutcomeFiles files =
            new OutcomeFiles(
                outcomes, parts.parts().catalogue().names(), plan.decisions(), plan.actions());
        OutcomeReader reader =
            new OutcomeReader(client, outputs, registry, new Accounting(index, files))) {
      long start = System.nanoTime();
      long broken = write(settings.topics(), client, registry);
      if (plan.restraints().isPresent()) {
        RestraintFile.read(plan.restraints().get())
            .write(client, settings.topics().control(), registry);
      }
      try (Instance instance = Instance.start(settings, parts);
          GroupProgress progress = new GroupProgress(client, settings.applicationId())) {
        instance.awaitRunning(START_LIMIT);
        List<String> own =
            List.of(settings.topics().sightings(), settings.topics().findings().name());
        reader.readUntil(
            () ->
                progress.hasReached(index.ends())
                    && progress.hasDrained(own)
                    && progress.areSettled(outputs.all()),
            IDLE_LIMIT);
      }
      log(settings, client, registry, parts);
      InputIndex.Account account = index.account();
      return outcomes.summary(
          account.total() + broken, account.repeats(), account.missing(), start);
    }
  }

  /** Logs the decisions, all of which are committed by now. */
  private void log(
      PipelineSettings settings,
      Map<String, Object> client,
      SchemaRegistry registry,
      LoadedParts parts)
      throws InterruptedException {
    if (plan.log().isPresent()) {
      DecisionLogger.start(
              client,
              settings.topics().decisions().name(),
              registry,
              DecisionLogSettings.in(plan.log().get()),
              FeatureNames.of(parts.parts().catalogue()),
              new SimpleMeterRegistry())
          .finish();
    }
  }

  private LoadedParts load(Sources sources, SchemaRegistry registry) throws IOException {
    LoadedParts parts = LoadedParts.load(sources, registry, new SimpleMeterRegistry());
    if (plan.served().isEmpty()) {
      return parts;
    }
    try {
      earlier = EarlierRun.read(plan.served().get(), parts.parts().catalogue());
      return new LoadedParts(
          parts.parts().serving(earlier.values()), parts.lists(), parts.models());
    } catch (IOException | RuntimeException unusable) {
      parts.close();
      throw unusable;
    }
  }

  private long write(Topics topics, Map<String, Object> client, SchemaRegistry registry)
      throws Exception {
    Path input = plan.input();
    try (EventFile file = EventFile.open(input);
        FileProducer producer =
            new FileProducer(client, topics, registry, input, earlier, index::written)) {
      long broken = producer.writeAll(file);
      notes.accept("%,d events written, %,d broken lines".formatted(index.total(), broken));
      return broken;
    }
  }
}
