package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio over HTTP, at an instance that logs no decisions. */
class StudioResourceTest {
  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static ServedInstance served;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedInstance(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  @Test
  void shouldDraftTheNextVersionOfAShippedPolicy() throws Exception {
    HttpResponse<String> answer =
        ask("draft", "{\"policy\": \"spam\", \"threshold\": \"sure\", \"value\": 0.85}");

    JsonNode draft = ServedInstance.json(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(draft.path("version").asInt()).isEqualTo(3);
    assertThat(draft.path("document").asText()).contains("version: 3", "{value: 0.85, min: 0.5");
    assertThat(draft.path("lines")).isNotEmpty();
  }

  @Test
  void shouldTellEverythingThatIsWrongWithAQuestion() throws Exception {
    HttpResponse<String> answer = ask("curve", "{\"precision\": 2}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ServedInstance.json(answer).path("problems")).hasSize(3);
  }

  @Test
  void shouldTellWhatItIsAskedForAndHasNot() throws Exception {
    HttpResponse<String> unknown =
        ask("curve", "{\"policy\": \"none-such\", \"threshold\": \"sure\"}");
    assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(404);

    HttpResponse<String> unlogged = ask("curve", "{\"policy\": \"spam\", \"threshold\": \"sure\"}");
    assertThat(unlogged.statusCode()).isEqualTo(409);
    assertThat(unlogged.body()).contains("set decisionLog");

    HttpResponse<String> broken = ask("backtest", "{\"document\": \"policy: [\"}");
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("YAML");
  }

  private static HttpResponse<String> ask(String question, String body) throws Exception {
    return served.send(Role.ANALYST, "POST", "/v1/studio/" + question, body);
  }
}
