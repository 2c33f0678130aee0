package dev.rampart.ops.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsClientTest {
  private final List<String> seen = new ArrayList<>();
  private HttpServer server;
  private OpsClient client;
  private int status = 200;
  private String answer = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          seen.add(call.getRequestMethod() + " " + call.getRequestURI());
          seen.add(call.getRequestHeaders().getFirst("Authorization"));
          seen.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().set("Content-Type", type());
          call.sendResponseHeaders(status, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    server.start();
    client =
        new OpsClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "secret");
  }

  private String type() {
    return status == 200 ? "application/json" : "application/problem+json";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private CommandFailure failure() {
    return catchThrowableOfType(
        CommandFailure.class,
        () -> ServerCommand.explained(() -> client.get("/v1/x", JsonNode.class)));
  }

  private static String problem(int status, String detail, String problems) {
    return "{\"type\": \"about:blank\", \"title\": \"t\", \"status\": %d, \"detail\": \"%s\", \"problems\": %s}"
        .formatted(status, detail, problems);
  }

  @Test
  void shouldShowItsTokenAndKeepKeysInOnePiece() {
    answer = "{\"a\": 1}";
    String path = Paths.of("v1", "stores", "control-facts", "keys", "SNOOZE/user:a b%");

    assertThat(
            client
                .get(path + Paths.query(Map.of("after", "3:x&y")), JsonNode.class)
                .get("a")
                .asInt())
        .isEqualTo(1);
    assertThat(seen.get(0))
        .isEqualTo("GET /v1/stores/control-facts/keys/SNOOZE/user%3Aa%20b%25?after=3%3Ax%26y");
    assertThat(seen.get(1)).isEqualTo("Bearer secret");
  }

  @Test
  void shouldSendNamesInSnakeCase() {
    record Change(String reason, boolean dryRun) {}

    var unused = client.send("POST", "/v1/x", new Change("why", true), JsonNode.class);

    assertThat(seen.get(2)).isEqualTo("{\"reason\":\"why\",\"dry_run\":true}");
  }

  @Test
  void shouldTellEverythingThatIsWrongWithTheInput() {
    status = 422;
    answer = problem(422, "a; b", "[\"a\", \"b\"]");

    assertThat(failure().problems()).containsExactly("a", "b");
    assertThat(failure().exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void shouldTellWhyTheServiceRefuses() {
    status = 503;
    answer = problem(503, "being restored", "[]");

    assertThat(failure().problems()).containsExactly("being restored");
    assertThat(failure().exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void shouldSayThatSomethingElseAnswers() {
    answer = "<html>";

    assertThat(failure().problems().get(0)).contains("does not answer as a Rampart service does");
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    server.stop(0);

    assertThat(failure().problems().get(0)).contains("cannot be reached", "--server");
  }
}
