package dev.rampart.ops.bench.classifiers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.function.LongUnaryOperator;

/**
 * What a pass took.
 *
 * @param cpuNanos processor time of the threads that score
 * @param wallNanos time of the clock
 * @param bytes that those threads and the one that submits took from the heap
 */
record Spent(long cpuNanos, long wallNanos, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String WORKERS = "rampart-classifier-";

  /** Something to be measured. */
  interface Pass {
    void run() throws Exception;
  }

  /** Of a pass whose calling thread scores. */
  static Spent byCaller(Pass pass) throws Exception {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = ownBytes();
    long wall = System.nanoTime();
    pass.run();
    return new Spent(
        THREADS.getCurrentThreadCpuTime() - cpu, System.nanoTime() - wall, ownBytes() - bytes);
  }

  /** Of a pass that an engine's workers score. */
  static Spent byWorkers(Pass pass) throws Exception {
    long cpu = workers(THREADS::getThreadCpuTime);
    long bytes = workers(THREADS::getThreadAllocatedBytes);
    long own = ownBytes();
    long wall = System.nanoTime();
    pass.run();
    long took = System.nanoTime() - wall;
    return new Spent(
        workers(THREADS::getThreadCpuTime) - cpu,
        took,
        workers(THREADS::getThreadAllocatedBytes) - bytes + ownBytes() - own);
  }

  private static long ownBytes() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static long workers(LongUnaryOperator measure) {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(WORKERS)) {
        sum += Math.max(0, measure.applyAsLong(thread.getThreadId()));
      }
    }
    return sum;
  }
}
