package dev.rampart.ops.replay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a replay does.
 *
 * @param input event file
 * @param decisions where decisions are written
 * @param actions where actions are written
 * @param policies policies instead of the shipped ones
 * @param restraints file of what keeps policies from acting
 * @param served decisions of an earlier run whose values of other entities, and whose findings, are
 *     taken
 * @param log folder where decisions are logged
 * @param bootstrap cluster to run on; an embedded broker when empty
 */
record ReplayPlan(
    Path input,
    Optional<Path> decisions,
    Optional<Path> actions,
    Optional<Path> policies,
    Optional<Path> restraints,
    Optional<Path> served,
    Optional<Path> log,
    Optional<String> bootstrap) {}
