package dev.rampart.ops.backtest;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.ops.decisions.LogView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a version of a policy would have done in a time of the past that nobody did.
 *
 * @param events by their time
 * @param done actions that were done, or as severe ones to the same subject
 * @param pardoned actions about events of which people said that they are no abuse
 * @param erased actions about accounts that were erased
 */
public record Lacks(List<Lack> events, long done, long pardoned, long erased) {
  private static final int MEGABYTES = 512;
  private static final Comparator<Lack> ORDER =
      Comparator.comparing(Lack::happenedAt).thenComparing(Lack::eventId);

  public Lacks {
    events = List.copyOf(events);
  }

  /** Decides the past again and holds it against what was done. */
  public static Lacks find(BacktestRun run) throws Exception {
    Collection<Lack> wanted = new ConcurrentLinkedQueue<>();
    var unused = run.run((event, actions, ledger) -> collect(run, wanted, event, actions, ledger));
    try (LogView log = LogView.open(run.folder(), run.threads(), MEGABYTES)) {
      return against(PastActions.read(log), wanted.stream().sorted(ORDER).toList());
    }
  }

  private static void collect(
      BacktestRun run,
      Collection<Lack> wanted,
      EventView event,
      List<DecidedAction> actions,
      AccountLedger ledger) {
    List<DecidedAction> own =
        actions.stream()
            .filter(action -> action.match().policy().equals(run.draft().policy()))
            .filter(action -> action.match().policyVersion() == run.draft().version())
            .filter(action -> action.reverses() == null)
            .toList();
    if (!own.isEmpty()) {
      wanted.add(Lack.of(event, own, ledger));
    }
  }

  private static Lacks against(PastActions past, List<Lack> wanted) {
    List<Lack> lacking = new ArrayList<>();
    Map<PastActions.Left, Long> left = new EnumMap<>(PastActions.Left.class);
    for (Lack event : wanted) {
      List<Lack.Action> actions = new ArrayList<>();
      for (Lack.Action action : event.actions()) {
        PastActions.Left reason = past.reason(event, action);
        if (reason == null) {
          actions.add(action);
        } else {
          left.merge(reason, 1L, Long::sum);
        }
      }
      if (!actions.isEmpty()) {
        lacking.add(event.with(actions));
      }
    }
    return new Lacks(
        lacking,
        left.getOrDefault(PastActions.Left.DONE, 0L),
        left.getOrDefault(PastActions.Left.PARDONED, 0L),
        left.getOrDefault(PastActions.Left.ERASED, 0L));
  }
}
