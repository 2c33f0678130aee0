package dev.rampart.ops.capacity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Queues of the partitions and the threads that serve them, second by second. A thread shares its
 * time among its partitions by what waits in each; threads of an instance share its cores.
 */
final class Fleet {
  /** In the place of an instance or thread: none. */
  static final int NOBODY = -1;

  private final int instances;
  private final int threads;
  private final double threadRate;
  private final double instanceRate;
  private final double[] waiting;
  private final double[] served;
  private final int[] owner;

  Fleet(CapacityPlan plan, EventCost cost, Sizing sizing) {
    this.instances = plan.instances();
    this.threads = plan.threads();
    this.threadRate = 1e6 / cost.streamMicros();
    this.instanceRate = sizing.instanceCores() * 1e6 / cost.coreMicros();
    this.waiting = new double[plan.partitions()];
    this.served = new double[plan.partitions()];
    this.owner = new int[plan.partitions()];
    shareAmong(NOBODY);
  }

  /** Deals the partitions to the threads of all instances but one. */
  void shareAmong(int missing) {
    int[] live =
        IntStream.range(0, instances * threads)
            .filter(thread -> thread / threads != missing)
            .toArray();
    for (int partition = 0; partition < owner.length; partition++) {
      owner[partition] = live.length == 0 ? NOBODY : live[partition % live.length];
    }
  }

  /** An instance is gone and nobody knows yet: its partitions are not served. */
  void lose(int instance) {
    for (int partition = 0; partition < owner.length; partition++) {
      if (owner[partition] != NOBODY && owner[partition] / threads == instance) {
        owner[partition] = NOBODY;
      }
    }
  }

  void arrive(int partition, double events) {
    waiting[partition] += events;
  }

  /** One second of work. */
  void serve() {
    Arrays.fill(served, 0);
    for (int instance = 0; instance < instances; instance++) {
      serve(instance);
    }
    for (int partition = 0; partition < waiting.length; partition++) {
      waiting[partition] = Math.max(0, waiting[partition] - served[partition]);
    }
  }

  /** Seconds since the oldest event that waits in a partition came, when events come at a rate. */
  double age(int partition, double perSecond) {
    return waiting[partition] < 1 ? 0 : waiting[partition] / perSecond;
  }

  /** Events that wait in all partitions. */
  double backlog() {
    return Arrays.stream(waiting).sum();
  }

  private void serve(int instance) {
    double total = 0;
    for (int thread = instance * threads; thread < (instance + 1) * threads; thread++) {
      total += offer(thread);
    }
    if (total > instanceRate) {
      slowDown(instance, instanceRate / total);
    }
  }

  private double offer(int thread) {
    double queued = 0;
    for (int partition = 0; partition < owner.length; partition++) {
      queued += owner[partition] == thread ? waiting[partition] : 0;
    }
    double share = queued > threadRate ? threadRate / queued : 1;
    for (int partition = 0; partition < owner.length; partition++) {
      if (owner[partition] == thread) {
        served[partition] = waiting[partition] * share;
      }
    }
    return queued * share;
  }

  private void slowDown(int instance, double factor) {
    for (int partition = 0; partition < owner.length; partition++) {
      if (owner[partition] != NOBODY && owner[partition] / threads == instance) {
        served[partition] *= factor;
      }
    }
  }
}
