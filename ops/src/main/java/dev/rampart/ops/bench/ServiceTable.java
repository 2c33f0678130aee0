package dev.rampart.ops.bench;

import dev.rampart.ops.bench.service.Latency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the service costs the pipeline, and how long its callers wait.
 *
 * @param eventsPerSecondAlone of an instance without a service, everything else equal
 * @param eventsPerSecondServed with the service and somebody who looks at the console
 * @param throughputCost share of the throughput that the service takes, 0 to 1; median of the
 *     rounds
 * @param streamMicrosAlone processor time of the stream threads an event
 * @param totalMicrosAlone that of the whole process, broker included
 * @param halfLoad events a second that were fed while calls were timed
 */
public record ServiceTable(
    String machine,
    int events,
    int rounds,
    double eventsPerSecondAlone,
    double eventsPerSecondServed,
    double throughputCost,
    double streamMicrosAlone,
    double streamMicrosServed,
    double totalMicrosAlone,
    double totalMicrosServed,
    int halfLoad,
    List<Latency> calls) {
  public ServiceTable {
    calls = List.copyOf(calls);
  }

  /** For people. */
  public String text() {
    return """
        %s
        %,d messages, medians of %d rounds; broker, generator and callers share the machine
        without the service %,8.0f events/s, stream threads %6.1f core µs an event, process %6.1f
        with the service    %,8.0f events/s, stream threads %6.1f core µs an event, process %6.1f
        the service takes %.1f %% of the throughput (aim 3 at most)
        calls while two instances decide %,d events/s:
        %s"""
        .formatted(
            machine,
            events,
            rounds,
            eventsPerSecondAlone,
            streamMicrosAlone,
            totalMicrosAlone,
            eventsPerSecondServed,
            streamMicrosServed,
            totalMicrosServed,
            throughputCost * 100,
            halfLoad,
            calls.stream().map(Latency::line).collect(Collectors.joining("\n")));
  }
}
