package dev.rampart.ops.policies;

import dev.rampart.ops.backtest.Lack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the wish to amend the past, or would.
 *
 * @param id of the amendment: it names exactly these actions
 * @param state {@code rehearsed}, {@code proposed}, {@code applied} or {@code reversed}
 * @param actions by kind, before the budget
 * @param accounts that something is done to
 * @param overBudget actions over the budget
 * @param left actions that are not sent, by why: {@code done}, {@code pardoned}, {@code erased},
 *     {@code sent}
 * @param sample some of the events, with rule and kind
 */
public record AmendmentReport(
    String id,
    String policy,
    int version,
    Instant from,
    Instant to,
    String state,
    Map<String, Long> actions,
    long accounts,
    long overBudget,
    Map<String, Long> left,
    List<String> sample) {
  private static final int SAMPLE = 10;

  static AmendmentReport of(AmendmentPlan plan, String state) {
    List<Lack> events = plan.events();
    return new AmendmentReport(
        plan.id(),
        plan.request().policy(),
        plan.request().version(),
        plan.request().from(),
        plan.request().to(),
        state,
        kinds(events),
        events.stream().map(Lack::accountId).distinct().count(),
        plan.over(),
        left(plan),
        events.stream().limit(SAMPLE).map(AmendmentReport::line).toList());
  }

  /** Of one that is there already. */
  static AmendmentReport of(AmendmentRecord known, long actions) {
    return new AmendmentReport(
        known.id(),
        known.policy(),
        known.version(),
        known.request().from(),
        known.request().to(),
        known.state().name().toLowerCase(Locale.ROOT),
        Map.of("REVERSED", actions),
        0,
        0,
        Map.of(),
        List.of());
  }

  private static Map<String, Long> kinds(List<Lack> events) {
    return events.stream()
        .flatMap(event -> event.actions().stream())
        .collect(
            Collectors.groupingBy(
                action -> action.action().kind().name(), TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> left(AmendmentPlan plan) {
    Map<String, Long> left = new TreeMap<>();
    left.put("done", plan.lacks().done());
    left.put("pardoned", plan.lacks().pardoned());
    left.put("erased", plan.lacks().erased());
    left.put("sent", plan.sent());
    return left;
  }

  private static String line(Lack event) {
    return event.actions().stream()
        .map(action -> action.action().kind() + " by " + action.action().match().rule())
        .collect(Collectors.joining(", ", event.eventId() + " " + event.happenedAt() + ": ", ""));
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "amendment %s by %s@%d, %s to %s: %s".formatted(id, policy, version, from, to, state));
    actions.forEach((kind, count) -> lines.add("%-14s %,9d".formatted(kind, count)));
    lines.add("%-14s %,9d".formatted("accounts", accounts));
    lines.add("%-14s %,9d".formatted("over budget", overBudget));
    left.forEach((why, count) -> lines.add("left, %-8s %,9d".formatted(why, count)));
    lines.addAll(sample);
    return String.join(System.lineSeparator(), lines);
  }
}
