package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Curve;
import dev.rampart.actions.backtest.Proportion;
import dev.rampart.actions.document.OnMissing;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.RuleDocument;
import dev.rampart.actions.document.Threshold;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LogDatabase;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.ops.decisions.Predicate;
import dev.rampart.ops.decisions.RuleSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws the curve of one threshold of a policy. DuckDB reads the log once and counts decisions by
 * what decides their match; the curve is worked out from the counts, exactly, for every value at
 * once. Counts matches: cool-downs, the ladder and other policies are a backtest's work.
 */
public final class ThresholdSweep {
  /** Values closer than this are one value, which the arithmetic of the grid set apart. */
  private static final double SAME = 1e-9;

  private final SweepKeys keys;
  private final Grid grid;
  private final List<SweptRule> rules;
  private final List<KeyTest> tests;
  private final int present;
  private final Ramp flagged;
  private final Ramp acted;
  private final Ramp reviews;
  private final Ramp gained;
  private final Ramp lost;
  private final Ramp judged;
  private final Ramp right;
  private long abuse;

  /**
   * @param log whose decisions are counted
   * @param name of the threshold
   * @throws CommandFailure when the policy has no such threshold, or a rule cannot be swept
   */
  public ThresholdSweep(LogView log, PolicyDocument policy, String name, int points) {
    this.grid = new Grid(threshold(policy, name), points);
    this.rules = rules(log, policy, "threshold." + name);
    this.keys = new SweepKeys(grid, rules);
    this.tests = rules.stream().map(rule -> keys.test(rule.condition())).toList();
    this.present = grid.presentPlace();
    int size = grid.values().length;
    this.flagged = new Ramp(size);
    this.acted = new Ramp(size);
    this.reviews = new Ramp(size);
    this.gained = new Ramp(size);
    this.lost = new Ramp(size);
    this.judged = new Ramp(size);
    this.right = new Ramp(size);
  }

  private static Threshold threshold(PolicyDocument policy, String name) {
    Threshold threshold = policy.thresholds().get(name);
    if (threshold == null) {
      throw CommandFailure.wrongUsage(
          "--threshold: found '%s', policy %s has %s"
              .formatted(
                  name,
                  policy.policy(),
                  String.join(", ", new TreeSet<>(policy.thresholds().keySet()))));
    }
    return threshold;
  }

  private static List<SweptRule> rules(LogView log, PolicyDocument policy, String swept) {
    Map<String, Double> thresholds =
        policy.thresholds().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
    RuleSql sql = new RuleSql(log.columns(), thresholds, swept);
    return policy.rules().stream()
        .filter(rule -> !rule.actions().isEmpty())
        .map(rule -> SweptRule.of(rule, condition(sql, policy.policy(), rule, swept)))
        .toList();
  }

  /**
   * A rule that does not name the threshold and that SQL cannot test, as it looks at the account's
   * strikes for instance, matches where it matched when the log was written.
   */
  private static Predicate condition(RuleSql sql, String policy, RuleDocument rule, String swept) {
    try {
      return sql.translate(rule.when().text());
    } catch (CommandFailure untranslatable) {
      if (rule.when().text().contains(swept)) {
        throw untranslatable;
      }
      return new Predicate.Leaf(
          "len(list_filter(matched_rules, lambda r: r.policy = %s AND r.rule = %s)) > 0"
              .formatted(LogDatabase.text(policy), LogDatabase.text(rule.id())));
    }
  }

  /** The numbers that rules compare with the threshold, as SQL, each once. */
  public List<String> measures() {
    return keys.measures();
  }

  /**
   * Reads the log.
   *
   * @param condition which decisions, as SQL
   */
  public Curve draw(LogView log, String condition) throws SQLException {
    List<String> columns = new ArrayList<>(keys.sql());
    boolean labelled = !log.strings("SELECT 1 FROM judged LIMIT 1").isEmpty();
    String abuseKey = labelled ? "CAST(coalesce(CAST(abuse AS INTEGER), -1) AS SMALLINT)" : "-1";
    String sql =
        "SELECT %s, %s AS abuse_key, count(*) FROM log %s WHERE event_type <> 'feedback'%s AND %s GROUP BY ALL"
            .formatted(
                String.join(", ", columns),
                abuseKey,
                labelled ? "LEFT JOIN judged USING (event_id)" : "",
                log.columns().contains("amendment") ? " AND amendment IS NULL" : "",
                condition);
    try (Statement statement = log.database().createStatement();
        ResultSet groups = statement.executeQuery(sql)) {
      while (groups.next()) {
        add(groups, columns.size());
      }
    }
    return curve();
  }

  private void add(ResultSet groups, int size) throws SQLException {
    int[] group = new int[size];
    for (int i = 0; i < size; i++) {
      group[i] = groups.getInt(i + 1);
    }
    int known = groups.getInt(size + 1);
    long decisions = groups.getLong(size + 2);
    abuse += known == 1 ? decisions : 0;
    boolean flaggedNow = outcome(group, present).matches();
    int[] cuts = keys.cuts(group);
    for (int i = 0; i + 1 < cuts.length; i++) {
      add(outcome(group, cuts[i]), flaggedNow, known, decisions, cuts[i], cuts[i + 1]);
    }
  }

  /**
   * What the rules make of a group.
   *
   * @param matches whether a rule matches
   * @param acts whether more than a review is asked for
   * @param reviews that are asked for where nothing else is
   */
  private record Outcome(boolean matches, boolean acts, int reviews) {}

  private Outcome outcome(int[] group, int point) {
    boolean acts = false;
    boolean matches = false;
    int asked = 0;
    for (int i = 0; i < tests.size(); i++) {
      SweptRule rule = rules.get(i);
      Boolean holds = tests.get(i).holds(group, point);
      if (holds == null ? rule.onMissing() == OnMissing.NO_MATCH : !holds) {
        continue;
      }
      boolean reviewInstead = holds == null && rule.onMissing() == OnMissing.REVIEW;
      matches = true;
      acts |= rule.acts() && !reviewInstead;
      asked = Math.max(asked, reviewInstead ? 1 : rule.reviews());
    }
    return new Outcome(matches, acts, acts ? 0 : asked);
  }

  private void add(
      Outcome outcome, boolean flaggedNow, int known, long decisions, int from, int to) {
    if (outcome.matches()) {
      flagged.add(from, to, decisions);
      acted.add(from, to, outcome.acts() ? decisions : 0);
      reviews.add(from, to, outcome.reviews() * decisions);
      judged.add(from, to, known >= 0 ? decisions : 0);
      right.add(from, to, known == 1 ? decisions : 0);
    }
    gained.add(from, to, outcome.matches() && !flaggedNow ? decisions : 0);
    lost.add(from, to, flaggedNow && !outcome.matches() ? decisions : 0);
  }

  private Curve curve() {
    double[] values = grid.values();
    long[] matching = flagged.counts();
    long[] acting = acted.counts();
    long[] asking = reviews.counts();
    long[] more = gained.counts();
    long[] fewer = lost.counts();
    long[] known = judged.counts();
    long[] rightly = right.counts();
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (i + 1 == values.length || values[i + 1] - values[i] > SAME) {
        points.add(
            new Curve.Point(
                values[i],
                matching[i],
                acting[i],
                asking[i],
                more[i],
                fewer[i],
                new Proportion(rightly[i], known[i]),
                new Proportion(rightly[i], abuse)));
      }
    }
    return new Curve(points);
  }
}
