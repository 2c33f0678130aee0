package dev.rampart.actions.policy;

import java.util.UUID;

/**
 * Draws actions for people to look at afterwards: by the action's own id, which is a hash, so that
 * a replay draws the same ones and a greater share only adds some.
 */
public final class ReviewSample {
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private ReviewSample() {}

  /**
   * Whether an action is drawn.
   *
   * @param share of actions, 0 to 1: the probability with which each is drawn
   */
  public static boolean includes(UUID actionId, double share) {
    long mixed = actionId.getLeastSignificantBits() * MIXER;
    return (mixed >>> 11) * 0x1.0p-53 < share;
  }
}
