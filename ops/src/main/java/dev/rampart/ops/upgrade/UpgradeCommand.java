package dev.rampart.ops.upgrade;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code upgrade}: does a rolling upgrade to this build lose anything? */
@Command(
    name = "upgrade",
    description =
        "Rehearses a rolling upgrade from another build to this one, under load, on a broker of its"
            + " own: a policy, the schema of messages and the catalogue change too. Counts what is"
            + " missing, twice or out of order. Exit code 1 when anything is.")
public final class UpgradeCommand extends RampartCommand {
  private static final int LEAST_SECONDS = 20;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "The build before: a built clone or a distribution. Default: this one.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "150000",
      description = "How many events. Default: ${DEFAULT-VALUE}")
  private int events = 150_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1500",
      description = "Events a second. Default: ${DEFAULT-VALUE}")
  private int rate = 1_500;

  @Override
  protected ExitCode run(Output output) throws Exception {
    if (rate < 1 || events / rate < LEAST_SECONDS) {
      throw CommandFailure.wrongUsage(
          "--events: found %d at --rate %d, allowed is what takes %d s or more"
              .formatted(events, rate, LEAST_SECONDS));
    }
    Build before = from.map(Build::in).orElseGet(Build::ofThis);
    UpgradeReport report = new Rehearsal(before, events, rate, output::note).run();
    output.result(report, report::text);
    return report.clean() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
