package dev.rampart.ops.audit;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.http.Page;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit list}: entries, the newest first. */
@Command(name = "list", description = "Lists entries of the audit, the newest first.")
public final class AuditListCommand extends ArchiveCommand {
  @Option(names = "--entity", description = "Only those about it, policy:spam@3 for instance.")
  private Optional<String> entity = Optional.empty();

  @Option(names = "--actor", description = "Only those of this name.")
  private Optional<String> actor = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many, 1 to 1000. Default: ${DEFAULT-VALUE}")
  private int limit = 100;

  @Option(names = "--after", paramLabel = "CURSOR", description = "Go on where a list ended.")
  private Optional<Long> after = Optional.empty();

  @Override
  ExitCode run(AuditSource audit, Output output) {
    require("--limit", limit, 1, Page.MOST);
    OptionalLong before = after.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    Page<AuditItem> page = audit.page(new AuditArchive.Question(entity, actor), before, limit);
    output.result(
        page, () -> page.items().stream().map(AuditItem::line).collect(Collectors.joining("\n")));
    return ExitCode.DONE;
  }
}
