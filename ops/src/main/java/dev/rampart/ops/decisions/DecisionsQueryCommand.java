package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decisions query}: asks the log, in SQL or in the rule language. */
@Command(
    name = "query",
    description = {
      "Asks the decision log. --where takes a condition of the rule language; --sql one SELECT over"
          + " the tables decisions, log and labels. The log cannot be changed from here."
    })
public final class DecisionsQueryCommand extends RampartCommand {
  private static final int MEGABYTES = 1_024;

  @Mixin private final LogOptions log = new LogOptions();

  @ArgGroup(exclusive = true)
  private final Kind kind = new Kind();

  /** What is asked; a count when nothing is named. */
  static final class Kind {
    @Option(names = "--sql", paramLabel = "SELECT", description = "A question in SQL.")
    private Optional<String> sql = Optional.empty();

    @Option(names = "--every", paramLabel = "SPAN", description = "Time series, 10m for instance.")
    private Optional<String> every = Optional.empty();

    @Option(
        names = "--top",
        paramLabel = "NAME",
        description = "Most frequent values of a field, event.guild_id for instance.")
    private Optional<String> top = Optional.empty();

    @Option(
        names = "--compare",
        paramLabel = "SPAN",
        description = "The last span of time beside the one before it.")
    private Optional<String> compare = Optional.empty();

    @Option(names = "--sample", description = "Some decisions, without text.")
    private boolean sample;
  }

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Which decisions, in the rule language. Default: all.")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rows at most. Default: ${DEFAULT-VALUE}")
  private int limit = 20;

  @Option(names = "--csv", description = "Print comma-separated values.")
  private boolean csv;

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--limit", limit, 1, 10_000_000);
    int threads = Runtime.getRuntime().availableProcessors();
    try (LogView view = LogView.open(log.folder(), threads, MEGABYTES)) {
      view.loadLabels(log.folder());
      LogDatabase.confine(view.database(), log.folder());
      QueryTable table = QueryTable.of(view, sql(view), limit);
      output.result(table.document(), csv ? table::csv : table::text);
      return ExitCode.DONE;
    } catch (SQLException refused) {
      throw CommandFailure.wrongUsage("the log refused the question: " + refused.getMessage());
    }
  }

  private String sql(LogView view) throws SQLException {
    if (kind.sql.isPresent()) {
      return Question.requireSelect(view, kind.sql.get());
    }
    RuleSql rules = new RuleSql(view.columns(), Map.of(), "");
    Question question = new Question(condition(rules));
    if (kind.every.isPresent()) {
      return question.series(kind.every.get());
    }
    if (kind.top.isPresent()) {
      return question.top(rules.value(kind.top.get()), limit);
    }
    if (kind.compare.isPresent()) {
      return question.compared(kind.compare.get());
    }
    return kind.sample ? question.sample(limit) : question.count();
  }

  private String condition(RuleSql rules) {
    return where
        .map(rule -> log.condition() + " AND " + rules.translate(rule).sql(0))
        .orElse(log.condition());
  }
}
