package dev.rampart.ops.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.RateLimit;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.access.TokenBook;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicySeeds;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A broker, one instance of the pipeline with the shipped policies, and its API. */
public final class ServedInstance implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLS_A_SECOND = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Role, OneTimeToken> tokens = new EnumMap<>(Role.class);
  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final Meters meters = new Meters();
  private final SchemaRegistry registry;
  private final ApiParts parts;
  private final Api api;
  private final OpsService service;

  /**
   * @param folder for the state of the pipeline
   */
  public ServedInstance(Path folder) throws InterruptedException {
    this(folder, Optional.empty());
  }

  /**
   * @param folder for the state of the pipeline
   * @param decisionLog folder of a decision log that somebody writes
   */
  public ServedInstance(Path folder, Optional<Path> decisionLog) throws InterruptedException {
    Arrays.stream(Role.values())
        .forEach(role -> tokens.put(role, OneTimeToken.create("the-" + role.word(), role)));
    PipelineSettings settings = PipelineSettings.defaults(broker.bootstrap(), folder);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    Topics topics = settings.topics();
    createTopics(client, topics);
    registry = KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT);
    Sources sources = Sources.shipped();
    Runnable seeds =
        () -> PolicySeeds.publish(client, topics, registry, sources.policies(), note -> {});
    Instance instance = Instance.start(settings, sources, registry, meters.registry(), seeds);
    instance.awaitRunning(LIMIT);
    parts =
        new ApiParts(
            settings,
            sources,
            client,
            registry,
            meters.registry(),
            instance,
            decisionLog,
            new Mask(),
            Interconnect.plain());
    api = Api.over(parts);
    service = start(instance);
  }

  private static void createTopics(Map<String, Object> client, Topics topics) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), 2, (short) 1);
    }
  }

  private OpsService start(Instance instance) {
    TokenBook book = new TokenBook(tokens.values().stream().map(OneTimeToken::entry).toList());
    return OpsService.start(
        RampartConfiguration.onPorts(0, 0),
        new Access(book, new RateLimit(CALLS_A_SECOND)),
        meters.registry(),
        instance::health,
        api.resources());
  }

  /** What the API stands on. */
  public ApiParts parts() {
    return parts;
  }

  /** Address of the API. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + service.servicePort());
  }

  /** Token of somebody with this role; the name is {@code the-} and the role. */
  public String token(Role role) {
    return Objects.requireNonNull(tokens.get(role)).text();
  }

  /** Reads something as somebody with this role. */
  public HttpResponse<String> get(Role role, String path) throws Exception {
    return call("GET", path, token(role), null);
  }

  /** Sends something as somebody with this role. */
  public HttpResponse<String> send(Role role, String method, String path, String body)
      throws Exception {
    return call(method, path, token(role), body);
  }

  /** Makes a call, without a token where it is null. */
  public HttpResponse<String> call(
      String method, String path, @Nullable String token, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** The body of an answer. */
  public static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    service.close();
    api.close();
    parts.instance().close();
    registry.close();
    meters.close();
    broker.close();
  }
}
