package dev.rampart.ops.models;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code models}: the commands about models. */
@Command(
    name = "models",
    description = "Lists, verifies, trains and evaluates models.",
    subcommands = {
      ModelsListCommand.class,
      ModelsVerifyCommand.class,
      ModelsTrainCommand.class,
      ModelsEvaluateCommand.class,
      ModelsProtocolsCommand.class,
      ModelsTransferCommand.class
    })
public final class ModelsCommand extends CommandGroup {}
