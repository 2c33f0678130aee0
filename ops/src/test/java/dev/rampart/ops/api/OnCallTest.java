package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.serde.AvroSerde;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of three in the morning, asked of a running instance. */
class OnCallTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TEXT = "a bad word";

  private static final String POLICY =
      """
      policy: calm
      version: 1
      state: live
      thresholds:
        busy: {value: 2, min: 1, max: 10, unit: messages, means: "many"}
      rules:
        - id: bad
          when: event.content.contains("bad") && features.author_messages_1h >= threshold.busy
          actions:
            - {kind: mute, duration: PT1H, notice: calm.muted}
          strikes: 1
        - id: never
          when: event.is_direct && features.author_messages_1h > 100.0
          actions:
            - {kind: remove, subject: message, notice: calm.removed}
      """;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static Cast cast;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static RunningInstance instance;

  @BeforeAll
  static void start() throws Exception {
    cast = new Cast(folder, POLICY);
    instance = cast.start();
    instance.awaitRunning();
    Instant now = Instant.now().minusSeconds(30);
    cast.send("m1", "ada", "good morning", now);
    cast.send("m2", "ada", TEXT, now.plusSeconds(1));
    var unused =
        cast.producer
            .send(new ProducerRecord<>(cast.topics.messages().name(), "bob", new byte[] {9, 9}))
            .get();
    await().atMost(LIMIT).until(() -> instance.get("/v1/decisions/m2").statusCode() == 200);
    await().atMost(LIMIT).until(() -> !json("/v1/dead-letters").get("items").isEmpty());
  }

  @AfterAll
  static void stop() throws Exception {
    cast.close();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = instance.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningInstance.json(answer);
  }

  private static JsonNode post(String path, String body) throws Exception {
    HttpResponse<String> answer = instance.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningInstance.json(answer);
  }

  @Test
  void shouldTellWhyAUserWasMuted() throws Exception {
    JsonNode story = json("/v1/decisions/m2");
    JsonNode matched = story.get("rules").get(0);

    assertThat(matched.get("rule").asText()).isEqualTo("bad");
    assertThat(matched.get("matched").asBoolean()).isTrue();
    assertThat(value(matched, "features.author_messages_1h")).isEqualTo("2.0");
    assertThat(value(matched, "threshold.busy")).isEqualTo("2.0");
    assertThat(value(matched, "event.content.contains(\"bad\")")).isEqualTo("true");
    assertThat(value(matched, "event.content")).isEqualTo("\"…\" (10 characters)");
    assertThat(story.toString()).doesNotContain(TEXT);
    assertThat(story.get("ledger").get("before").get("strikes").asDouble()).isZero();
    assertThat(story.get("ledger").get("after").get("strikes").asDouble()).isEqualTo(1);
    assertThat(story.get("policy_versions").get("calm").asInt()).isEqualTo(1);
    assertThat(story.get("features").get(0).get("unit").asText()).isNotEmpty();
    assertThat(story.get("scores")).isNotEmpty();
    assertThat(story.get("notes")).isEmpty();
    JsonNode action = story.get("actions").get(0);
    assertThat(action.get("kind").asText()).isEqualTo("MUTE");
    assertThat(json("/v1/decisions/" + action.get("action_id").asText())).isEqualTo(story);
  }

  @Test
  void shouldShowTheValuesOfARuleThatDidNotMatch() throws Exception {
    JsonNode other = json("/v1/decisions/m1").get("rules").get(1);

    assertThat(other.get("matched").asBoolean()).isFalse();
    assertThat(value(other, "event.is_direct")).isEqualTo("false");
    assertThat(value(other, "features.author_messages_1h")).isEqualTo("1.0");
  }

  private static String value(JsonNode rule, String expression) {
    return StreamSupport.stream(rule.get("steps").spliterator(), false)
        .filter(step -> step.get("expression").asText().equals(expression))
        .map(step -> step.get("value").asText())
        .findFirst()
        .orElse("no such step in " + rule);
  }

  @Test
  void shouldRevealATextOnlyWithAReasonThatIsAuditedFirst() throws Exception {
    assertThat(instance.post("/v1/decisions/m2/reveal", "{}").statusCode()).isEqualTo(422);

    assertThat(post("/v1/decisions/m2/reveal", "{\"reason\": \"appeal 7\"}").get("text").asText())
        .isEqualTo(TEXT);
    assertThat(instance.get("/v1/decisions/m2/reveal").statusCode()).isEqualTo(405);
  }

  @Test
  void shouldTellWhatBecameOfAnAction() throws Exception {
    cast.send("c1", "carol", TEXT, Instant.now().minusSeconds(20));
    cast.send("c2", "carol", TEXT, Instant.now().minusSeconds(19));
    await().atMost(LIMIT).until(() -> instance.get("/v1/decisions/c2").statusCode() == 200);
    String action = json("/v1/decisions/c2").get("actions").get(0).get("action_id").asText();
    assertThat(json("/v1/actions/" + action).get("reversed_by").isNull()).isTrue();

    overturn("carol", action);

    await().atMost(LIMIT).until(() -> !json("/v1/actions/" + action).get("reversed_by").isNull());
    String reversal = json("/v1/actions/" + action).get("reversed_by").asText();
    assertThat(json("/v1/actions/" + reversal).get("reverses").asText()).isEqualTo(action);
  }

  private static void overturn(String account, String action) throws Exception {
    Feedback feedback =
        Feedback.newBuilder()
            .setFeedbackId("f-" + action)
            .setActionId(UUID.fromString(action))
            .setSubjectId(account)
            .setOutcome(FeedbackOutcome.OVERTURNED)
            .setDecidedAt(Instant.now())
            .build();
    byte[] bytes =
        AvroSerde.of(Feedback.class, cast.registry, cast.topics.feedback().schemaSubject())
            .serializer()
            .serialize("", feedback);
    var unused =
        cast.producer
            .send(new ProducerRecord<>(cast.topics.feedback().name(), account, bytes))
            .get();
  }

  @Test
  void shouldTellEverythingAboutAUser() throws Exception {
    JsonNode story = json("/v1/subjects/ada");

    assertThat(story.get("active_strikes").asDouble()).isEqualTo(1);
    assertThat(story.get("strikes").get(0).get("rule").asText()).isEqualTo("bad");
    assertThat(story.get("actions").get(0).get("kind").asText()).isEqualTo("MUTE");
    assertThat(story.get("features")).isNotEmpty();
    assertThat(story.get("snoozes")).isEmpty();
    assertThat(story.get("decisions").get(0).get("event_id").asText()).isEqualTo("m2");
    assertThat(json("/v1/subjects/nobody").get("features")).isEmpty();
  }

  @Test
  void shouldListTheNewestDecisionsThatAFilterWants() throws Exception {
    assertThat(events("/v1/decisions?subject=ada")).containsExactly("m2", "m1");
    assertThat(events("/v1/decisions?subject=ada&acted=true")).containsExactly("m2");
    assertThat(events("/v1/decisions?subject=ada&kind=mute&mode=live&policy=calm"))
        .containsExactly("m2");
    JsonNode first = json("/v1/decisions?subject=ada&limit=1");
    assertThat(events("/v1/decisions?subject=ada&limit=1&after=" + first.get("next").asText()))
        .containsExactly("m1");
    HttpResponse<String> wrong = instance.get("/v1/decisions?kind=hug&mode=maybe");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(RunningInstance.json(wrong).get("problems")).hasSize(2);
  }

  private static List<String> events(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    json(path).get("items").forEach(item -> ids.add(item.get("event_id").asText()));
    return ids;
  }

  @Test
  void shouldShowAndRedriveADeadLetterAndCountThatItCameBack() throws Exception {
    JsonNode letter = json("/v1/dead-letters?cause=unreadable-bytes").get("items").get(0);
    String place = letter.get("partition").asText() + "/" + letter.get("offset").asText();
    JsonNode shown = json("/v1/dead-letters/" + place + "?reason=looking");
    assertThat(shown.get("key").asText()).isEqualTo("bob");
    assertThat(shown.get("bytes").asText()).isEqualTo("CQk=");

    String body = "{\"partition\": %s, \"offset\": %s, \"reason\": \"fixed\", \"dry_run\": %s}";
    String dry = body.formatted(letter.get("partition"), letter.get("offset"), true);
    String real = body.formatted(letter.get("partition"), letter.get("offset"), false);
    assertThat(post("/v1/dead-letters/redrive", dry).get("redriven").asInt()).isZero();
    JsonNode done = post("/v1/dead-letters/redrive", real);
    assertThat(done.get("redriven").asInt()).isEqualTo(1);
    await().atMost(LIMIT).until(() -> cameBack() == 1);
    assertThat(post("/v1/dead-letters/redrive", real).get("redriven").asInt()).isZero();
    assertThat(instance.post("/v1/dead-letters/redrive", "{\"dry_run\":false}").statusCode())
        .isEqualTo(422);
  }

  private static int cameBack() throws Exception {
    return json("/v1/dead-letters/groups").get("items").get(0).get("came_back").asInt();
  }

  @Test
  void shouldTellHowThingsAre() throws Exception {
    JsonNode overview = json("/v1/overview");
    assertThat(overview.get("ready").asBoolean()).isTrue();
    assertThat(overview.get("instance").asText()).isEqualTo(instance.address);
    assertThat(overview.get("decisions").get("last_hour").asInt()).isPositive();
    assertThat(overview.get("actions").get(0).get("policy").asText()).isEqualTo("calm");
    await().atMost(LIMIT).until(() -> json("/v1/lag").get("items").size() == 20);
    assertThat(json("/v1/lag").get("items").get(0).get("behaviour").asText()).isEqualTo("OK");
    await().atMost(LIMIT).until(() -> total("messages") >= 2);
    assertThat(total("decisions")).isGreaterThanOrEqualTo(2);
    assertThat(json("/v1/topology").get("svg").asText()).startsWith("<svg").contains("/s<");
    assertThat(json("/v1/threads").get("items")).hasSize(2);
    assertThat(json("/v1/stores").get("items")).hasSize(6);
  }

  private static long total(String node) throws Exception {
    return StreamSupport.stream(json("/v1/topology").get("nodes").spliterator(), false)
        .filter(each -> each.get("name").asText().equals(node))
        .mapToLong(each -> each.get("records_total").asLong())
        .findFirst()
        .orElse(-1);
  }

  @Test
  void shouldAnswerTheSameOnTheCommandLine() throws Exception {
    assertThat(run("explain", "m2").out()).contains("calm@1/bad LIVE matched", "MUTE");
    assertThat(run("subject", "ada").out()).contains("active_strikes", "1.0");
    assertThat(run("state", "get", "account-ledger", "ada").out()).contains("ACTIVE");
    assertThat(run("state", "owner", "account-ledger", "ada").out()).contains(instance.address);
    assertThat(run("state", "scan", "account-ledger").out()).contains("ada");
    assertThat(run("state", "stores").out()).contains("account-features", "control-facts");
    assertThat(run("dead-letters", "groups").out()).contains("unreadable-bytes");
    assertThat(run("dead-letters", "list").out()).contains("ingest");
    assertThat(run("dead-letters", "redrive", "--reason", "try").out()).contains("dry_run");
    assertThat(run("state", "get", "no-such-store", "x").err()).contains("no-such-store");
  }

  private static CommandLineRun run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path token = folder.resolve("token");
    Files.writeString(token, instance.token());
    all.addAll(List.of("--server", "http://" + instance.address, "--token-file", token.toString()));
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }
}
