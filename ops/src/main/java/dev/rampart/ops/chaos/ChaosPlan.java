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
 * @param brokers processes of the Kafka cluster, 1 or more
 * @param standbys warm copies of each state store on other instances, 0 or more
 * @param faults what is done to them, in this order
 * @param seed chooses the community, the targets and the moments
 */
record ChaosPlan(
    int events, int rate, int instances, int brokers, int standbys, List<Fault> faults, long seed) {
  ChaosPlan {
    faults = List.copyOf(faults);
  }

  /**
   * So many faults of these kinds, each as often as the others as far as the number allows, in an
   * order that the seed chooses.
   */
  static List<Fault> mixed(List<Fault> kinds, int count, long seed) {
    List<Fault> faults = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      faults.add(kinds.get(number % kinds.size()));
    }
    Collections.shuffle(faults, new Random(seed));
    return faults;
  }

  /** The feed is cut into as many shares as there are faults, and one to end with. */
  int share() {
    return events / (faults.size() + 1);
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }
}
