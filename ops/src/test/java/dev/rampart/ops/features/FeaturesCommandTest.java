package dev.rampart.ops.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code features} commands on what one small replay decided. */
class FeaturesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2024-03-01T10:00:00Z");

  @TempDir private static Path folder;
  private static Path input;
  private static Path decisions;

  @BeforeAll
  static void replay() throws IOException {
    input = folder.resolve("events.jsonl");
    decisions = folder.resolve("decisions.jsonl");
    Files.write(input, IntStream.range(0, 400).mapToObj(FeaturesCommandTest::line).toList());
    CommandLineRun run =
        run("replay", "--input", input.toString(), "--decisions", decisions.toString());
    assertThat(run.status()).as(run.err()).isZero();
  }

  /** One account writes to a hundred others; every fifth event is late; log-ins lie between. */
  private static String line(int number) {
    Instant time = START.plusMillis(number * 2_000L - (number % 5 == 0 ? 9_000 : 0));
    if (number % 10 == 3) {
      return "{\"type\":\"user\",\"event_id\":\"u%d\",\"user_id\":\"a%d\",\"kind\":\"LOGIN\",\"ip_hash\":\"ip%d\",\"occurred_at\":\"%s\"}"
          .formatted(number, number % 3, number % 7, time);
    }
    return "{\"type\":\"message\",\"message_id\":\"m%d\",\"author_id\":\"%s\",\"channel_id\":\"c%d\",\"recipient_id\":\"r%d\",\"content\":\"see http://d%d.example\",\"sent_at\":\"%s\"}"
        .formatted(
            number, number % 2 == 0 ? "a0" : "a" + number % 3, number % 9, number, number, time);
  }

  @Test
  void shouldRecomputeEveryServedValueExactly() throws IOException {
    CommandLineRun run = parity(decisions);

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.get("decisions").asInt()).isEqualTo(400);
    assertThat(report.get("share").asDouble()).isEqualTo(1.0);
    assertThat(report.get("features"))
        .filteredOn(row -> row.get("sketched").asLong() > 0)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("sketch_error_most").asDouble()).isLessThan(0.3));
  }

  @Test
  void shouldFailWhenAServedValueIsNotWhatTheInputGives() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(decisions));
    ObjectNode changed = (ObjectNode) JSON.readTree(lines.get(17));
    ((ObjectNode) changed.get("features")).put("author_messages_1h", 1234.0);
    lines.set(17, changed.toString());

    CommandLineRun run = parity(Files.write(folder.resolve("changed.jsonl"), lines));

    assertThat(run.status()).isEqualTo(1);
    assertThat(JSON.readTree(run.out()).get("features"))
        .filteredOn(row -> row.get("matched").asLong() != row.get("compared").asLong())
        .extracting(row -> row.get("feature").asText())
        .containsExactly("author_messages_1h");
  }

  @Test
  void shouldFailWhenADecidedEventIsNotInTheInput() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(decisions));
    lines.set(3, lines.get(3).replaceFirst("\"event_id\":\"[^\"]*\"", "\"event_id\":\"unknown\""));

    CommandLineRun run = parity(Files.write(folder.resolve("unknown.jsonl"), lines));

    assertThat(run.status()).isEqualTo(1);
    assertThat(JSON.readTree(run.out()).get("without_input").asInt()).isEqualTo(1);
  }

  @Test
  void shouldRefuseDecisionsOutOfOrderAndOfAnotherCatalogue() throws IOException {
    List<String> lines = Files.readAllLines(decisions);
    List<String> twice = List.of(lines.get(0), lines.get(0));
    String other =
        lines
            .get(0)
            .replaceFirst("\"catalogue_version\":\"[^\"]*\"", "\"catalogue_version\":\"x\"");

    CommandLineRun disordered = parity(Files.write(folder.resolve("twice.jsonl"), twice));
    CommandLineRun foreign = parity(Files.write(folder.resolve("other.jsonl"), List.of(other)));
    CommandLineRun broken = parity(Files.write(folder.resolve("broken.jsonl"), List.of("{}")));

    assertThat(disordered.status()).isEqualTo(2);
    assertThat(disordered.err()).contains("line 2").contains("order of the decisions topic");
    assertThat(foreign.status()).isEqualTo(2);
    assertThat(foreign.err()).contains("catalogue x");
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.jsonl:1: source: found nothing");
  }

  @Test
  void shouldExplainWhichEventsAValueCameFrom() throws IOException {
    CommandLineRun run = explain("m398", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    JsonNode features = JSON.readTree(run.out()).get("features");
    JsonNode minute = named(features, "author_messages_1m");
    assertThat(minute.get("events").asInt()).isEqualTo((int) minute.get("served").asDouble());
    assertThat(minute.get("value")).isEqualTo(minute.get("served"));
    assertThat(minute.get("window").asText()).isEqualTo("1m");
    assertThat(minute.get("newest").get(minute.get("newest").size() - 1).get("event_id").asText())
        .isEqualTo("m398");
    assertThat(named(features, "account_age_days").get("by_default").asBoolean()).isTrue();
  }

  @Test
  void shouldExplainInWordsAndNeverShowText() {
    CommandLineRun run = explain("m398");

    assertThat(run.out())
        .contains("author_messages_1h = ")
        .contains("tiles from 2024-03-01T")
        .contains("the default: there was no value")
        .doesNotContain("see http");
    assertThat(explain("nobody").status()).isEqualTo(1);
  }

  @Test
  void shouldListTheCatalogueAndWhatAChangeDoesToThePast() throws IOException {
    Path shipped = Path.of(System.getProperty("rampart.root"), "topology/catalogue/features.yml");
    String text = Files.readString(shipped);
    Path old = folder.resolve("old.yml");
    Files.writeString(old, text.replaceFirst("window: 1m", "window: 2m"));

    CommandLineRun same = run("features", "list");
    CommandLineRun changed = run("features", "list", "--json", "--against", old.toString());

    assertThat(same.out()).contains("author_messages_1m", "messages", "A burst of messages");
    JsonNode changes = JSON.readTree(changed.out()).get("changes");
    assertThat(changes)
        .extracting(change -> change.get("feature").asText() + " " + change.get("change").asText())
        .contains("author_messages_1m restarted");
    assertThat(JSON.readTree(changed.out()).get("features").get(0).get("why").asText())
        .isNotEmpty();
  }

  @Test
  void shouldShowTheVersionOfTheReputationListsOrEverythingWrongWithThem() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("lists"));
    Files.writeString(lists.resolve("a.csv"), "list,entry,listed_at,delisted_at\nx,y,,\nz,y,,\n");

    CommandLineRun wrong = run("features", "lists", "--lists", lists.toString());

    assertThat(JSON.readTree(run("features", "lists", "--json").out()).get("listings"))
        .anySatisfy(size -> assertThat(size.asInt()).isPositive());
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("a.csv:2: list: found", "a.csv:3: list: found");
  }

  @Test
  void shouldRefuseFilesThatCannotBeReadAllAtOnce() {
    CommandLineRun run = run("features", "parity", "--decisions", "no1", "--input", "no2");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no1: is no file").contains("no2: is no file");
  }

  private static JsonNode named(JsonNode features, String name) {
    for (JsonNode feature : features) {
      if (feature.get("name").asText().equals(name)) {
        return feature;
      }
    }
    throw new AssertionError(name);
  }

  private static CommandLineRun parity(Path file) {
    return run(
        "features",
        "parity",
        "--json",
        "--decisions",
        file.toString(),
        "--input",
        input.toString());
  }

  private static CommandLineRun explain(String event, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "features",
                "explain",
                "--decisions",
                decisions.toString(),
                "--input",
                input.toString(),
                "--event",
                event));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.of(new Main(), arguments);
  }
}
