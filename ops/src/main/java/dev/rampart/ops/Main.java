package dev.rampart.ops;

import dev.rampart.ops.audit.AuditCommand;
import dev.rampart.ops.bench.BenchCommand;
import dev.rampart.ops.capacity.CapacityCommand;
import dev.rampart.ops.chaos.ChaosCommand;
import dev.rampart.ops.cli.CommandGroup;
import dev.rampart.ops.cli.Program;
import dev.rampart.ops.community.CommunityCommand;
import dev.rampart.ops.consumer.ActionsCommand;
import dev.rampart.ops.deadletters.DeadLettersCommand;
import dev.rampart.ops.demo.DemoCommand;
import dev.rampart.ops.drawing.TopologyCommand;
import dev.rampart.ops.explain.ExplainCommand;
import dev.rampart.ops.explain.SubjectCommand;
import dev.rampart.ops.features.FeaturesCommand;
import dev.rampart.ops.inspect.StateCommand;
import dev.rampart.ops.models.ModelsCommand;
import dev.rampart.ops.operation.LogLevelsCommand;
import dev.rampart.ops.operation.PauseCommand;
import dev.rampart.ops.operation.ResumeCommand;
import dev.rampart.ops.policies.PoliciesCommand;
import dev.rampart.ops.replay.ReplayCommand;
import dev.rampart.ops.run.RunCommand;
import dev.rampart.ops.topics.TopicsCommand;
import dev.rampart.ops.upgrade.UpgradeCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/** The program that {@code ./rampart} starts. */
@Command(
    name = "rampart",
    description = "Decides in real time what to do about messages and accounts, on Kafka.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      TopicsCommand.class,
      BenchCommand.class,
      CapacityCommand.class,
      FeaturesCommand.class,
      ModelsCommand.class,
      DecisionsCommand.class,
      PoliciesCommand.class,
      ActionsCommand.class,
      AuditCommand.class,
      StateCommand.class,
      ExplainCommand.class,
      SubjectCommand.class,
      DeadLettersCommand.class,
      ChaosCommand.class,
      UpgradeCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      LogLevelsCommand.class,
      CommunityCommand.class,
      TopologyCommand.class
    })
public final class Main extends CommandGroup {

  public static void main(String[] args) {
    System.exit(Program.run(new Main(), utf8(System.out), utf8(System.err), args));
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
