package dev.rampart.ops.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.Program;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventFacts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final List<Decision> DECISIONS = LoggedDecisions.messages(2_000, 11);

  @TempDir private static Path folder;

  @BeforeAll
  static void writeLog() throws Exception {
    LoggedDecisions.write(folder, DECISIONS);
  }

  private record Answer(int exit, String out, String err) {}

  private static Answer query(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> line = new ArrayList<>(List.of("decisions", "query", "--log", folder.toString()));
    line.addAll(List.of(args));
    int exit =
        Program.run(
            new Main(), new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    return new Answer(exit, out.toString(), err.toString());
  }

  private static JsonNode json(String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(args));
    Answer answer = query(all.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.err()).isZero();
    return new ObjectMapper().readTree(answer.out());
  }

  @Test
  void shouldCountWhatAConditionOfTheRuleLanguageSays() throws Exception {
    long expected =
        DECISIONS.stream()
            .filter(d -> d.getScores().get(0).getLabels().getOrDefault("spam", -1f) >= 0.9)
            .filter(d -> facts(d).getLinkCount() > 0)
            .filter(d -> d.getGuildId() == null || "en".equals(facts(d).getLocale()))
            .count();

    JsonNode rows =
        json(
            "--where",
            "scores.spam.spam >= 0.9 && event.link_count > 0 && (event.is_direct || event.locale in ['en', 'fr'])");

    assertThat(rows.get(0).get("decisions").asLong()).isEqualTo(expected).isPositive();
  }

  private static EventFacts facts(Decision decision) {
    return Objects.requireNonNull(decision.getEvent());
  }

  @Test
  void shouldDrawTimeSeriesTopAndComparison() throws Exception {
    assertThat(json("--every", "10m").size()).isEqualTo(4);
    assertThat(json("--top", "event.locale").get(0).get("decisions").asLong()).isEqualTo(1_000);
    JsonNode compared = json("--compare", "10m").get(0);
    assertThat(compared.get("now").asLong()).isEqualTo(600);
    assertThat(compared.get("change").asLong()).isZero();
  }

  @Test
  void shouldAnswerSqlWithFeaturesAndScoresByName() throws Exception {
    JsonNode rows =
        json("--sql", "SELECT count(*) AS n FROM decisions WHERE scores.spam.spam IS NULL");

    long missing =
        DECISIONS.stream().filter(d -> d.getScores().get(0).getLabels().isEmpty()).count();
    assertThat(rows.get(0).get("n").asLong()).isEqualTo(missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'stolen.csv'",
        "SELECT 1; SELECT 2",
        "DROP VIEW log",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')"
      })
  void shouldReadNothingButTheLogAndChangeNothing(String sql) {
    Answer answer = query("--sql", sql);

    assertThat(answer.exit()).as(answer.out()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void shouldSayWhatALogDoesNotHave() {
    assertThat(query("--where", "features.nonsense > 1").err())
        .contains("features.nonsense: is not in the log; allowed:")
        .contains("features.account_age_days");
    assertThat(query("--where", "account.strikes > 1").err()).contains("policies backtest");
    assertThat(query("--where", "event.link_count >").err()).contains("column");
  }

  @Test
  void shouldPrintCommaSeparatedValues() {
    assertThat(query("--csv", "--sql", "SELECT 'a,\"b' AS x, NULL AS y").out())
        .isEqualTo("x,y\r\n\"a,\"\"b\",\n");
  }
}
