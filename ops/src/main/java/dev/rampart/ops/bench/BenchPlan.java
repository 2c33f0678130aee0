package dev.rampart.ops.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param sides what is measured, by letter
 * @param events messages that are there for each side
 * @param limit how long a side runs at most
 * @param rounds how often each side runs, in turn
 * @param threads stream threads of each side
 * @param commitInterval time between commits of each side
 */
record BenchPlan(
    List<Side> sides,
    int events,
    Duration limit,
    int rounds,
    int threads,
    Duration commitInterval) {}
