package dev.rampart.ops.consumer;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code actions}: the commands for those who consume actions. */
@Command(
    name = "actions",
    description = "For moderation services that consume actions.",
    subcommands = ActionsCheckCommand.class)
public final class ActionsCommand extends CommandGroup {}
