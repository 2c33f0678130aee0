package dev.rampart.ops.bench.classifiers;

import java.util.List;
import java.util.Locale;

/**
 * Models on devices.
 *
 * @param machine what it ran on
 * @param rows one for each model on each device
 */
public record DeviceTable(String machine, List<Row> rows) {
  /**
   * A model on a device. Rates and difference are 0 where it could not be opened.
   *
   * @param model which
   * @param device where
   * @param refusal why it could not be opened there; empty where it was
   * @param oneByOne messages a second in batches of one
   * @param batched messages a second in the largest batches
   * @param difference largest of a score to the one that the CPU gave
   * @param allowed how large it may be
   */
  public record Row(
      String model,
      String device,
      String refusal,
      double oneByOne,
      double batched,
      double difference,
      double allowed) {
    private String line() {
      return refusal.isEmpty()
          ? String.format(
              Locale.ROOT,
              "%-24s %-9s %,14.0f %,14.0f %8.1f %12.2e %9.0e",
              model,
              device,
              oneByOne,
              batched,
              batched / oneByOne,
              difference,
              allowed)
          : "%-24s %-9s not here: %s".formatted(model, device, refusal);
    }
  }

  /** Whether every device gives the CPU's scores. */
  public boolean agrees() {
    return rows.stream().allMatch(row -> row.difference() <= row.allowed());
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder(machine).append('\n');
    text.append(
        "%-24s %-9s %14s %14s %8s %12s %9s"
            .formatted(
                "model", "device", "/s one by one", "/s batched", "gain", "difference", "allowed"));
    rows.forEach(row -> text.append('\n').append(row.line()));
    return text.toString();
  }
}
