package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.StreamsTuning.GroupProtocol;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two instances, each with a copy of what the other owns, under both group protocols: they agree on
 * the owner, and while the owner does not answer the copy does, and says that it is one.
 */
class StandbyReadsTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final List<String> ACCOUNTS =
      IntStream.range(0, 12).mapToObj(i -> "account-" + i).toList();

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

  @ParameterizedTest
  @EnumSource
  void shouldAnswerFromTheCopyWhileTheOwnerDoesNotAnswer(GroupProtocol protocol) throws Exception {
    StreamsTuning defaults = StreamsTuning.defaults();
    StreamsTuning tuning =
        new StreamsTuning(
            defaults.threads(),
            defaults.commitInterval(),
            protocol,
            1,
            defaults.stateMemoryBytes());
    Map<String, String> broker = Map.of("group.streams.num.standby.replicas", "1");
    try (Cast cast = new Cast(folder.resolve(protocol.name()), POLICY, tuning, broker)) {
      RunningInstance one = cast.start();
      RunningInstance two = cast.start();
      one.awaitRunning();
      two.awaitRunning();
      Instant start = Instant.now().minusSeconds(60);
      for (String account : ACCOUNTS) {
        cast.send("event-of-" + account, account, "bad", start);
      }
      awaitCopies(one, two);
      List<String> ofOne =
          ACCOUNTS.stream().filter(account -> isOwnedBy(one, account, one, two)).toList();
      assertThat(ofOne).isNotEmpty().hasSizeLessThan(ACCOUNTS.size());
      shouldShowViewersTheLedgerOfEveryAccount(one, two);

      one.fallSilent();
      for (String account : ofOne) {
        shouldBeLabelledAsACopy(two, account);
      }
      one.close();
      awaitOwner(two);
    }
  }

  /** Each holds copies, and they are level with the originals. */
  private static void awaitCopies(RunningInstance... instances) {
    for (RunningInstance instance : instances) {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                JsonNode stores = RunningInstance.json(instance.get("/v1/stores")).path("items");
                for (JsonNode store : stores) {
                  if (store.path("name").asText().startsWith("account-")) {
                    assertThat(store.path("partitions")).as(store.toString()).isNotEmpty();
                    assertThat(store.path("standby_lag").isNumber()).as(store.toString()).isTrue();
                    assertThat(store.path("standby_lag").asLong()).isZero();
                  }
                }
                for (String account : ACCOUNTS) {
                  assertThat(instance.get(ledger(account)).statusCode()).isEqualTo(200);
                }
              });
    }
  }

  private static boolean isOwnedBy(
      RunningInstance wanted, String account, RunningInstance... asked) {
    try {
      String owner = "";
      for (RunningInstance instance : asked) {
        JsonNode answer =
            RunningInstance.json(instance.get("/v1/stores/account-ledger/owner?key=" + account));
        JsonNode record = RunningInstance.json(instance.get(ledger(account)));
        assertThat(record.path("role").asText()).isEqualTo("ACTIVE");
        assertThat(record.path("instance")).isEqualTo(answer.path("active"));
        assertThat(owner).isIn("", answer.path("active").asText());
        owner = answer.path("active").asText();
      }
      return owner.equals(wanted.address);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void shouldShowViewersTheLedgerOfEveryAccount(RunningInstance... instances) {
    for (RunningInstance instance : instances) {
      for (String account : ACCOUNTS) {
        await()
            .atMost(LIMIT)
            .untilAsserted(
                () -> {
                  JsonNode story =
                      RunningInstance.json(
                          instance.getAsViewer("/v1/decisions/event-of-" + account));
                  assertThat(story.at("/ledger/after/strikes").asDouble())
                      .as(story.toString())
                      .isEqualTo(1);
                  assertThat(story.path("author_id").asText()).startsWith("id:");
                });
      }
    }
  }

  private static void shouldBeLabelledAsACopy(RunningInstance asked, String account)
      throws Exception {
    HttpResponse<String> answer = asked.get(ledger(account));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode record = RunningInstance.json(answer);
    assertThat(record.path("role").asText()).isEqualTo("STANDBY");
    assertThat(record.path("instance").asText()).isEqualTo(asked.address);
    assertThat(record.path("staleness_ms").asLong(-1)).isBetween(0L, LIMIT.toMillis() * 2);
    assertThat(record.path("staleness_records").asLong(-1)).isZero();
    assertThat(record.at("/value/active_strikes").asDouble()).isEqualTo(1);
  }

  private static void awaitOwner(RunningInstance instance) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              for (String account : ACCOUNTS) {
                JsonNode record = RunningInstance.json(instance.get(ledger(account)));
                assertThat(record.path("role").asText()).as(record.toString()).isEqualTo("ACTIVE");
                assertThat(record.at("/value/active_strikes").asDouble()).isEqualTo(1);
              }
            });
  }

  private static String ledger(String account) {
    return "/v1/stores/account-ledger/keys/" + account;
  }
}
