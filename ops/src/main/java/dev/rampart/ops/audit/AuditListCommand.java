package dev.rampart.ops.audit;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.PageOptions;
import dev.rampart.ops.http.Page;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit list}: entries, the newest first. */
@Command(name = "list", description = "Lists entries of the audit, the newest first.")
public final class AuditListCommand extends ArchiveCommand {
  @Option(names = "--entity", description = "Only those about it, policy:spam@3 for instance.")
  private Optional<String> entity = Optional.empty();

  @Option(names = "--actor", description = "Only those of this name.")
  private Optional<String> actor = Optional.empty();

  @Mixin private final PageOptions page = new PageOptions();

  @Override
  ExitCode run(AuditSource audit, Output output) {
    Page<AuditItem> entries =
        audit.page(new AuditArchive.Question(entity, actor), before(page.after()), page.limit());
    output.result(
        entries,
        () -> entries.items().stream().map(AuditItem::line).collect(Collectors.joining("\n")));
    return ExitCode.DONE;
  }

  private static OptionalLong before(String cursor) {
    try {
      return cursor.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cursor));
    } catch (NumberFormatException other) {
      throw CommandFailure.wrongUsage(
          "--after: found '%s', allowed is the 'next' of a page".formatted(cursor), other);
    }
  }
}
