package dev.rampart.ops.api;

import static dev.rampart.ops.api.ServedInstance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be done to policies over HTTP, and what is refused. Each test has a policy of its own.
 */
class PolicyApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void shouldBringADraftFromShadowToLiveAndBack() throws Exception {
    HttpResponse<String> shadow = publish(Role.ANALYST, "way", 1, "SHADOW");
    assertThat(shadow.statusCode()).as(shadow.body()).isEqualTo(200);
    assertThat(publish(Role.APPROVER, "way", 1, "LIVE").statusCode()).isEqualTo(200);
    assertThat(publish(Role.APPROVER, "way", 2, "LIVE").statusCode()).isEqualTo(200);
    assertThat(line("way").get("live").asInt()).isEqualTo(2);

    JsonNode card = json(served.get(Role.VIEWER, "/v1/policies/way"));
    assertThat(card.get("versions").get(0).get("version").asInt()).isEqualTo(2);
    assertThat(card.get("versions").get(1).get("history")).hasSize(1);
    JsonNode lines = json(served.get(Role.VIEWER, "/v1/policies/way/diff?from=1&to=2"));
    assertThat(lines.get("lines"))
        .filteredOn(each -> each.get("op").asText().equals("+"))
        .hasSize(2);
    JsonNode thresholds = json(served.get(Role.VIEWER, "/v1/policies/way/thresholds"));
    assertThat(thresholds.get("items").get(0).get("value").asDouble()).isEqualTo(7);

