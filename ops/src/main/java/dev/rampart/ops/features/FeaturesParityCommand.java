package dev.rampart.ops.features;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code features parity}: served values against values worked out again from the input. */
@Command(
    name = "parity",
    description =
        "Works out again, from the input and in the order of the decisions, every value that was"
            + " served, and prints the share that matches exactly. Exit code 1 below 100 %.")
public final class FeaturesParityCommand extends RampartCommand {
  @Mixin private final CatalogueOption option = new CatalogueOption();
  @Mixin private final DecisionOptions files = new DecisionOptions();

  @Override
  protected ExitCode run(Output output) throws IOException {
    files.check();
    ParityCheck check = new ParityCheck(option.catalogue(), files.input(), files.kept());
    files.decisions().forEach(check::add);
    ParityReport report = check.report();
    output.result(report, () -> ParityText.of(report));
    return report.holds() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
