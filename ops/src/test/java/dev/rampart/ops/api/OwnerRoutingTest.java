package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.http.TestCertificate;
import dev.rampart.ops.inspect.Hop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances over one broker, that speak https: whoever is asked, the answer is right, or it is
 * no answer.
 */
class OwnerRoutingTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MESSAGES = 3;
  private static final List<String> ACCOUNTS =
      IntStream.range(0, 16).mapToObj(i -> "account-" + i).toList();

  private static final String POLICY =
      """
      policy: calm
      version: 1
      state: live
      rules:
        - id: bad
          when: event.content.contains("bad")
          actions:
            - {kind: remove, subject: message, notice: calm.removed}
          strikes: 1
      """;

  @TempDir Path folder;

  @Test
  void shouldAnswerRightOrNotAtAllWhileAnInstanceGoes() throws Exception {
    try (Cast cast = new Cast(folder, POLICY)) {
      cast.show(TestCertificate.in(folder));
      RunningInstance one = cast.start();
      RunningInstance two = cast.start();
      one.awaitRunning();
      two.awaitRunning();
      Instant start = Instant.now().minusSeconds(60);
      for (String account : ACCOUNTS) {
        for (int i = 0; i < MESSAGES; i++) {
          cast.send(account + "-" + i, account, i == 0 ? "bad" : "fine", start.plusSeconds(i));
        }
      }
      awaitRight(one);

      Set<String> owners = new HashSet<>();
      for (String account : ACCOUNTS) {
        owners.add(shouldAgreeOn(account, one, two));
      }
      assertThat(owners).containsExactlyInAnyOrder(one.address, two.address);
      shouldShowEachKeyOnce(one, two);
      shouldSayThatThereIsNothing(one, two);
      shouldNotPassOnTwice(one, two);
      shouldNeverBeWrongWhile(two::close, one);
    }
  }

  private static String shouldAgreeOn(String account, RunningInstance one, RunningInstance two)
      throws Exception {
    JsonNode owner = RunningInstance.json(one.get(owner(account)));
    JsonNode first = RunningInstance.json(one.get(features(account)));
    JsonNode second = RunningInstance.json(two.get(features(account)));

    assertThat(RunningInstance.json(two.get(owner(account)))).isEqualTo(owner);
    assertThat(second).isEqualTo(first);
    assertThat(first.get("instance").asText()).isEqualTo(owner.get("active").asText());
    assertThat(first.get("role").asText()).isEqualTo("ACTIVE");
    assertThat(first.get("staleness_ms").asLong()).isZero();
    JsonNode ledger =
        RunningInstance.json(one.get("/v1/stores/account-ledger/keys/" + account)).get("value");
    assertThat(ledger.get("active_strikes").asDouble()).isEqualTo(1);
    assertThat(ledger.get("strikes").get(0).get("event_id").asText()).isEqualTo(account + "-0");
    return owner.get("active").asText();
  }

  private static void shouldShowEachKeyOnce(RunningInstance... instances) throws Exception {
    List<String> keys = new ArrayList<>();
    for (RunningInstance instance : instances) {
      String after = "";
      do {
        JsonNode page =
            RunningInstance.json(
                instance.get("/v1/stores/account-features/keys?limit=3&after=" + after));
        assertThat(page.get("partitions")).isNotEmpty();
        page.get("items").forEach(item -> keys.add(item.get("key").asText()));
        after = page.get("next").isNull() ? "" : page.get("next").asText();
      } while (!after.isEmpty());
    }
    assertThat(keys).containsExactlyInAnyOrderElementsOf(ACCOUNTS);
  }

  private static void shouldSayThatThereIsNothing(RunningInstance one, RunningInstance two)
      throws Exception {
    assertThat(one.get(features("nobody")).statusCode()).isEqualTo(404);
    assertThat(two.get(features("nobody")).statusCode()).isEqualTo(404);
    assertThat(one.get("/v1/stores/no-such-store/keys/x").statusCode()).isEqualTo(404);
  }

  private static void shouldNotPassOnTwice(RunningInstance one, RunningInstance two)
      throws Exception {
    for (String account : ACCOUNTS) {
      String active = RunningInstance.json(one.get(owner(account))).get("active").asText();
      RunningInstance other = active.equals(one.address) ? two : one;
      HttpResponse<String> answer = other.get(features(account), Hop.HEADER, "1");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private static void shouldNeverBeWrongWhile(Runnable change, RunningInstance asked)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    Thread asking = new Thread(() -> ask(asked, over, wrong));
    asking.start();
    Thread.sleep(300);
    change.run();
    awaitRight(asked);
    over.set(true);
    asking.join();
    assertThat(wrong).isEmpty();
  }

  private static void ask(
      RunningInstance asked, AtomicBoolean over, ConcurrentLinkedQueue<String> wrong) {
    while (!over.get()) {
      for (String account : ACCOUNTS) {
        try {
          HttpResponse<String> answer = asked.get(features(account));
          boolean later =
              answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
          if (!later && answer.statusCode() != 429 && !isRight(answer)) {
            wrong.add(answer.statusCode() + " " + answer.body());
          }
        } catch (Exception failure) {
          wrong.add(failure.toString());
        }
      }
    }
  }

  private static void awaitRight(RunningInstance instance) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              for (String account : ACCOUNTS) {
                HttpResponse<String> answer = instance.get(features(account));
                assertThat(isRight(answer)).as(answer.body()).isTrue();
              }
            });
  }

  /** All messages of the account are in the record. */
  private static boolean isRight(HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() != 200) {
      return false;
    }
    JsonNode value = RunningInstance.json(answer).get("value");
    for (JsonNode feature : value.get("features")) {
      if (feature.get("name").asText().equals("author_messages_1h")) {
        return feature.get("value").asInt() == MESSAGES;
      }
    }
    return false;
  }

  private static String features(String account) {
    return "/v1/stores/account-features/keys/" + account;
  }

  private static String owner(String account) {
    return "/v1/stores/account-features/owner?key=" + account;
  }
}
