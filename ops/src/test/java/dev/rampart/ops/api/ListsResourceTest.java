package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.Main;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as an analyst changes them: by name, with a reason, in the audit. */
class ListsResourceTest {
  private static final String PATH = "/v1/lists/entries";

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
  void shouldChangeNothingUnlessTold() throws Exception {
    HttpResponse<String> answer =
        send("POST", "{'list': 'domains/dry', 'entry': 'Evil.Example', 'reason': 'try'}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(ServedInstance.json(answer).get("entry").asText()).isEqualTo("evil.example");
    assertThat(entries("domains/dry", "", 100).get("items")).isEmpty();
  }

  @Test
  void shouldListAndWithdrawUnderTheNameOfTheToken() throws Exception {
    String wanted = "{'list': 'domains/told', 'entry': 'evil.example', %s'reason': 'a report'%s}";
    JsonNode listed = ServedInstance.json(send("POST", wanted.formatted("", ", 'dry_run': false")));
    assertThat(listed.get("changed_by").asText()).isEqualTo("the-approver");

    HttpResponse<String> twice = send("POST", wanted.formatted("", ", 'dry_run': false"));
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("is listed already");

    String end = listed.get("listings").get(0).get("listed_at").asText();
    String after = "'delisted_at': '%s', ".formatted(end.replace("Z", "") + "1Z");
    HttpResponse<String> withdrawn = send("DELETE", wanted.formatted(after, ", 'dry_run': false"));
    assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    JsonNode entry = entries("domains/told", "", 100).get("items").get(0);
    assertThat(entry.get("version").asInt()).isEqualTo(2);
    assertThat(entry.get("listings").get(0).get("delisted_at").isNull()).isFalse();
    assertThat(served.get(Role.ADMIN, "/v1/audit").body())
        .contains("list.put", "list.withdraw", "the-approver", "a report");
  }

  @Test
  void shouldSayWhatIsWrongWithAnEntry() throws Exception {
    HttpResponse<String> kind = send("POST", "{'list': 'planets', 'entry': 'mars', 'reason': 'r'}");
    assertThat(kind.statusCode()).isEqualTo(422);
    assertThat(kind.body()).contains("list: found planets, allowed is one of");
    HttpResponse<String> never =
        send("DELETE", "{'list': 'domains', 'entry': 'never.example', 'reason': 'r'}");
    assertThat(never.statusCode()).isEqualTo(409);
    assertThat(never.body()).contains("is not listed at");
  }

  @Test
  void shouldShowAPageAfterTheOther() throws Exception {
    for (String host : List.of("a.example", "b.example", "c.example")) {
      send(
          "POST",
          "{'list': 'domains/pages', 'entry': '%s', 'reason': 'r', 'dry_run': false}"
              .formatted(host));
    }
    List<String> seen = new ArrayList<>();
    JsonNode page = entries("domains/pages", "", 2);
    page.get("items").forEach(item -> seen.add(item.get("entry").asText()));
    page = entries("domains/pages", page.get("next").asText(), 2);
    page.get("items").forEach(item -> seen.add(item.get("entry").asText()));

    assertThat(seen).containsExactly("a.example", "b.example", "c.example");
    assertThat(page.get("next").isNull()).isTrue();
  }

  @Test
  void shouldBeChangedByTheCommandThroughTheService() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), served.token(Role.APPROVER));
    CommandLineRun run =
        CommandLineRun.of(
            new Main(),
            "features",
            "lists",
            "put",
            "domains/command",
            "evil.example",
            "--reason",
            "by command",
            "--server",
            served.address().toString(),
            "--token-file",
            token.toString());

    assertThat(run.status()).as(run.err()).isZero();
    JsonNode entry = entries("domains/command", "", 100).get("items").get(0);
    assertThat(entry.get("changed_by").asText()).isEqualTo("the-approver");
    assertThat(entry.get("reason").asText()).isEqualTo("by command");
  }

  private static HttpResponse<String> send(String method, String body) throws Exception {
    return served.send(Role.APPROVER, method, PATH, body.replace('\'', '"'));
  }

  private static JsonNode entries(String list, String after, int limit) throws Exception {
    String query = "?list=%s&after=%s&limit=%d".formatted(list, after.replace(" ", "%20"), limit);
    return ServedInstance.json(served.get(Role.VIEWER, PATH + query));
  }
}
