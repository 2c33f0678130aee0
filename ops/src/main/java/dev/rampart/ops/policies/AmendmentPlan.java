package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Digest;
import dev.rampart.ops.backtest.Lack;
import dev.rampart.ops.backtest.Lacks;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What an amendment of the past would do.
 *
 * @param request what was asked for
 * @param lacks what the past lacks
 * @param sentBefore ids of actions of amendments before this one
 */
record AmendmentPlan(AmendmentRequest request, Lacks lacks, Set<UUID> sentBefore) {
  /** Events that something is done about, without what was sent before. */
  List<Lack> events() {
    List<Lack> events = new ArrayList<>();
    for (Lack event : lacks.events()) {
      List<Lack.Action> left =
          event.actions().stream()
              .filter(action -> !sentBefore.contains(action.action().actionId()))
              .toList();
      if (!left.isEmpty()) {
        events.add(event.with(left));
      }
    }
    return events;
  }

  /** Actions that were part of an amendment before. */
  long sent() {
    return lacks.events().stream()
        .flatMap(event -> event.actions().stream())
        .filter(action -> sentBefore.contains(action.action().actionId()))
        .count();
  }

  /** Actions that are more than a review. */
  long acting() {
    return events().stream()
        .flatMap(event -> event.actions().stream())
        .filter(AmendmentPlan::acts)
        .count();
  }

  static boolean acts(Lack.Action action) {
    return action.action().kind() != ActionKind.REVIEW;
  }

  /** Actions that go over the budget. */
  long over() {
    return Math.max(0, acting() - request.budget());
  }

  /** Id of exactly these actions of this version. */
  String id() {
    StringBuilder all = new StringBuilder(version()).append(' ').append(request);
    events().stream()
        .flatMap(event -> event.actions().stream())
        .forEach(action -> all.append('\n').append(action.action().actionId()));
    return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  String version() {
    return Transitions.key(request.policy(), request.version());
  }

  /**
   * What is sent: a finding for each event.
   *
   * @param now when it is done
   */
  List<Finding> findings(Instant now) {
    AmendmentWriter writer = new AmendmentWriter(request, id(), now);
    return events().stream().map(writer::finding).toList();
  }
}
