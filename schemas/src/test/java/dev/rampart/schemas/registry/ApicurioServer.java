package dev.rampart.schemas.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Apicurio registry as a child process, with its storage in memory, on a free port of the
 * loopback address.
 */
final class ApicurioServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI url;

  private ApicurioServer(Process process, URI url) {
    this.process = process;
    this.url = url;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  static ApicurioServer start(Path unpacked, Path log) throws Exception {
    int port = freePort();
    Process process =
        new ProcessBuilder(command(unpacked, port))
            .directory(unpacked.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ApicurioServer server =
        new ApicurioServer(process, URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7"));
    try {
      server.awaitReady(log);
      return server;
    } catch (Exception failed) {
      server.close();
      throw failed;
    }
  }

  URI url() {
    return url;
  }

  /** Sets the compatibility level of one subject. */
  void setCompatibility(String subject, String level) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/config/" + subject))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"compatibility\": \"" + level + "\"}"))
            .build();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("the compatibility level was not set: status " + status);
    }
  }

  private void awaitReady(Path log) throws Exception {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        throw new IOException("the registry did not start:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static List<String> command(Path unpacked, int port) throws IOException {
    try (Stream<Path> files = Files.list(unpacked)) {
      Path runner =
          files.filter(f -> f.toString().endsWith("-runner.jar")).findFirst().orElseThrow();
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx384m",
          "-Dquarkus.http.host=127.0.0.1",
          "-Dquarkus.http.port=" + port,
          "-Dapicurio.storage.kind=sql",
          "-Dapicurio.storage.sql.kind=h2",
          "-jar",
          runner.toAbsolutePath().toString());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
