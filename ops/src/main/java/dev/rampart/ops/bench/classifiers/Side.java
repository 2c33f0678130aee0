package dev.rampart.ops.bench.classifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Something that is measured once in each round. */
final class Side {
  private final String name;
  private final int items;
  private final boolean byWorkers;
  private final Spent.Pass pass;
  private final List<Spent> spent = new ArrayList<>();

  private Side(String name, int items, boolean byWorkers, Spent.Pass pass) {
    this.name = name;
    this.items = items;
    this.byWorkers = byWorkers;
    this.pass = pass;
  }

  /** A side whose calling thread scores. */
  static Side loop(String name, int items, Spent.Pass pass) {
    return new Side(name, items, false, pass);
  }

  /** A side that an engine's workers score. */
  static Side engine(String name, int items, Spent.Pass pass) {
    return new Side(name, items, true, pass);
  }

  String name() {
    return name;
  }

  /** Runs once without keeping the figure. */
  void warmUp() throws Exception {
    pass.run();
  }

  void measure() throws Exception {
    spent.add(byWorkers ? Spent.byWorkers(pass) : Spent.byCaller(pass));
  }

  double perCoreSecond() {
    return items * 1e9 / median(Spent::cpuNanos);
  }

  double perSecond() {
    return items * 1e9 / median(Spent::wallNanos);
  }

  private double median(ToLongFunction<Spent> figure) {
    long[] sorted = spent.stream().mapToLong(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  ClassifierTable.Row row(Side against) {
    return new ClassifierTable.Row(
        name,
        perCoreSecond(),
        perSecond(),
        perCoreSecond() / against.perCoreSecond(),
        against.name(),
        median(Spent::bytes) / items);
  }
}
