package dev.rampart.ops.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command line of the README is run: here, or by the test that is named here. */
class EveryReadmeCommandRunsTest {
  private static final String HERE = EveryReadmeCommandRunsTest.class.getName();

  /** What runs a command of the README, by the command's name. */
  private static final Map<String, String> RUN_BY =
      Map.of(
          "demo", "dev.rampart.ops.demo.DemoTest",
          "replay", HERE,
          "topics create", HERE,
          "run", "dev.rampart.ops.monitoring.DashboardsMatchMetricsTest",
          "chaos", "dev.rampart.ops.chaos.EveryEventDecidedOnceTest",
          "bench", "dev.rampart.ops.bench.BenchCommandTest",
          "state stores", "dev.rampart.ops.api.OnCallTest");

  @TempDir private Path folder;

  @Test
  void shouldNameATestForEveryCommandOfTheReadme() throws IOException {
    assertThat(Documents.readme())
        .isNotEmpty()
        .allSatisfy(
            command -> assertThat(RUN_BY).as(command.toString()).containsKey(command.name()));
  }

  @Test
  void shouldNameTestsThatExist() {
    assertThat(RUN_BY.values()).allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topology",
        "topology --format svg",
        "features list",
        "features lists",
        "models list",
        "models verify",
        "policies validate"
      })
  void shouldRunWhatIsQuickAndChangesNothing(String commandLine) throws IOException {
    String[] arguments =
        commandLine
            .replace("validate", "validate " + Documents.ROOT.resolve("actions/policies"))
            .split(" ");
    CommandLineRun run = CommandLineRun.of(new Main(), arguments);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  @Test
  void shouldReplayTheEventOfTheReadme() throws IOException {
    Files.writeString(folder.resolve("events.jsonl"), event());
    run(readme("replay").words().stream().map(this::inFolder).toList());
    List<String> decisions = Files.readAllLines(folder.resolve("decisions.jsonl"));
    assertThat(decisions).hasSize(1);
    assertThat(new ObjectMapper().readTree(decisions.get(0)).get("event_id").asText())
        .isEqualTo("m1");
    assertThat(folder.resolve("actions.jsonl")).exists();
  }

  @Test
  void shouldCreateTheTopicsAsTheReadmeSays() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      List<String> words =
          readme("topics create").words().stream()
              .map(word -> word.replace("127.0.0.1:9092", broker.bootstrap()))
              .toList();
      assertThat(words).contains(broker.bootstrap());
      assertThat(run(words).out()).contains("created rampart.messages");
    }
  }

  private static DocumentedCommand readme(String name) throws IOException {
    return Documents.readme().stream()
        .filter(command -> command.whole() && command.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README.md has no ./rampart " + name));
  }

  private static String event() throws IOException {
    return Files.readAllLines(Documents.ROOT.resolve("README.md")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("{\"type\""))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README.md shows no event"));
  }

  private String inFolder(String word) {
    return word.endsWith(".jsonl") ? folder.resolve(word).toString() : word;
  }

  private static CommandLineRun run(List<String> words) {
    CommandLineRun run = CommandLineRun.of(new Main(), words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }
}
