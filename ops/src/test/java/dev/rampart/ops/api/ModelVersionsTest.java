package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a model change on two instances while messages come in. */
class ModelVersionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ACCOUNTS = 40;
  private static final String VERSIONS = "/v1/models/toxicity/versions";
  private static final ModelFolders MODELS = new ModelFolders("toxicity");

  private static final String POLICY =
      """
      policy: calm
      version: 1
      state: live
      rules:
        - id: bad
          when: scores.toxicity.toxic > 0.99
          actions:
            - {kind: remove, subject: message, notice: calm.removed}
      """;

  @TempDir Path folder;

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void shouldChangeVersionsOnEveryInstanceAndLoseNoEvent() throws Exception {
    Path first = MODELS.create(folder.resolve("first"));
    Path second = MODELS.create(folder.resolve("second"));
    try (Cast cast = new Cast(folder, POLICY);
        DecidedVersions decided = new DecidedVersions(cast)) {
      RunningInstance one = cast.start(first);
      RunningInstance two = cast.start(second);
      one.awaitRunning();
      two.awaitRunning();
      Thread traffic = new Thread(() -> send(cast));
      traffic.start();
      MODELS.add(first, "2");
      MODELS.add(second, "2");
      MODELS.add(first, "3");

      shouldOnlyRehearse(one);
      shouldLetACanaryTakeItsShare(one, two, decided);
      shouldMakeAVersionLive(two, one);
      shouldKeepTheLastGoodWhereAVersionIsMissing(one, two);

      over.set(true);
      traffic.join();
      shouldHaveDecidedEachOnce(decided);
      shouldServeTheSameAfterARestart(cast.start(first));
      shouldSayWhoDidIt(two);
    }
  }

  private void send(Cast cast) {
    Instant start = Instant.now().minusSeconds(60);
    try {
      while (!over.get()) {
        int number = sent.getAndIncrement();
        cast.send(
            "m" + number,
            "account-" + number % ACCOUNTS,
            "a message, number " + number,
            start.plusMillis(number));
      }
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void shouldOnlyRehearse(RunningInstance one) throws Exception {
    HttpResponse<String> answer =
        one.send("PUT", VERSIONS + "/2", "{\"role\": \"LIVE\", \"reason\": \"better\"}");
    assertThat(RunningInstance.json(answer).path("live").asText()).isEqualTo("2");
    assertThat(RunningInstance.json(one.get(VERSIONS)).path("items"))
        .extracting(each -> each.path("version").asText() + each.path("role").asText())
        .containsExactly("1LIVE", "2null", "3null");
    assertThat(one.send("PUT", VERSIONS + "/9", change("LIVE")).statusCode()).isEqualTo(404);
    assertThat(one.send("PUT", VERSIONS + "/2", change("CANARY")).statusCode()).isEqualTo(422);
    assertThat(one.send("PUT", VERSIONS + "/1", change("SHADOW")).statusCode()).isEqualTo(422);
    assertThat(one.send("DELETE", VERSIONS + "/2", "{\"reason\": \"no\"}").statusCode())
        .isEqualTo(404);
  }

  private void shouldLetACanaryTakeItsShare(
      RunningInstance one, RunningInstance two, DecidedVersions decided) throws Exception {
    CommandLineRun run =
        run(one, "models", "assign", "toxicity/2", "--role", "canary", "--share", "0.5", "--apply");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("toxicity 1 live, 2 canary for 0.5");
    awaitServed(one, "1 LIVE 0.5", "2 CANARY 0.5");
    awaitServed(two, "1 LIVE 0.5", "2 CANARY 0.5");
    int from = sent.get();
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(decided.read().keySet()).containsAll(events(from)));
    Map<String, List<String>> versions = decided.read();
    Set<String> seen = new HashSet<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      Set<String> ofAccount = new HashSet<>();
      for (int number = from + 50; number < from + 400; number++) {
        if (number % ACCOUNTS == account) {
          ofAccount.addAll(versions.getOrDefault("m" + number, List.of()));
        }
      }
      assertThat(ofAccount).as("account-" + account).hasSize(1);
      seen.addAll(ofAccount);
    }
    assertThat(seen).containsExactlyInAnyOrder("1", "2");
  }

  private static List<String> events(int from) {
    return IntStream.range(from, from + 400).mapToObj(number -> "m" + number).toList();
  }

  private static void shouldMakeAVersionLive(RunningInstance asked, RunningInstance other)
      throws Exception {
    assertThat(asked.send("PUT", VERSIONS + "/2", change("LIVE")).statusCode()).isEqualTo(200);
    awaitServed(asked, "2 LIVE 1.0");
    awaitServed(other, "2 LIVE 1.0");
  }

  private void shouldKeepTheLastGoodWhereAVersionIsMissing(RunningInstance one, RunningInstance two)
      throws Exception {
    assertThat(one.send("PUT", VERSIONS + "/3", change("SHADOW")).statusCode()).isEqualTo(200);
    awaitServed(one, "2 LIVE 1.0", "3 SHADOW 1.0");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(two.instance.health().state()).contains("last good"));
    assertThat(served(two)).containsExactly("2 LIVE 1.0");
    assertThat(models(two).get(0).path("refused").asText()).contains("toxicity/3");
    CommandLineRun run = run(two, "models", "withdraw", "toxicity/3", "--apply");
    assertThat(run.status()).as(run.err()).isZero();
    awaitServed(one, "2 LIVE 1.0");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(models(two).get(0).path("refused").isNull()).isTrue());
  }

  private void shouldHaveDecidedEachOnce(DecidedVersions decided) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(decided.read()).hasSize(sent.get()));
    assertThat(decided.read())
        .allSatisfy(
            (event, versions) -> {
              assertThat(versions).as(event).hasSize(1);
              assertThat(versions.get(0)).as(event).isIn("1", "2");
            });
    assertThat(decided.read().get("m" + (sent.get() - 1))).containsExactly("2");
  }

  private static void shouldServeTheSameAfterARestart(RunningInstance third) throws Exception {
    third.awaitRunning();
    assertThat(served(third)).containsExactly("2 LIVE 1.0");
  }

  private static void shouldSayWhoDidIt(RunningInstance asked) throws Exception {
    JsonNode entries =
        RunningInstance.json(asked.get("/v1/audit?entity=model:toxicity/2")).path("items");
    assertThat(entries)
        .extracting(entry -> entry.path("operation").asText())
        .containsExactly("model.assign", "model.assign");
    assertThat(entries.path(0).path("details").path("LIVE/2").asText()).isEqualTo("1.0");
    assertThat(entries.path(1).path("details").path("CANARY/2").asText()).isEqualTo("0.5");
  }

  private static void awaitServed(RunningInstance instance, String... lines) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(served(instance)).containsExactly(lines));
  }

  private static List<String> served(RunningInstance instance) throws Exception {
    List<String> lines = new ArrayList<>();
    models(instance)
        .forEach(
            model ->
                lines.add(
                    "%s %s %s"
                        .formatted(
                            model.path("version").asText(),
                            model.path("role").asText(),
                            model.path("share").asText())));
    return lines;
  }

  private static JsonNode models(RunningInstance instance) throws Exception {
    return RunningInstance.json(instance.get("/v1/models")).path("items");
  }

  private static String change(String role) {
    return "{\"role\": \"%s\", \"reason\": \"a test\", \"dry_run\": false}".formatted(role);
  }

  private CommandLineRun run(RunningInstance instance, String... arguments) throws Exception {
    Path token = Files.writeString(folder.resolve("token"), instance.token());
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--reason", "a test", "--server", "http://" + instance.address));
    all.addAll(List.of("--token-file", token.toString()));
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }
}
