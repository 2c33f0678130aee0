package dev.rampart.ops.bench;

/**
 * How fast a side was and what it cost.
 *
 * @param eventsPerSecond events committed in a second
 * @param coreMicros processor time of the whole process for an event, in microseconds: stream
 *     threads, scoring, embedded broker, compiler and garbage collector
 */
record Pace(double eventsPerSecond, double coreMicros) {}
