package dev.rampart.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Processor time that this process has used so far, by what it was used for. Threads that end
 * between two looks keep the time that they had at the last one.
 */
final class ThreadTimes {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Long, Part> parts = new HashMap<>();
  private final Map<Long, Long> times = new HashMap<>();

  /** What a thread is for. */
  enum Part {
    /** Stream threads: decoding, features, policies, ledger, encoding, state stores. */
    STREAM("StreamThread", true),
    /** Workers of the scoring engine. */
    SCORING("rampart-classifier", false),
    /** Sending and fetching threads of the Kafka clients. */
    CLIENTS("kafka-producer-network-thread", false),
    /** All threads of the embedded broker. */
    BROKER("data-plane", false),
    /** The compiler, the garbage collector, the background of RocksDB, and what is small. */
    REST("", false);

    private final String name;
    private final boolean atEnd;

    Part(String name, boolean atEnd) {
      this.name = name;
      this.atEnd = atEnd;
    }

    static Part of(String thread) {
      return Arrays.stream(values()).filter(part -> part.owns(thread)).findFirst().orElse(REST);
    }

    /** For tables. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean owns(String thread) {
      return atEnd ? thread.matches(".*" + name + "-\\d+") : thread.startsWith(name);
    }
  }

  /** Nanoseconds until now, by part; the sum of all is that of the process. */
  Map<Part, Long> look() {
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null) {
        parts.computeIfAbsent(thread.getThreadId(), id -> Part.of(thread.getThreadName()));
        times.merge(
            thread.getThreadId(), THREADS.getThreadCpuTime(thread.getThreadId()), Math::max);
      }
    }
    return sums(PROCESS.getProcessCpuTime());
  }

  private Map<Part, Long> sums(long process) {
    Map<Part, Long> sums = new EnumMap<>(Part.class);
    parts.forEach((id, part) -> sums.merge(part, times.getOrDefault(id, 0L), Long::sum));
    long known =
        sums.entrySet().stream()
            .filter(e -> e.getKey() != Part.REST)
            .mapToLong(Map.Entry::getValue)
            .sum();
    sums.put(Part.REST, process - known);
    return sums;
  }
}
