package dev.rampart.ops.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Open;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.config.ConfigurationReader;
import dev.rampart.ops.config.RampartConfiguration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpsServiceTest {
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health(true, true, "RUNNING"));
  @TempDir private java.nio.file.Path folder;

  @Test
  void shouldServeMetricsForPrometheusOnTheAdminPort() throws Exception {
    try (Meters meters = new Meters();
        OpsService service = start(0, meters)) {
      meters.registry().counter("rampart.test").increment();
      HttpResponse<String> answer = get(service.adminPort(), "/metrics");
      assertThat(answer.body()).contains("rampart_test_total 1.0", "jvm_memory_used_bytes");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain");
    }
  }

  @Test
  void shouldTellLivenessFromReadiness() throws Exception {
    try (Meters meters = new Meters();
        OpsService service = start(0, meters)) {
      assertThat(get(service.adminPort(), "/readyz").statusCode()).isEqualTo(200);
      health.set(new Health(true, false, "REBALANCING"));
      assertThat(get(service.adminPort(), "/livez").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(service.adminPort(), "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualToIgnoringNewLines("REBALANCING");
      HttpResponse<String> check = get(service.adminPort(), "/healthcheck");
      assertThat(check.statusCode()).isEqualTo(500);
      assertThat(check.body()).contains("pipeline", "REBALANCING");
    }
  }

  @Test
  void shouldServeItsResourcesOnTheServicePort() throws Exception {
    try (Meters meters = new Meters();
        OpsService service = start(0, meters)) {
      assertThat(get(service.servicePort(), "/hello").body()).isEqualTo("hello");
    }
  }

  @Test
  void shouldSayThatAPortIsTaken() throws IOException {
    try (Meters meters = new Meters();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandFailure failure =
          catchThrowableOfType(
              CommandFailure.class, () -> start(taken.getLocalPort(), meters).close());
      assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(failure).hasMessageContaining(":" + taken.getLocalPort());
    }
  }

  private OpsService start(int port, Meters meters) throws IOException {
    java.nio.file.Path file = folder.resolve("rampart.yml");
    Files.writeString(
        file,
        """
        kafka: {bootstrap: 'a:1'}
        server:
          requestLog: {appenders: []}
          applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
          adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
        """
            .formatted(port));
    RampartConfiguration configuration = new ConfigurationReader(Map.of()).read(file);
    return OpsService.start(
        configuration, Access.of(), meters.registry(), health::get, List.of(new HelloResource()));
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A resource as the console will have them. */
  @Path("/hello")
  public static final class HelloResource {
    @GET
    @Open
    public String hello() {
      return "hello";
    }
  }
}
