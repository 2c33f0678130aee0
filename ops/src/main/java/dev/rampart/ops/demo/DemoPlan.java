package dev.rampart.ops.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a demo does.
 *
 * @param seed chooses the community
 * @param events how many events
 * @param rate events a second, 0 for no limit
 * @param policies policies instead of the shipped ones
 * @param port of the ops service; metrics and health are on the next one
 * @param log folder of the decision log
 * @param exit whether to stop when all is decided
 */
record DemoPlan(
    long seed, int events, int rate, Optional<Path> policies, int port, Path log, boolean exit) {}
