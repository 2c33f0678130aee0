package dev.rampart.ops.policies;

import dev.rampart.ops.backtest.BacktestCommand;
import dev.rampart.ops.backtest.SweepCommand;
import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code policies}: the commands about policies. */
@Command(
    name = "policies",
    description = "The life of a policy: from a draft to live, and back.",
    subcommands = {BacktestCommand.class, SweepCommand.class})
public final class PoliciesCommand extends CommandGroup {}
