package dev.rampart.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards, rules, runbooks and the list of metrics, held against a running instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardsMatchMetricsTest {
  private static final Path RUNBOOKS = Project.ops("docs/runbooks");

  /** Labels that Prometheus adds to what it scrapes. */
  private static final Set<String> SCRAPED = Set.of("job", "instance", "le");

  /** Metrics that Prometheus makes itself. */
  private static final Set<String> OWN = Set.of("up", "ALERTS");

  private Exposition exposed;

  @BeforeAll
  void scrape(@TempDir Path folder) throws Exception {
    String text;
    try (MeasuredInstance instance = new MeasuredInstance(folder)) {
      instance.metrics(found -> found.contains("state=\"running\"} 1.0"));
      try (Traffic traffic = new Traffic(instance.bootstrap(), instance.topics)) {
        traffic.messages(8, "hello");
        traffic.garbage();
        traffic.verdicts();
      }
      instance.callApi();
      text = instance.metrics(DashboardsMatchMetricsTest::isComplete);
    }
    Files.writeString(Path.of("target", "metrics.txt"), text);
    exposed = Exposition.parse(text);
  }

  /** The guard has seen an action, a verdict was counted, tasks are measured. */
  private static boolean isComplete(String text) {
    return text.contains("rampart_budget_limit_actions{")
        && text.contains("rampart_reversals_total{")
        && text.contains("rampart_policy_precision{")
        && text.contains("kafka_stream_state_estimate_num_keys{")
        && text.contains("kafka_stream_task_restore_remaining_records_total{");
  }

  @Test
  void shouldAskInDashboardsAndRulesForWhatIsExposed() throws IOException {
    Map<String, Set<String>> recorded = recorded();
    List<String> wrong = new ArrayList<>();
    expressions()
        .forEach(
            (place, expression) ->
                problems(Query.parse(expression), recorded)
                    .forEach(problem -> wrong.add(place + ": " + problem)));
    assertThat(wrong).isEmpty();
  }

  @Test
  void shouldListExactlyWhatRampartExposes() throws IOException {
    Map<String, MetricsTable.Row> listed = MetricsTable.read(Project.ops("docs/metrics.md"));
    Map<String, MetricsTable.Row> found =
        exposed.types().keySet().stream()
            .filter(name -> name.startsWith("rampart_"))
            .collect(
                Collectors.toMap(
                    name -> name,
                    name ->
                        new MetricsTable.Row(
                            exposed.types().getOrDefault(name, ""), exposed.labelsOf(name))));
    Map<String, MetricsTable.Row> own = new HashMap<>(listed);
    own.keySet().removeIf(name -> !name.startsWith("rampart_"));
    assertThat(own).isEqualTo(found);
    assertThat(listed.keySet()).allMatch(name -> exposed.types().containsKey(name));
  }

  @Test
  void shouldDescribeEveryMetricOfItsOwn() {
    assertThat(exposed.help())
        .allSatisfy(
            (name, help) ->
                assertThat(name.startsWith("rampart_") ? help.strip() : "-").isNotEmpty());
  }

  @Test
  void shouldHaveARunbookForEachAlertAndAnAlertForEachRunbook() throws IOException {
    List<String> alerts = new ArrayList<>();
    for (JsonNode rule : rules()) {
      if (rule.has("alert")) {
        String name = rule.get("alert").asText();
        alerts.add(name + ".md");
        assertThat(rule.at("/annotations/runbook").asText())
            .isEqualTo("ops/docs/runbooks/" + name + ".md");
        assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
        assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
      }
    }
    assertThat(Project.files(RUNBOOKS, ".md"))
        .extracting(file -> file.getFileName().toString())
        .filteredOn(name -> !name.equals("README.md"))
        .containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void shouldTellInEachRunbookTheSameThings() throws IOException {
    for (Path runbook : Project.files(RUNBOOKS, ".md")) {
      if (!runbook.endsWith("README.md")) {
        assertThat(Files.readString(runbook))
            .as(runbook.toString())
            .contains(
                "## What it means",
                "## What users feel",
                "## How to look",
                "## What to do",
                "## Whom to call");
      }
    }
  }

  private List<String> problems(Query query, Map<String, Set<String>> recorded) {
    List<String> problems = new ArrayList<>();
    Set<String> known = new TreeSet<>(SCRAPED);
    query
        .metrics()
        .forEach(
            (metric, selected) -> {
              Set<String> own = labelsOf(metric, recorded);
              if (own == null) {
                problems.add("nobody exposes " + metric);
              } else {
                known.addAll(own);
                strange(selected, own)
                    .forEach(label -> problems.add(metric + " has no label " + label));
              }
            });
    strange(query.grouping(), known).forEach(label -> problems.add("groups by unknown " + label));
    return problems;
  }

  private static Set<String> strange(Set<String> labels, Set<String> known) {
    Set<String> strange = new TreeSet<>(labels);
    strange.removeAll(known);
    strange.removeAll(SCRAPED);
    return strange;
  }

  private @Nullable Set<String> labelsOf(String metric, Map<String, Set<String>> recorded) {
    Set<String> own = OWN.contains(metric) ? SCRAPED : exposed.labels().get(metric);
    return own == null ? recorded.get(metric) : own;
  }

  /** Names of the recording rules and what they group by. */
  private static Map<String, Set<String>> recorded() throws IOException {
    Map<String, Set<String>> recorded = new HashMap<>();
    for (JsonNode rule : rules()) {
      if (rule.has("record")) {
        recorded.put(
            rule.get("record").asText(), Query.parse(rule.get("expr").asText()).grouping());
      }
    }
    return recorded;
  }

  private static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    Project.yaml(Project.ops("prometheus/rules.yml"))
        .get("groups")
        .forEach(group -> group.get("rules").forEach(rules::add));
    return rules;
  }

  /** All expressions, by where they stand. */
  private static Map<String, String> expressions() throws IOException {
    Map<String, String> expressions = new HashMap<>();
    for (JsonNode rule : rules()) {
      String name = rule.path("alert").asText(rule.path("record").asText());
      expressions.put("rules.yml " + name, rule.get("expr").asText());
    }
    for (Path dashboard : Project.files(Project.ops("grafana"), ".json")) {
      collect(dashboard.getFileName().toString(), Project.json(dashboard), expressions);
    }
    return expressions;
  }

  private static void collect(String where, JsonNode node, Map<String, String> expressions) {
    String here = node.has("title") ? where + " / " + node.get("title").asText() : where;
    JsonNode expression = node.path("expr");
    if (expression.isTextual()) {
      expressions.put(here + " " + node.path("refId").asText(), expression.asText());
    }
    node.forEach(child -> collect(here, child, expressions));
  }
}
