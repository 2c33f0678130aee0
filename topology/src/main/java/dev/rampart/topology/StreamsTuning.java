package dev.rampart.topology;

import java.time.Duration;

/**
 * Threads, commits and memory of the stream threads.
 *
 * @param threads stream threads of this process, 1 or more
 * @param commitInterval time between commits: the floor of the latency under exactly-once, 1 ms or
 *     more
 * @param backlogCommitInterval the same while what is read is older than two seconds; not shorter
 * @param groupProtocol how instances share partitions
 * @param standbyReplicas warm copies of each state store on other instances, 0 or more; with {@link
 *     GroupProtocol#STREAMS} it is a setting of the group on the broker instead
 * @param stateMemoryBytes most memory of all state stores together outside the heap, block cache
 *     and write buffers: 16 MiB or more
 */
public record StreamsTuning(
    int threads,
    Duration commitInterval,
    Duration backlogCommitInterval,
    GroupProtocol groupProtocol,
    int standbyReplicas,
    long stateMemoryBytes) {

  /** Time between commits of an installation that configures none. */
  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(30);

  /** Time between commits in a backlog of an installation that configures none. */
  public static final Duration BACKLOG_COMMIT_INTERVAL = Duration.ofMillis(500);

  /** Two threads, 30 ms in a backlog too, the streams protocol, no standby, 256 MiB. */
  public static StreamsTuning defaults() {
    return new StreamsTuning(
        2, COMMIT_INTERVAL, COMMIT_INTERVAL, GroupProtocol.STREAMS, 0, 256L << 20);
  }

  /** The same with another number of threads. */
  public StreamsTuning withThreads(int other) {
    return new StreamsTuning(
        other,
        commitInterval,
        backlogCommitInterval,
        groupProtocol,
        standbyReplicas,
        stateMemoryBytes);
  }

  /** The same with another time between commits, in a backlog too. */
  public StreamsTuning withCommitInterval(Duration other) {
    return withCommitIntervals(other, other);
  }

  /** The same with other times between commits. */
  public StreamsTuning withCommitIntervals(Duration fresh, Duration backlog) {
    return new StreamsTuning(
        threads, fresh, backlog, groupProtocol, standbyReplicas, stateMemoryBytes);
  }

  /** The same with commits that are further apart in a backlog, as an installation has them. */
  public StreamsTuning withRareBacklogCommits() {
    return withCommitIntervals(commitInterval, BACKLOG_COMMIT_INTERVAL);
  }

  /** Whether commits are further apart in a backlog. */
  public boolean commitsLaterInBacklog() {
    return backlogCommitInterval.compareTo(commitInterval) > 0;
  }

  /** How instances share partitions. */
  public enum GroupProtocol {
    /** The broker assigns tasks (KIP-1071): fail-over in about half a second. */
    STREAMS,
    /** The instances assign tasks among themselves; knows static membership. */
    CLASSIC
  }
}
