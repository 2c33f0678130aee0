package dev.rampart.ops.audit;

import dev.rampart.ops.cli.CommandGroup;
import picocli.CommandLine.Command;

/** {@code audit}: what was changed and revealed, and whether the record of it is whole. */
@Command(
    name = "audit",
    description = "Shows what was changed and revealed, and whether the record of it is whole.",
    subcommands = {AuditListCommand.class, AuditVerifyCommand.class})
public final class AuditCommand extends CommandGroup {}
