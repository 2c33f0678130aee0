package dev.rampart.ops.inspect;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code state}: looks into the state stores of a running installation. */
@Command(
    name = "state",
    description = "Looks into the state stores of a running installation.",
    subcommands = {
      StateStoresCommand.class,
      StateGetCommand.class,
      StateScanCommand.class,
      StateOwnerCommand.class
    })
public final class StateCommand extends CommandGroup {}
