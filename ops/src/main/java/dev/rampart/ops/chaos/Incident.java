package dev.rampart.ops.chaos;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param number from 1
 * @param fault what is done
 * @param target instance or broker, from 0; of no meaning where the fault chooses its own
 * @param place number of events written before it
 * @param length how long it lasts, for a fault that lasts
 * @param awaited whether the next one waits until the installation has recovered
 * @param salt chooses what else there is to choose
 */
record Incident(
    int number, Fault fault, int target, int place, Duration length, boolean awaited, long salt) {}
