package dev.rampart.ops.policies;

import dev.rampart.ops.backtest.BacktestCommand;
import dev.rampart.ops.backtest.SweepCommand;
import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code policies}: the commands about policies. */
@Command(
    name = "policies",
    description = "The life of a policy: from a draft to live, and back.",
    subcommands = {
      ValidateCommand.class,
      TestCommand.class,
      BacktestCommand.class,
      SweepCommand.class,
      PublishCommand.class,
      ApproveCommand.class,
      ListCommand.class,
      HistoryCommand.class,
      RollbackCommand.class,
      ApplyCommand.class,
      KillCommand.class,
      SnoozeCommand.class,
      SettingsCommand.class
    })
public final class PoliciesCommand extends CommandGroup {}
