package dev.rampart.topology;

import java.time.Duration;

/**
 * Threads, commits and memory of the stream threads.
 *
 * @param threads stream threads of this process, 1 or more
 * @param commitInterval time between commits: the floor of the latency under exactly-once, 1 ms or
 *     more
 * @param groupProtocol how instances share partitions
 * @param standbyReplicas warm copies of each state store on other instances, 0 or more; with {@link
 *     GroupProtocol#STREAMS} it is a setting of the group on the broker instead
 * @param stateMemoryBytes most memory of all state stores together outside the heap, block cache
 *     and write buffers: 16 MiB or more
 */
public record StreamsTuning(
    int threads,
    Duration commitInterval,
    GroupProtocol groupProtocol,
    int standbyReplicas,
    long stateMemoryBytes) {

  /** Two threads, 30 ms, the streams protocol, no standby, 256 MiB. */
  public static StreamsTuning defaults() {
    return new StreamsTuning(2, Duration.ofMillis(30), GroupProtocol.STREAMS, 0, 256L << 20);
  }

  /** The same with another number of threads. */
  public StreamsTuning withThreads(int other) {
    return new StreamsTuning(
        other, commitInterval, groupProtocol, standbyReplicas, stateMemoryBytes);
  }

  /** The same with another time between commits. */
  public StreamsTuning withCommitInterval(Duration other) {
    return new StreamsTuning(threads, other, groupProtocol, standbyReplicas, stateMemoryBytes);
  }

  /** How instances share partitions. */
  public enum GroupProtocol {
    /** The broker assigns tasks (KIP-1071): fail-over in about half a second. */
    STREAMS,
    /** The instances assign tasks among themselves; knows static membership. */
    CLASSIC
  }
}
