package dev.rampart.ops.models;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code models}: the commands about models. */
@Command(
    name = "models",
    description = "Lists, verifies, trains and evaluates models, and says which versions serve.",
    subcommands = {
      ModelsListCommand.class,
      ModelsServedCommand.class,
      ModelsAssignCommand.class,
      ModelsWithdrawCommand.class,
      ModelsVerifyCommand.class,
      ModelsTrainCommand.class,
      ModelsEvaluateCommand.class,
      ModelsProtocolsCommand.class,
      ModelsTransferCommand.class
    })
public final class ModelsCommand extends CommandGroup {}
