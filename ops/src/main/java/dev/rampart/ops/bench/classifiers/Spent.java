package dev.rampart.ops.bench.classifiers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What a pass took.
 *
 * @param cpuNanos processor time of the threads that score
 * @param wallNanos time of the clock
 */
record Spent(long cpuNanos, long wallNanos) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WORKERS = "rampart-classifier-";

  /** Something to be measured. */
  interface Pass {
    void run() throws Exception;
  }

  /** Of a pass whose calling thread scores. */
  static Spent byCaller(Pass pass) throws Exception {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    pass.run();
    return new Spent(THREADS.getCurrentThreadCpuTime() - cpu, System.nanoTime() - wall);
  }

  /** Of a pass that an engine's workers score. */
  static Spent byWorkers(Pass pass) throws Exception {
    long cpu = workers();
    long wall = System.nanoTime();
    pass.run();
    return new Spent(workers() - cpu, System.nanoTime() - wall);
  }

  private static long workers() {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(WORKERS)) {
        sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return sum;
  }
}
