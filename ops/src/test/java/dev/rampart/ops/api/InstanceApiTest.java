package dev.rampart.ops.api;

import static dev.rampart.ops.api.ServedInstance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.Main;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does to a running instance, over HTTP and from the command line. */
class InstanceApiTest {
  private static final String APPLY = "{\"reason\": \"maintenance\", \"dry_run\": false}";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static ServedInstance served;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedInstance(folder.resolve("state"));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  @Test
  void shouldDecideNothingWhilePausedAndAllOfItAfterwards() throws Exception {
    assertThat(post("before", 10_000).statusCode()).isEqualTo(200);
    HttpResponse<String> paused = served.send(Role.OPERATOR, "POST", "/v1/pause", APPLY);
    assertThat(json(paused).get("state").asText()).startsWith("PAUSED");
    assertThat(served.parts().instance().health().ready()).isTrue();
    assertThat(json(served.get(Role.VIEWER, "/v1/overview")).get("concerns").toString())
        .contains("paused");
    assertThat(served.parts().meters().scrape()).contains("rampart_instance_paused 1");
    HttpResponse<String> waits = post("meanwhile", 500);
    assertThat(waits.statusCode()).isEqualTo(202);
    assertThat(waits.headers().firstValue("Location").orElseThrow())
        .endsWith("/v1/decisions/meanwhile");

    HttpResponse<String> resumed = served.send(Role.OPERATOR, "POST", "/v1/resume", APPLY);
    assertThat(json(resumed).get("state").asText()).startsWith("RUNNING");
    assertThat(post("meanwhile", 10_000).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> post(String id, int wait) throws Exception {
    String event =
        """
        {"type": "message", "message_id": "%s", "author_id": "ann", "content": "hello",
         "sent_at": "%s"}
        """
            .formatted(id, Instant.now());
    return served.send(Role.OPERATOR, "POST", "/v1/events?wait_ms=" + wait, event);
  }

  @Test
  void shouldOnlySayWhatWouldHappenUnlessToldToApply() throws Exception {
    CommandLineRun run = run("pause", "--reason", "maintenance");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("would be PAUSED");
    assertThat(served.parts().instance().health().state()).startsWith("RUNNING");
  }

  @Test
  void shouldChangeHowMuchIsLoggedAndSayIt() throws Exception {
    CommandLineRun run =
        run(
            "log-levels",
            "--logger",
            "dev.rampart.some",
            "--level",
            "debug",
            "--reason",
            "to look");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run("log-levels").out()).contains("DEBUG  dev.rampart.some");
    CommandLineRun wrong =
        run("log-levels", "--logger", "dev.rampart.some", "--level", "loud", "--reason", "to look");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("found LOUD; allowed: OFF, ERROR");
    CommandLineRun telling =
        run("log-levels", "--logger", "org.eclipse", "--level", "debug", "--reason", "to look");
    assertThat(telling.err()).contains("write tokens");
    CommandLineRun audit = run("audit", "list", "--entity", "logger:dev.rampart.some");
    assertThat(audit.out()).contains("the-operator", "log.level", "level=DEBUG");
  }

  @Test
  void shouldVerifyTheAuditThroughTheService() throws Exception {
    CommandLineRun run = run("audit", "verify");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("as written");
  }

  @Test
  void shouldSayThatATokenIsMissingOrNotKnown() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "not-a-token");
    CommandLineRun refused =
        CommandLineRun.of(
            new Main(),
            "log-levels",
            "--server",
            served.address().toString(),
            "--token-file",
            wrong.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("with a token that is valid");
  }

  @Test
  void shouldShowTheModelsAndHowTheyAre() throws Exception {
    JsonNode models = json(served.get(Role.VIEWER, "/v1/models")).get("items");
    assertThat(models).extracting(model -> model.get("name").asText()).contains("toxicity", "spam");
    assertThat(models)
        .allSatisfy(model -> assertThat(model.get("circuit").asText()).isEqualTo("CLOSED"));
  }

  private static CommandLineRun run(String... arguments) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), served.token(Role.OPERATOR) + "\n");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", served.address().toString(), "--token-file", token.toString()));
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }
}
