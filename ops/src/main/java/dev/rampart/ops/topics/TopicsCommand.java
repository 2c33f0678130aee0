package dev.rampart.ops.topics;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code topics}: what Rampart needs on a cluster. */
@Command(
    name = "topics",
    description = "Creates or checks the topics that Rampart needs on a cluster.",
    subcommands = {TopicsCreateCommand.class, TopicsCheckCommand.class})
public final class TopicsCommand extends CommandGroup {}
