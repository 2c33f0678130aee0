package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All of {@code rampart.yml}. Every setting but {@code kafka.bootstrap} has a default. None is read
 * again while the program runs. {@code server}, {@code logging} and {@code health} are Dropwizard's
 * own sections; the server listens on 127.0.0.1 unless told otherwise.
 */
public final class RampartConfiguration extends Configuration {
  private static final int SERVICE_PORT = 8080;
  private static final int ADMIN_PORT = 8081;

  @JsonProperty @NotNull @Valid private KafkaConfiguration kafka = new KafkaConfiguration();
  @JsonProperty @NotNull @Valid private TopicsConfiguration topics = new TopicsConfiguration();
  @JsonProperty @NotNull @Valid private IngestConfiguration ingest = new IngestConfiguration();
  @JsonProperty @NotNull @Valid private StreamsConfiguration streams = new StreamsConfiguration();

  @JsonProperty @NotNull @Valid private RetentionConfiguration retention = new RetentionConfiguration();

  @JsonProperty @NotNull @Valid private FilesConfiguration files = new FilesConfiguration();

  @JsonProperty @Valid private @Nullable DecisionLogConfiguration decisionLog;

  @JsonProperty @NotNull @Valid private RegistryConfiguration schemaRegistry = new RegistryConfiguration();

  @JsonProperty @NotNull @Valid private AccessConfiguration access = new AccessConfiguration();
  @JsonProperty @NotNull @Valid private HopConfiguration hop = new HopConfiguration();

  public RampartConfiguration() {
    this(SERVICE_PORT, ADMIN_PORT);
  }

  private RampartConfiguration(int servicePort, int adminPort) {
    DefaultServerFactory server = new DefaultServerFactory();
    server.setApplicationConnectors(List.of(loopback(servicePort)));
    server.setAdminConnectors(List.of(loopback(adminPort)));
    server.setRequestLogFactory(silent());
    setServerFactory(server);
  }

  /** All defaults, with the ops service on these ports of 127.0.0.1. */
  public static RampartConfiguration onPorts(int servicePort, int adminPort) {
    return new RampartConfiguration(servicePort, adminPort);
  }

  /** How to reach Kafka. */
  public KafkaConfiguration kafka() {
    return kafka;
  }

  /** How topics are called. */
  public TopicsConfiguration topics() {
    return topics;
  }

  /** What is let in. */
  public IngestConfiguration ingest() {
    return ingest;
  }

  /** {@code HOST:PORT} under which others reach the service; empty where its port is any. */
  public Optional<String> advertised() {
    return streams.advertised().or(this::loopback);
  }

  private Optional<String> loopback() {
    return door()
        .map(HttpConnectorFactory::getPort)
        .filter(port -> port > 0)
        .map(port -> "127.0.0.1:" + port);
  }

  /** Whether the service speaks https on the connector that the other instances are told. */
  public boolean isEncrypted() {
    return door().filter(HttpsConnectorFactory.class::isInstance).isPresent();
  }

  private Optional<HttpConnectorFactory> door() {
    return getServerFactory() instanceof DefaultServerFactory server
        ? server.getApplicationConnectors().stream()
            .filter(HttpConnectorFactory.class::isInstance)
            .map(HttpConnectorFactory.class::cast)
            .findFirst()
        : Optional.empty();
  }

  /** How Kafka Streams runs. */
  public StreamsConfiguration streams() {
    return streams;
  }

  /** How long idle accounts are kept. */
  public RetentionConfiguration retention() {
    return retention;
  }

  /** Where models, policies, the catalogue and state lie. */
  public FilesConfiguration files() {
    return files;
  }

  /** Where schema ids come from. */
  public RegistryConfiguration schemaRegistry() {
    return schemaRegistry;
  }

  /** Where decisions are logged; empty when they are not. */
  public Optional<DecisionLogConfiguration> decisionLog() {
    return Optional.ofNullable(decisionLog);
  }

  /** Who is let in over HTTP; nobody unless told otherwise. */
  public AccessConfiguration access() {
    return access;
  }

  /** How instances ask each other. */
  public HopConfiguration hop() {
    return hop;
  }

  private static LogbackAccessRequestLogFactory silent() {
    LogbackAccessRequestLogFactory requests = new LogbackAccessRequestLogFactory();
    requests.setAppenders(List.of());
    return requests;
  }

  private static HttpConnectorFactory loopback(int port) {
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setPort(port);
    connector.setBindHost("127.0.0.1");
    return connector;
  }
}
