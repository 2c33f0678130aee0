package dev.rampart.ops.run;

import dev.rampart.ops.access.Mask;
import dev.rampart.ops.api.ApiParts;
import dev.rampart.ops.config.DecisionLogConfiguration;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.decisions.DecisionLogSettings;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.decisions.FeatureNames;
import dev.rampart.ops.http.Authorities;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.service.Meters;
import dev.rampart.schemas.registry.HttpSchemaRegistry;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.StreamsTuning.GroupProtocol;
import dev.rampart.topology.classify.ClassifyLimits;
import dev.rampart.topology.features.RepeatWindow;
import dev.rampart.topology.ingest.IngestLimits;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;

/** Turns the configuration file into what the parts of the program take. */
final class Wiring {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(20);

  private Wiring() {}

  /**
   * Opens the registry and makes the schemas of the outputs known to it, so that a registry that
   * cannot be used shows at the start and not at the first record.
   */
  static SchemaRegistry registry(RampartConfiguration configuration) {
    SchemaRegistry registry = open(configuration);
    try {
      Topics topics = topics(configuration);
      Stream.of(
              topics.decisions(),
              topics.messageActions(),
              topics.userActions(),
              topics.review(),
              topics.audit())
          .forEach(topic -> register(registry, topic));
      return registry;
    } catch (RuntimeException unusable) {
      registry.close();
      throw unusable;
    }
  }

  private static void register(SchemaRegistry registry, Topic<?> topic) {
    var unused =
        registry.register(topic.schemaSubject(), SpecificData.get().getSchema(topic.value()));
  }

  private static SchemaRegistry open(RampartConfiguration configuration) {
    return configuration
        .schemaRegistry()
        .server()
        .<SchemaRegistry>map(HttpSchemaRegistry::new)
        .orElseGet(
            () ->
                KafkaSchemaRegistry.open(
                    configuration.kafka().client(),
                    topics(configuration).schemas(),
                    BROKER_DEFAULT,
                    REGISTRY_LIMIT));
  }

  /** Starts the decision log where one is configured. */
  static Optional<DecisionLogger> decisionLog(
      RampartConfiguration configuration, SchemaRegistry registry, MeterRegistry meters) {
    return configuration
        .decisionLog()
        .map(
            log ->
                DecisionLogger.start(
                    configuration.kafka().client(),
                    topics(configuration).decisions().name(),
                    registry,
                    DecisionLogSettings.in(log.directory())
                        .with(log.retention(), log.includeText()),
                    FeatureNames.of(LoadedParts.catalogue(sources(configuration))),
                    meters));
  }

  static ApiParts apiParts(
      RampartConfiguration configuration,
      SchemaRegistry registry,
      Meters meters,
      Instance instance) {
    return new ApiParts(
        settings(configuration),
        sources(configuration),
        configuration.kafka().client(),
        registry,
        meters.registry(),
        instance,
        configuration.decisionLog().map(DecisionLogConfiguration::directory),
        new Mask(),
        interconnect(configuration));
  }

  /** As the connector of the service says, which is the same on every instance. */
  private static Interconnect interconnect(RampartConfiguration configuration) {
    if (!configuration.isEncrypted()) {
      return Interconnect.plain();
    }
    return configuration
        .hop()
        .authorities()
        .map(pem -> Interconnect.encrypted(Authorities.in(pem)))
        .orElseGet(Interconnect::encrypted);
  }

  static Sources sources(RampartConfiguration configuration) {
    return new Sources(
        configuration.files().models(),
        configuration.files().policies(),
        configuration.files().catalogue(),
        configuration.files().lists());
  }

  static PipelineSettings settings(RampartConfiguration configuration) {
    PipelineSettings settings =
        new PipelineSettings(
            topics(configuration),
            configuration.streams().applicationId(),
            configuration.files().state(),
            ingest(configuration),
            new RepeatWindow(configuration.ingest().repeatWindow(), RepeatWindow.DEFAULT.count()),
            ClassifyLimits.defaults(),
            tuning(configuration),
            client(configuration),
            configuration.streams().properties(),
            configuration.retention().retention());
    return configuration.advertised().map(settings::advertising).orElse(settings);
  }

  private static Topics topics(RampartConfiguration configuration) {
    return new Topics(configuration.topics().prefix());
  }

  private static IngestLimits ingest(RampartConfiguration configuration) {
    IngestLimits defaults = IngestLimits.defaults();
    return new IngestLimits(
        configuration.ingest().maxEventBytes(),
        configuration.ingest().maxContentLength(),
        defaults.listLength(),
        defaults.idLength(),
        configuration.ingest().clockSkew(),
        defaults.maximumAge());
  }

  private static StreamsTuning tuning(RampartConfiguration configuration) {
    return new StreamsTuning(
        configuration.streams().threads(),
        configuration.streams().commitInterval(),
        GroupProtocol.valueOf(configuration.streams().groupProtocol().toUpperCase(Locale.ROOT)),
        configuration.streams().standbyReplicas(),
        configuration.streams().stateMemoryBytes());
  }

  private static Map<String, String> client(RampartConfiguration configuration) {
    Map<String, String> client = new HashMap<>();
    configuration.kafka().client().forEach((name, value) -> client.put(name, value.toString()));
    return client;
  }
}
