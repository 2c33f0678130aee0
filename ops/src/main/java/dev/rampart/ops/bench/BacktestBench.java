package dev.rampart.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.rampart.ops.backtest.BacktestCommand;
import dev.rampart.ops.backtest.SweepCommand;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Program;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures {@code policies sweep} and {@code policies backtest} as a person waits for them, from
 * the command to its whole answer, on made-up logs.
 */
final class BacktestBench {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long sweepDecisions;
  private final long backtestDecisions;
  private final int rounds;
  private final Consumer<String> notes;

  BacktestBench(boolean quick, int rounds, Consumer<String> notes) {
    this.sweepDecisions = quick ? 1_000_000 : 10_000_000;
    this.backtestDecisions = quick ? 100_000 : 1_000_000;
    this.rounds = rounds;
    this.notes = notes;
  }

  /**
   * The figures.
   *
   * @param machine what it ran on
   */
  record Table(String machine, List<Row> rows) {
    /**
     * A command.
     *
     * @param seconds of its rounds, in their order
     * @param median of them
     * @param processor seconds of the whole process in the median round
     * @param aim that the median is held against
     */
    record Row(
        String command,
        long decisions,
        List<Double> seconds,
        double median,
        double processor,
        double aim) {}

    String text() {
      List<String> lines = new ArrayList<>(List.of(machine));
      rows.forEach(
          row ->
              lines.add(
                  String.format(
                      Locale.ROOT,
                      "%-52s %,12d decisions  median %.2f s of %s, %.2f processor seconds, aim %.0f s",
                      row.command(),
                      row.decisions(),
                      row.median(),
                      row.seconds(),
                      row.processor(),
                      row.aim())));
      return String.join(System.lineSeparator(), lines);
    }
  }

  Table run() throws Exception {
    Path policies = Sources.shipped().policies();
    List<Table.Row> rows = new ArrayList<>();
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-")) {
      notes.accept("making a log of %,d decisions".formatted(sweepDecisions));
      new SyntheticLog(folder.path(), sweepDecisions).write();
      String log = folder.path().toString();
      rows.add(
          row(
              sweepDecisions,
              2,
              new String[] {"--policy", "spam", "--threshold", "sure", "--log", log}));
      rows.add(
          row(
              sweepDecisions,
              2,
              new String[] {"--policy", "spam", "--threshold", "likely", "--log", log}));
    }
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-")) {
      notes.accept("making a log of %,d decisions".formatted(backtestDecisions));
      new SyntheticLog(folder.path(), backtestDecisions).write();
      String draft = policies.resolve("spam.yml").toString();
      rows.add(row(backtestDecisions, 5, new String[] {draft, "--log", folder.path().toString()}));
    }
    return new Table(Machine.describe(), rows);
  }

  private Table.Row row(long decisions, double aim, String[] args) {
    boolean sweep = args[0].equals("--policy");
    List<Time> times = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      times.add(measure(sweep ? new SweepCommand() : new BacktestCommand(), args));
    }
    String name =
        sweep
            ? "policies sweep, %s/%s".formatted(args[1], args[3])
            : "policies backtest, all policies";
    List<Time> sorted = times.stream().sorted(Comparator.comparing(Time::seconds)).toList();
    Time median = sorted.get(sorted.size() / 2);
    return new Table.Row(
        name,
        decisions,
        times.stream().map(Time::seconds).toList(),
        median.seconds(),
        median.processor(),
        aim);
  }

  /** Seconds on the clock, and of processors. */
  private record Time(double seconds, double processor) {}

  private static double rounded(long nanos) {
    return Math.round(nanos / 1e7) / 100.0;
  }

  private Time measure(Object command, String[] args) {
    StringWriter errors = new StringWriter();
    long start = System.nanoTime();
    long startOfProcess = PROCESS.getProcessCpuTime();
    int exit =
        Program.run(command, new PrintWriter(new StringWriter()), new PrintWriter(errors), args);
    Time time =
        new Time(
            rounded(System.nanoTime() - start),
            rounded(PROCESS.getProcessCpuTime() - startOfProcess));
    if (exit != 0) {
      throw CommandFailure.failed(Arrays.toString(args) + ": " + errors);
    }
    notes.accept(
        "%s: %.2f s, %.2f processor seconds"
            .formatted(
                args[0].equals("--policy") ? "sweep" : "backtest",
                time.seconds(),
                time.processor()));
    return time;
  }
}
