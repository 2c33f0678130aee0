package dev.rampart.ops.monitoring;

import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * {@code rampart run} in a process of its own beside a broker, with everything on that measures.
 */
final class MeasuredInstance implements AutoCloseable {
  static final String POLICY =
      """
      policy: calm
      version: 1
      state: live
      review_sample: 1
      budget: {actions: 5, window: P1D}
      rules:
        - id: only
          when: event.content_length > 0
          actions:
            - {kind: mute, duration: PT1H, notice: calm.muted}
      """;

  private static final String CONFIGURATION =
      """
      kafka: {bootstrap: '%s'}
      files: {models: '%s', policies: '%s', catalogue: '%s', lists: '%s', state: '%s'}
      decisionLog: {directory: '%s'}
      server:
        requestLog: {appenders: []}
        applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
        adminConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
      """;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path log;
  private final int servicePort;
  private final int adminPort;
  private final Process process;

  MeasuredInstance(Path folder) throws IOException {
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", bootstrap()))) {
      cluster.create(TopicPlan.all(topics.prefix()), 2, (short) 1);
    }
    log = folder.resolve("log");
    servicePort = freePort();
    adminPort = freePort();
    process = spawn(configuration(folder));
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /** The first metrics that hold what is asked for. */
  String metrics(Predicate<String> wanted) throws IOException, InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      String text = scrape();
      if (wanted.test(text) || System.nanoTime() > limit) {
        return text;
      }
      if (!process.isAlive()) {
        throw new AssertionError("the instance ended: " + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /** Calls the API, without a token. */
  void callApi() throws IOException, InterruptedException {
    var unused = get(servicePort, "/v1/me");
  }

  private String scrape() throws IOException, InterruptedException {
    try {
      return get(adminPort, "/metrics");
    } catch (ConnectException notYet) {
      return "";
    }
  }

  private String get(int port, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private Path configuration(Path folder) throws IOException {
    Sources shipped = Sources.shipped();
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve("calm.yml"), POLICY);
    return Files.writeString(
        folder.resolve("rampart.yml"),
        CONFIGURATION.formatted(
            bootstrap(),
            shipped.models().toAbsolutePath(),
            policies,
            shipped.catalogue().toAbsolutePath(),
            shipped.lists().toAbsolutePath(),
            folder.resolve("state"),
            folder.resolve("decision-log"),
            servicePort,
            adminPort));
  }

  private Process spawn(Path configuration) throws IOException {
    ProcessBuilder child =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--config",
                configuration.toString()));
    child.environment().put("ORT_DISABLE_TELEMETRY", "1");
    return child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    broker.close();
  }
}
