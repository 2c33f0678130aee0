package dev.rampart.ops.capacity;

/**
 * How the installation is to be built.
 *
 * @param busy share of a core that is planned to be busy at the peak, above 0 up to 1
 * @param instanceCores cores of an instance, 1 or more
 * @param spare instances that may be away at the peak, 0 or more
 * @param standbys warm copies of each store, 0 or more
 * @param replication copies of each byte on the brokers, 1 or more
 * @param retentionDays days for which decisions are kept on the brokers, above 0
 * @param failOverSeconds from the loss of an instance until others decide its partitions
 * @param awaySeconds from its loss until the instance is back
 */
public record Sizing(
    double busy,
    int instanceCores,
    int spare,
    int standbys,
    int replication,
    double retentionDays,
    int failOverSeconds,
    int awaySeconds) {}
