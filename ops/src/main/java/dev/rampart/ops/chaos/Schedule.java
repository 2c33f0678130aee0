package dev.rampart.ops.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When which fault strikes whom: a pure function of the plan. Each fault strikes at a random place
 * of its share of the feed, between its first tenth and its last fifth. After three of four the
 * next waits for the recovery.
 */
final class Schedule {
  private static final int LONGEST_EXTRA_MILLIS = 2_000;

  private Schedule() {}

  static List<Incident> of(ChaosPlan plan) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<Incident> incidents = new ArrayList<>();
    for (Fault fault : plan.faults()) {
      incidents.add(incident(plan, incidents.size(), fault, random));
    }
    return List.copyOf(incidents);
  }

  private static Incident incident(
      ChaosPlan plan, int index, Fault fault, SplittableRandom random) {
    int share = plan.share();
    return new Incident(
        index + 1,
        fault,
        random.nextInt(targets(plan, fault)),
        index * share + random.nextInt(share / 10, share * 8 / 10),
        length(fault).plusMillis(random.nextInt(LONGEST_EXTRA_MILLIS)),
        random.nextInt(4) > 0,
        random.nextLong());
  }

  private static int targets(ChaosPlan plan, Fault fault) {
    return switch (fault) {
      case BROKER_KILL, BROKER_PAUSE, BROKER_ROLL, CONTROLLER_KILL -> plan.brokers();
      case KILL,
          LOSS,
          TERMINATE,
          PAUSE,
          ROLLING_RESTART,
          CUT,
          DELAY,
          DISK_FULL,
          CORRUPT_STATE,
          CLOCK_JUMP,
          MODEL_BROKEN,
          POLICY_CHURN ->
          plan.instances();
    };
  }

  /** The least that a fault lasts. */
  private static Duration length(Fault fault) {
    return switch (fault) {
      case PAUSE, CUT -> Stage.SESSION.plusSeconds(1);
      case BROKER_PAUSE -> Stage.BROKER_SESSION.plusSeconds(1);
      case DELAY, DISK_FULL, CLOCK_JUMP -> Duration.ofSeconds(6);
      case KILL,
          LOSS,
          TERMINATE,
          ROLLING_RESTART,
          BROKER_KILL,
          BROKER_ROLL,
          CONTROLLER_KILL,
          CORRUPT_STATE,
          MODEL_BROKEN,
          POLICY_CHURN ->
          Duration.ZERO;
    };
  }
}
