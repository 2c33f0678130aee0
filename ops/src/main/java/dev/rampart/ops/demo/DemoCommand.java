package dev.rampart.ops.demo;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.summary.Summary;
import dev.rampart.ops.summary.SummaryFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: everything on one machine, nothing to install. */
@Command(
    name = "demo",
    description =
        "Runs the pipeline on an embedded broker, fed by a generated community with planted abuse.")
public final class DemoCommand extends RampartCommand {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Chooses the community. Default: ${DEFAULT-VALUE}")
  private long seed = 42;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "200000",
      description = "How many events. Default: ${DEFAULT-VALUE}")
  private int events = 200_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2500",
      description = "Events a second; 0 for as fast as they can be made. Default: ${DEFAULT-VALUE}")
  private int rate = 2_500;

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "Policies instead of the shipped ones.")
  private Optional<Path> policies = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description =
          "Port of the ops service on 127.0.0.1; metrics and health are on the next one."
              + " Default: ${DEFAULT-VALUE}")
  private int port = 8080;

  @Option(
      names = "--log",
      paramLabel = "DIR",
      description = "Folder of the decision log. Default: a new one in the temporary folder.")
  private Optional<Path> log = Optional.empty();

  @Option(names = "--exit", description = "Stop when all is decided.")
  private boolean exit;

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--events", events, 1, 50_000_000);
    require("--rate", rate, 0, 1_000_000);
    require("--port", port, 1, 65_534);
    Path folder = log.isPresent() ? log.get() : lastingFolder();
    DemoPlan plan = new DemoPlan(seed, events, rate, policies, port, folder, exit);
    Summary summary = new Demo(plan, output).run();
    Map<String, Object> document = new LinkedHashMap<>(SummaryFormat.document(summary));
    document.put("decision_log", folder.toString());
    output.result(
        document,
        () -> "%s%n%-28s%s".formatted(SummaryFormat.table(summary), "decision log", folder));
    return summary.complete() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Java's own temporary folder is, where the launcher started it, removed by the next start. */
  private static Path lastingFolder() throws IOException {
    String temporary = System.getProperty("rampart.tmp", System.getProperty("java.io.tmpdir"));
    return Files.createTempDirectory(Path.of(temporary), "rampart-decisions-");
  }
}
