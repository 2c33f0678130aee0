package dev.rampart.ops.backtest;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LogView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
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
import java.util.function.BiConsumer;

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
 */
public record BacktestRun(
    Path folder,
    List<PolicyDocument> present,
    PolicyDocument draft,
    Optional<Instant> from,
    Optional<Instant> to,
    int threads,
    int sampleSize) {
  private static final int MEGABYTES = 512;

  /**
   * Runs it.
   *
   * @param actions told of every action of the draft that would be done, by event id, from several
   *     threads
   */
  public BacktestCounts run(BiConsumer<String, DecidedAction> actions) throws Exception {
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
              new LoggedColumns(log, names, draft.policy()),
              actions);
      return runAll(parts);
    }
  }

  private record Parts(
      PolicySet present,
      PolicySet tried,
      Map<String, Boolean> judged,
      LoggedColumns columns,
      BiConsumer<String, DecidedAction> actions) {}

  private static void requireText(LogView log, Set<String> names) throws SQLException {
    if (names.contains("event.content") && !log.hasText()) {
      throw CommandFailure.wrongUsage(
          "a rule names event.content, and the log holds no text of messages: log with"
              + " decisionLog.includeText, or write the rule over features and scores");
    }
  }

  private BacktestCounts runAll(Parts parts) throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<BacktestCounts>> futures = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        int own = part;
        futures.add(workers.submit(() -> runPart(parts, own)));
      }
      BacktestCounts counts = new BacktestCounts(sampleSize);
      for (Future<BacktestCounts> future : futures) {
        counts.add(future.get());
      }
      return counts;
    } finally {
      workers.shutdownNow();
    }
  }

  private BacktestCounts runPart(Parts parts, int part) {
    BacktestCounts counts = new BacktestCounts(sampleSize);
    Backtest backtest =
        new Backtest(
            parts.present(),
            parts.tried(),
            draft.policy(),
            from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            parts.judged(),
            counts,
            parts.actions());
    try {
      LogScan.run(folder, parts.columns(), until(), part, threads, backtest::decide);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SQLException broken) {
      throw CommandFailure.failed("the log cannot be read: " + broken.getMessage(), broken);
    }
    return counts;
  }

  private String until() {
    return to.map(time -> "event_time < epoch_ms(" + time.toEpochMilli() + ")").orElse("true");
  }
}
