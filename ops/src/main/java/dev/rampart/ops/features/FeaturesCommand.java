package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code features}: the commands about features. */
@Command(
    name = "features",
    description = "Lists features, explains the values of an event, checks served values.",
    subcommands = {
      FeaturesListCommand.class,
      FeaturesListsCommand.class,
      FeaturesExplainCommand.class,
      FeaturesParityCommand.class
    })
public final class FeaturesCommand extends CommandGroup {}
