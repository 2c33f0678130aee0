package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some decisions, the newest first.
 *
 * @param next place to go on from; empty where the window has no more
 */
public record DecisionPage(List<Decision> decisions, OptionalLong next) {
  public DecisionPage {
    decisions = List.copyOf(decisions);
  }
}
