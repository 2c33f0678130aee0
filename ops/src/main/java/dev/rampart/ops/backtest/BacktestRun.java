package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.BudgetTimes;
import dev.rampart.actions.backtest.BudgetTrips;
import dev.rampart.actions.document.Budget;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LogView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A backtest over a whole log, on several threads: each takes the accounts of its share.
 *
 * @param folder of the log
 * @param present policies in force
 * @param draft that takes the place of its policy
 * @param from event time from which the draft decides; empty for the beginning
 * @param to event time at which to stop; empty for the end
 * @param threads 1 or more
 * @param sampleSize flips to show
 * @param restraints what keeps policies from acting
 */
public record BacktestRun(
    Path folder,
    List<PolicyDocument> present,
    PolicyDocument draft,
    Optional<Instant> from,
    Optional<Instant> to,
    int threads,
    int sampleSize,
    RestraintUse restraints) {
  private static final int MEGABYTES = 512;

  /** Rounds after which what is known of a budget is taken as it is. */
  private static final int MOST_ROUNDS = 20;

  /** Runs it. Its budget restrains the draft, which changes how its budget is spent. */
  public BacktestCounts run(BacktestWitness witness) throws Exception {
    List<PolicyDocument> tried = PolicyFiles.with(present, draft);
    List<PolicyDocument> all = new ArrayList<>(present);
    all.add(draft);
    try (LogView log = LogView.open(folder, threads, MEGABYTES)) {
      log.loadLabels(folder);
      Judgements.define(log, folder, draft.policy());
      Set<String> names = NamesUsed.of(all);
      requireText(log, names);
      Parts parts =
          new Parts(
              PolicyFiles.compile(present, log),
              PolicyFiles.compile(tried, log),
              Judgements.load(log),
              new LoggedColumns(log, names, draft.policy()));
      BacktestCounts counts = run(parts, witness);
      seeSlices(log, counts);
      return counts;
    }
  }

  private void seeSlices(LogView log, BacktestCounts counts) throws SQLException {
    String looked =
        "%s AND event_time >= epoch_ms(%d)%s"
            .formatted(
                until(),
                from.map(Instant::toEpochMilli).orElse(0L),
                log.columns().contains("amendment") ? " AND amendment IS NULL" : "");
    for (Map.Entry<String, String> by : BacktestCounts.Slice.sql(log).entrySet()) {
      String sql =
          "SELECT %s, count(*) FROM log WHERE %s GROUP BY 1".formatted(by.getValue(), looked);
      try (Statement statement = log.database().createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          counts.see(new BacktestCounts.Slice(by.getKey(), rows.getString(1)), rows.getLong(2));
        }
      }
    }
  }

  /**
   * What comes before the first wrong trip is decided rightly, so that each round finds at least
   * one trip more; most often the second round confirms the first.
   */
  private BacktestCounts run(Parts parts, BacktestWitness witness)
      throws InterruptedException, ExecutionException {
    BudgetTrips trips = BudgetTrips.none(draft.policy(), budget());
    if (!trips.isBounded()) {
      return runAll(parts, trips, witness).counts();
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Round done = runAll(parts, trips, BacktestWitness.NONE);
      if (done.trips().equals(trips)) {
        return witness == BacktestWitness.NONE
            ? done.counts()
            : runAll(parts, trips, witness).counts();
      }
      trips = done.trips();
    }
    return runAll(parts, trips, witness).counts();
  }

  private Optional<Budget> budget() {
    return restraints == RestraintUse.SIMULATED ? draft.guardrails().budget() : Optional.empty();
  }

  private record Round(BacktestCounts counts, BudgetTrips trips) {}

  private record Share(BacktestCounts counts, BudgetTimes spent) {}

  private record Parts(
      PolicySet present, PolicySet tried, Map<String, Boolean> judged, LoggedColumns columns) {}

  private static void requireText(LogView log, Set<String> names) throws SQLException {
    if (names.contains("event.content") && !log.hasText()) {
      throw CommandFailure.wrongUsage(
          "a rule names event.content, and the log holds no text of messages: log with"
              + " decisionLog.includeText, or write the rule over features and scores");
    }
  }

  private Round runAll(Parts parts, BudgetTrips trips, BacktestWitness witness)
      throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Share>> futures = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        int own = part;
        futures.add(workers.submit(() -> runPart(parts, trips, witness, own)));
      }
      BacktestCounts counts = new BacktestCounts(sampleSize);
      List<BudgetTimes> spent = new ArrayList<>();
      for (Future<Share> future : futures) {
        counts.add(future.get().counts());
        spent.add(future.get().spent());
      }
      return new Round(counts, trips.after(spent));
    } finally {
      workers.shutdownNow();
    }
  }

  private Share runPart(Parts parts, BudgetTrips trips, BacktestWitness witness, int part) {
    BacktestCounts counts = new BacktestCounts(sampleSize);
    BudgetTimes spent = trips.times();
    Backtest backtest =
        new Backtest(
            parts.present(),
            parts.tried(),
            draft.policy(),
            from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            parts.judged(),
            counts,
            new LoggedRestraints(restraints, draft.policy(), trips),
            spent,
            witness);
    try {
      LogScan.run(folder, parts.columns(), until(), part, threads, backtest::decide);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SQLException broken) {
      throw CommandFailure.failed("the log cannot be read: " + broken.getMessage(), broken);
    }
    return new Share(counts, spent);
  }

  private String until() {
    return to.map(time -> "event_time < epoch_ms(" + time.toEpochMilli() + ")").orElse("true");
  }
}
