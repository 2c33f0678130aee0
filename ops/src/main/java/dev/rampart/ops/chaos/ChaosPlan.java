package dev.rampart.ops.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a run does.
 *
 * @param events how many events are fed, 1,000 or more
 * @param rate events a second
 * @param instances processes that share the work, 1 or more
 * @param strikes what is done to them, in this order
 * @param seed chooses the community, the victims and the moments
 */
record ChaosPlan(int events, int rate, int instances, List<Strike> strikes, long seed) {
  private static final List<Strike> KINDS = List.of(Strike.KILL, Strike.TERMINATE, Strike.PAUSE);

  ChaosPlan {
    strikes = List.copyOf(strikes);
  }

  /**
   * Strikes against instances, every kind as often as the others as far as the number allows, and
   * restarts of the broker, in an order that the seed chooses.
   */
  static List<Strike> mixed(int kills, int brokerRestarts, long seed) {
    List<Strike> strikes = new ArrayList<>(Collections.nCopies(brokerRestarts, Strike.BROKER));
    for (int number = 0; number < kills; number++) {
      strikes.add(KINDS.get(number % KINDS.size()));
    }
    Collections.shuffle(strikes, new Random(seed));
    return strikes;
  }
}
