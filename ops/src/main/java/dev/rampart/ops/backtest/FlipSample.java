package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Flip;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.schemas.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some flips to read, chosen by a hash of their events: the same log gives the same sample. Holds
 * no text of messages and no names of accounts. Confined to one thread.
 */
public final class FlipSample {
  private final int size;
  private final TreeSet<Row> rows =
      new TreeSet<>(Comparator.comparingLong(Row::order).thenComparing(Row::eventId));

  FlipSample(int size) {
    this.size = size;
  }

  /**
   * A flip.
   *
   * @param order by which it was chosen
   * @param before kinds of action that were done
   * @param after kinds of action that would be done, with their rules
   * @param reasons what the draft's rules looked at
   */
  public record Row(
      long order,
      String eventId,
      Instant time,
      String flip,
      String before,
      List<String> after,
      List<String> reasons) {}

  void offer(LoggedEvent event, Flip flip, String logged, List<DecidedAction> done) {
    String id = event.eventId();
    long order = (id.hashCode() * 0x9E3779B97F4A7C15L) >>> 1;
    if (rows.size() == size && (size == 0 || order >= rows.last().order())) {
      return;
    }
    rows.add(
        new Row(
            order,
            id,
            Instant.ofEpochMilli(event.eventTime()),
            flip.name().toLowerCase(java.util.Locale.ROOT),
            logged.replaceAll("[0-9a-f-]{36} ", ""),
            done.stream().map(FlipSample::action).toList(),
            done.stream()
                .flatMap(a -> a.reasons().stream())
                .map(FlipSample::reason)
                .distinct()
                .toList()));
    trim();
  }

  private static String action(DecidedAction action) {
    return action.kind() + " by " + action.match().policy() + "/" + action.match().rule();
  }

  private static String reason(Reason reason) {
    return reason.getName() + "=" + reason.getValue();
  }

  void add(FlipSample other) {
    rows.addAll(other.rows);
    trim();
  }

  private void trim() {
    while (rows.size() > size) {
      rows.pollLast();
    }
  }

  List<Row> rows() {
    return rows.stream().collect(Collectors.toList());
  }
}