    HttpResponse<String> back = change(Role.APPROVER, "/v1/policies/way/rollback", false);
    assertThat(json(back).get("restored").asInt()).isEqualTo(1);
    assertThat(line("way").get("live").asInt()).isEqualTo(1);
  }

  @Test
  void shouldWriteNothingUnlessToldTo() throws Exception {
    Map<String, Object> body = version("dry", 1, "LIVE");
    body.remove("dry_run");
    HttpResponse<String> answer = send(Role.APPROVER, "/v1/policies/dry/versions", body);
    assertThat(json(answer).get("state").asText()).isEqualTo("LIVE");
    assertThat(served.get(Role.VIEWER, "/v1/policies/dry").statusCode()).isEqualTo(404);
    assertThat(audit("policy:dry@1")).isEmpty();
  }

  @Test
  void shouldNotLetAnAnalystMakeAPolicyActOrStopOne() throws Exception {
    HttpResponse<String> canary = publish(Role.ANALYST, "bold", 1, "CANARY");
    assertThat(canary.statusCode()).isEqualTo(403);
    assertThat(canary.body()).contains("PUBLISH");
    assertThat(publish(Role.ANALYST, "bold", 1, "LIVE").statusCode()).isEqualTo(403);
    assertThat(publish(Role.APPROVER, "bold", 1, "LIVE").statusCode()).isEqualTo(200);
    assertThat(publish(Role.ANALYST, "bold", 1, "SHADOW").statusCode()).isEqualTo(403);
    assertThat(publish(Role.ANALYST, "bold", 1, "RETIRED").statusCode()).isEqualTo(403);
    assertThat(line("bold").get("live").asInt()).isEqualTo(1);
  }

  @Test
  void shouldWaitForASecondPersonWhereFourEyesAreAskedFor() throws Exception {
    fourEyes(true);
    try {
      HttpResponse<String> waiting = publish(Role.APPROVER, "eyes", 1, "LIVE");
      assertThat(json(waiting).get("waits_for_approval").asBoolean()).isTrue();
      assertThat(line("eyes").get("waiting").asInt()).isEqualTo(1);
      HttpResponse<String> own = change(Role.APPROVER, "/v1/policies/eyes/approve", false);
      assertThat(own.statusCode()).isEqualTo(409);
      assertThat(own.body()).contains("another person");
      HttpResponse<String> second = change(Role.ADMIN, "/v1/policies/eyes/approve", false);
      assertThat(json(second).get("approver").asText()).isEqualTo("the-admin");
      assertThat(line("eyes").get("live").asInt()).isEqualTo(1);
    } finally {
      fourEyes(false);
    }
  }

  private static void fourEyes(boolean asked) throws Exception {
    Map<String, Object> body =
        Map.of("four_eyes", asked, "reason", "to be careful", "dry_run", false);
    HttpResponse<String> answer =
        served.send(Role.OPERATOR, "PUT", "/v1/settings", JSON.writeValueAsString(body));
    assertThat(json(answer).get("four_eyes").asBoolean()).isEqualTo(asked);
  }

  @Test
  void shouldTakeTheAuthorFromTheTokenAndNothingElse() throws Exception {
    Map<String, Object> body = version("mine", 1, "SHADOW");
    body.put("author", "somebody else");
    assertThat(send(Role.ANALYST, "/v1/policies/mine/versions", body).statusCode()).isEqualTo(422);
    publish(Role.ANALYST, "mine", 1, "SHADOW");
    JsonNode entry = audit("policy:mine@1").get(0);
    assertThat(entry.get("actor").asText()).isEqualTo("the-analyst");
    assertThat(entry.get("role").asText()).isEqualTo("analyst");
    assertThat(entry.get("reason").asText()).isEqualTo("to see that it works");
  }

  @Test
  void shouldTakeTheAuthorOfACommandFromItsTokenUnlessTheGlassIsBroken() throws Exception {
    Path draft = Files.writeString(folder.resolve("told.yml"), text("told", 1));
    String[] publish = {"publish", draft.toString(), "--state", "shadow"};
    CommandLineRun told = command(Role.ANALYST, publish);
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(JSON.readTree(told.out()).get("author").asText()).isEqualTo("the-analyst");
    CommandLineRun lied = command(Role.ANALYST, append(publish, "--author", "somebody"));
    assertThat(lied.status()).isEqualTo(2);
    assertThat(lied.err()).contains("--author: allowed with --bootstrap only");
    assertThat(command(Role.ANALYST, "kill", "told").err()).contains("OPERATE");
    assertThat(command(Role.OPERATOR, "kill", "told").status()).isZero();
    assertThat(command(Role.ANALYST, "snooze", "user:7", "--for", "PT1H").status()).isZero();
    assertThat(command(Role.ANALYST, "snooze", "user:7", "--lift").status()).isZero();
    assertThat(command(Role.OPERATOR, "settings", "--budget", "0").status()).isZero();

    Object servers = served.parts().client().get("bootstrap.servers");
    CommandLineRun glass =
        CommandLineRun.of(
            new Main(),
            "policies kill told --lift --reason fire --author eve --bootstrap"
                .concat(" " + servers)
                .split(" "));
    assertThat(glass.status()).as(glass.err()).isZero();
    JsonNode entry = audit("policy:told").get(0);
    assertThat(entry.get("actor").asText()).isEqualTo("eve");
    assertThat(entry.get("role").asText()).isEqualTo("break-glass");
  }

  private static CommandLineRun command(Role role, String... arguments) throws Exception {
    Path token = Files.writeString(folder.resolve("token"), served.token(role));
    return CommandLineRun.of(
        new Main(),
        append(
            append(new String[] {"policies"}, arguments),
            "--json",
            "--server",
            served.address().toString(),
            "--token-file",
            token.toString(),
            "--reason",
            "a test"));
  }

  private static String[] append(String[] first, String... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void shouldSayThatThereIsNoLogToAmendThePastFrom() throws Exception {
    publish(Role.ANALYST, "past", 1, "SHADOW");
    Map<String, Object> wanted = new HashMap<>();
    wanted.putAll(Map.of("version", 1, "from", "2026-11-20T00:00:00Z"));
    wanted.putAll(Map.of("to", "2026-11-21T00:00:00Z", "reason", "too late"));

    HttpResponse<String> answer = send(Role.APPROVER, "/v1/policies/past/amendments", wanted);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("decisions are not logged by this instance");
    wanted.put("to", "2026-11-19T00:00:00Z");
    assertThat(send(Role.APPROVER, "/v1/policies/past/amendments", wanted).statusCode())
        .isEqualTo(422);
  }

  @Test
  void shouldTellEverythingThatIsWrongWithADraft() throws Exception {
    String draft = text("wrong", 1).replace("author_messages_10s", "nothing");
    Map<String, Object> body = version("wrong", 1, "SHADOW");
    body.put("document", draft);
    assertThat(send(Role.ANALYST, "/v1/policies/wrong/versions", body).statusCode()).isEqualTo(422);
    JsonNode validation =
        json(send(Role.ANALYST, "/v1/policies/validate", Map.of("document", draft)));
    assertThat(validation.get("valid").asBoolean()).isFalse();
    assertThat(validation.get("problems").get(0).get("line").asInt()).isPositive();
    Map<String, Object> canary = version("wrong", 1, "CANARY");
    canary.remove("canary_share");
    HttpResponse<String> shareless = send(Role.ANALYST, "/v1/policies/wrong/versions", canary);
    assertThat(shareless.body()).contains("canary_share");
  }

  @Test
  void shouldStopAPolicyAtOnceAndLetItActAgain() throws Exception {
    publish(Role.APPROVER, "stop", 1, "LIVE");
    assertThat(change(Role.OPERATOR, "/v1/policies/stop/kill", false).statusCode()).isEqualTo(200);
    assertThat(line("stop").get("killed").asBoolean()).isTrue();
    change(Role.OPERATOR, "/v1/policies/stop/revive", false);
    assertThat(line("stop").get("killed").asBoolean()).isFalse();
    assertThat(change(Role.OPERATOR, "/v1/policies/none/kill", true).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSpareASubjectAndShowItsIdOnlyToThoseWhoMay() throws Exception {
    Map<String, Object> body = new HashMap<>();
    body.putAll(Map.of("subject", "user:42", "policy", "all", "seconds", 60));
    body.putAll(Map.of("reason", "an appeal is open", "dry_run", false));
    assertThat(send(Role.ANALYST, "/v1/snoozes", body).statusCode()).isEqualTo(200);
    assertThat(served.get(Role.ANALYST, "/v1/snoozes").body()).contains("user:42");
    assertThat(served.get(Role.VIEWER, "/v1/snoozes").body())
        .contains("user:id:")
        .doesNotContain("user:42");
    String text = JSON.writeValueAsString(body);
    assertThat(served.send(Role.ANALYST, "DELETE", "/v1/snoozes", text).statusCode())
        .isEqualTo(200);
    assertThat(json(served.get(Role.ANALYST, "/v1/snoozes")).get("items")).isEmpty();
  }

  @Test
  void shouldKeepAnAuditThatVerifies() throws Exception {
    publish(Role.ANALYST, "kept", 1, "SHADOW");
    JsonNode found = json(served.get(Role.APPROVER, "/v1/audit/verify"));
    assertThat(found.get("verified").asBoolean()).as(found.toString()).isTrue();
    JsonNode page = json(served.get(Role.APPROVER, "/v1/audit?limit=1"));
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("next").asText()).isNotEmpty();
  }

  private static JsonNode audit(String entity) throws Exception {
    String path = "/v1/audit?entity=" + entity.replace("@", "%40");
    return json(served.get(Role.APPROVER, path)).get("items");
  }

  private static JsonNode line(String policy) throws Exception {
    JsonNode items = json(served.get(Role.VIEWER, "/v1/policies")).get("items");
    for (JsonNode item : items) {
      if (item.get("policy").asText().equals(policy)) {
        return item;
      }
    }
    throw new AssertionError(policy + " is not among " + items);
  }

  private static HttpResponse<String> change(Role role, String path, boolean dryRun)
      throws Exception {
    return send(role, path, Map.of("reason", "to see that it works", "dry_run", dryRun));
  }

  private static HttpResponse<String> publish(Role role, String policy, int version, String state)
      throws Exception {
    return send(role, "/v1/policies/" + policy + "/versions", version(policy, version, state));
  }

  private static Map<String, Object> version(String policy, int version, String state) {
    Map<String, Object> body = new HashMap<>();
    body.put("document", text(policy, version));
    body.put("state", state);
    body.put("effective_in_seconds", 0);
    body.put("reason", "to see that it works");
    body.put("dry_run", false);
    if (state.equals("CANARY")) {
      body.put("canary_share", 0.5);
    }
    return body;
  }

  private static String text(String policy, int version) {
    return """
        policy: %s
        version: %d
        state: shadow
        thresholds:
          fast: {value: %d, min: 1, max: 100, unit: messages, means: Lower finds more.}
        rules:
          - id: only
            when: features.author_messages_10s >= threshold.fast
            actions:
              - {kind: rate_limit, per_minute: 5, duration: PT10M, notice: test.fast}
        """
        .formatted(policy, version, 5 + version);
  }

  private static HttpResponse<String> send(Role role, String path, Map<String, Object> body)
      throws Exception {
    return served.send(role, "POST", path, JSON.writeValueAsString(body));
  }
}
