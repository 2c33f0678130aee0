package dev.rampart.ops.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param events messages that each side processes
 * @param rounds how often each side runs, in turn
 * @param threads stream threads of each side
 * @param commitInterval time between commits of each side
 */
record BenchPlan(int events, int rounds, int threads, Duration commitInterval) {}
