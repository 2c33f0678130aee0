package dev.rampart.ops.deadletters;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code dead-letters}: what could not be processed, and its way back. */
@Command(
    name = "dead-letters",
    description = "Lists what could not be processed, shows it, and sends it again.",
    subcommands = {
      LetterListCommand.class,
      LetterGroupsCommand.class,
      LetterShowCommand.class,
      LetterRedriveCommand.class
    })
public final class DeadLettersCommand extends CommandGroup {}
