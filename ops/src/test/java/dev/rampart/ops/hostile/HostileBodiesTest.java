package dev.rampart.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.api.ServedInstance;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that callers send: none ends in a failure of the server. */
class HostileBodiesTest {
  private static final String EVENT =
      """
      {"type": "message", "message_id": "m%d", "author_id": "u1", "content": "hi",
       "sent_at": "2026-11-21T10:00:00Z", "mentions": ["a", "b"]}""";

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
  void shouldAnswerAnyEventWithADecisionOrAReason() throws Exception {
    Mangler mangler = new Mangler(10);
    for (int i = 0; i < 150; i++) {
      String body = mangler.mangle(EVENT.formatted(i));
      assertUnderstood(served.send(Role.OPERATOR, "POST", "/v1/events?wait_ms=0", body), body);
    }
  }

  @Test
  void shouldAnswerAnyDraftWithAReason() throws Exception {
    String policy =
        "policy: p\nversion: 1\nstate: shadow\nrules:\n  - {id: a, when: event.link_count > 3}\n";
    Mangler mangler = new Mangler(11);
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < 120; i++) {
      String draft = json.writeValueAsString(Map.of("document", mangler.mangle(policy)));
      String body = i % 2 == 0 ? draft : mangler.mangle(draft);
      assertUnderstood(served.send(Role.ANALYST, "POST", "/v1/policies/validate", body), body);
    }
  }

  @Test
  void shouldAnswerDeepBodiesEverywhere() throws Exception {
    for (String path :
        List.of("/v1/events", "/v1/policies/validate", "/v1/dead-letters/redrive", "/v1/pause")) {
      for (String body : List.of("[".repeat(1 << 20), "{\"reason\":".repeat(1 << 17))) {
        assertThat(answer(path, BodyPublishers.ofString(body))).as(path).isBetween(400, 499);
      }
      assertThat(answer(path, BodyPublishers.ofString("[]"))).as(path).isBetween(400, 499);
    }
  }

  @Test
  void shouldRefuseABodyThatIsTooLargeBeforeItIsInMemory() throws Exception {
    String tooLong = " ".repeat((int) Access.DEFAULT_BODY_BYTES + 1);
    assertThat(refusal(BodyPublishers.ofString(tooLong))).isEqualTo(413);
    assertThat(refusal(BodyPublishers.ofInputStream(() -> new Endless(64 << 20)))).isEqualTo(413);
    assertThat(served.send(Role.OPERATOR, "POST", "/v1/events", "{}").statusCode()).isEqualTo(422);
  }

  /** The status; the server may hang up on who goes on sending, which then is all one hears. */
  private static int refusal(BodyPublisher body) throws InterruptedException {
    try {
      return answer("/v1/events", body);
    } catch (IOException hungUp) {
      return 413;
    }
  }

  /**
   * The status, on a connection of its own: after a refusal the server closes the one it came by.
   */
  private static int answer(String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(served.address().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + served.token(Role.ADMIN))
            .POST(body)
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void assertUnderstood(HttpResponse<String> answer, String body) {
    assertThat(answer.statusCode())
        .as(body.substring(0, Math.min(300, body.length())))
        .isLessThan(500);
  }
}
