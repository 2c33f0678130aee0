package dev.rampart.ops.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of this process. */
public final class Memory {
  private static final String RESIDENT = "VmRSS:";

  private Memory() {}

  /** Bytes of physical memory that the process takes now; 0 where the system does not tell. */
  public static long resident() throws IOException {
    return resident(ProcessHandle.current());
  }

  /** Bytes of physical memory that a process takes now; 0 where the system does not tell. */
  public static long resident(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst()
          .orElse(0);
    }
  }

  /** Bytes of the heap that live objects take; asks for a collection first. */
  public static long heapAfterCollection() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
