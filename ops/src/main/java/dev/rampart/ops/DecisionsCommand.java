package dev.rampart.ops;

import dev.rampart.ops.cli.CommandGroup;
import dev.rampart.ops.decisions.DecisionsQueryCommand;
import dev.rampart.ops.run.DecisionsLogCommand;
import picocli.CommandLine.Command;

/** {@code decisions}: the commands about the decision log. */
@Command(
    name = "decisions",
    description = "Writes the decision log, and answers questions from it.",
    subcommands = {DecisionsLogCommand.class, DecisionsQueryCommand.class})
final class DecisionsCommand extends CommandGroup {}
