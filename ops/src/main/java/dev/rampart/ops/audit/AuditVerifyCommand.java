package dev.rampart.ops.audit;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code audit verify}: is the audit as it was written? */
@Command(
    name = "verify",
    description =
        "Holds every entry against the chain. Exit code 1 where one was changed, taken out or put"
            + " in. Keep the head that it prints elsewhere: it shows later that the end was not cut"
            + " off.")
public final class AuditVerifyCommand extends ArchiveCommand {
  @Override
  ExitCode run(AuditSource audit, Output output) {
    Verification found = audit.verify();
    output.result(found, () -> text(found));
    return found.verified() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String text(Verification found) {
    String summary =
        "%d entries, %d erasures (%d not sealed yet), %d forks, head %s: %s"
            .formatted(
                found.entries(),
                found.erasures(),
                found.unsealed(),
                found.forks(),
                found.head().isEmpty() ? "none" : found.head(),
                found.verified() ? "as written" : "NOT as written");
    return Stream.concat(Stream.of(summary), found.broken().stream())
        .collect(Collectors.joining("\n"));
  }
}
