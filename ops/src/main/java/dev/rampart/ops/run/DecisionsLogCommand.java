package dev.rampart.ops.run;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.config.ConfigurationReader;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.schemas.registry.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code decisions log}: logs decisions in a process of its own, until it is told to stop. */
@Command(name = "log", description = "Logs the decisions of a cluster, each once, until stopped.")
public final class DecisionsLogCommand extends RampartCommand {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Configuration with a section decisionLog; ops/rampart.yml shows it.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path config;

  @Override
  protected ExitCode run(Output output) throws Exception {
    RampartConfiguration configuration = new ConfigurationReader(System.getenv()).read(config);
    try (SchemaRegistry registry = Wiring.registry(configuration);
        DecisionLogger log =
            Wiring.decisionLog(configuration, registry, new SimpleMeterRegistry())
                .orElseThrow(() -> missingSection(config))) {
      Runtime.getRuntime().addShutdownHook(new Thread(log::close, "rampart-log-shutdown"));
      output.note("logging decisions");
      log.await();
      return ExitCode.DONE;
    }
  }

  private static CommandFailure missingSection(Path file) {
    return CommandFailure.wrongUsage(
        file + ": decisionLog: is missing; allowed: a section with directory");
  }
}
