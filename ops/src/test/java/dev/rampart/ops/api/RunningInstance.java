package dev.rampart.ops.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.RateLimit;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.http.Authorities;
import dev.rampart.ops.http.TestCertificate;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import io.dropwizard.core.server.DefaultServerFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instance with its service, as a process would run it, and the hands of those who ask it. */
final class RunningInstance implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final OneTimeToken VIEWER = OneTimeToken.create("viewer", Role.VIEWER);

  final String address;
  final Instance instance;
  final ApiParts parts;
  private final OneTimeToken token;
  private final HttpClient http;
  private final String scheme;
  private final Meters meters = new Meters();
  private final Api api;
  private final OpsService service;
  private boolean closed;

  private RunningInstance(
      PipelineSettings settings,
      Map<String, Object> client,
      Sources sources,
      SchemaRegistry registry,
      OneTimeToken token,
      Optional<TestCertificate> certificate)
      throws IOException {
    int port = freePort();
    this.scheme = certificate.isPresent() ? "https" : "http";
    this.http =
        certificate
            .map(shown -> trusting(shown).context())
            .map(context -> HttpClient.newBuilder().sslContext(context).build())
            .orElseGet(HttpClient::newHttpClient);
    this.token = token;
    this.address = "127.0.0.1:" + port;
    PipelineSettings advertised = settings.advertising(address);
    instance = Instance.start(advertised, sources, registry, meters.registry(), () -> {});
    parts =
        new ApiParts(
            advertised,
            sources,
            client,
            registry,
            meters.registry(),
            instance,
            Optional.empty(),
            new Mask(),
            certificate
                .map(shown -> Interconnect.encrypted(trusting(shown)))
                .orElseGet(Interconnect::plain));
    api = Api.over(parts);
    service =
        OpsService.start(
            configuration(port, certificate),
            new Access(Access.of(token.entry(), VIEWER.entry()).authority(), new RateLimit(10_000)),
            meters.registry(),
            instance::health,
            api.resources());
  }

  private static Authorities trusting(TestCertificate certificate) {
    return Authorities.in(certificate.authorities());
  }

  private static RampartConfiguration configuration(
      int port, Optional<TestCertificate> certificate) {
    RampartConfiguration configuration = RampartConfiguration.onPorts(port, 0);
    certificate.ifPresent(
        shown ->
            ((DefaultServerFactory) configuration.getServerFactory())
                .setApplicationConnectors(List.of(shown.connector(port))));
    return configuration;
  }

  static RunningInstance start(
      PipelineSettings settings,
      Map<String, Object> client,
      Sources sources,
      SchemaRegistry registry,
      OneTimeToken token,
      Optional<TestCertificate> certificate)
      throws IOException {
    return new RunningInstance(settings, client, sources, registry, token, certificate);
  }

  void awaitRunning() throws InterruptedException {
    instance.awaitRunning(LIMIT);
  }

  /** Token of somebody who may do everything. */
  String token() {
    return token.text();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** The same as somebody who may see no ids. */
  HttpResponse<String> getAsViewer(String path) throws Exception {
    HttpRequest request =
        request(path).setHeader("Authorization", "Bearer " + VIEWER.text()).build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Answers nobody any more; the pipeline goes on and keeps its partitions. */
  void fallSilent() {
    service.close();
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://" + address + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token.text());
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** As a process that is told to stop: the service first, then the pipeline. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      service.close();
      api.close();
      instance.close();
      meters.close();
    }
  }
}
