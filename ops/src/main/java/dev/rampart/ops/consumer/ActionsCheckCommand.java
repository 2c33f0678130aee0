package dev.rampart.ops.consumer;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.topics.ClusterOptions;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code actions check}: does a moderation service keep its side of the contract? */
@Command(
    name = "check",
    description = {
      "Plays a script of actions on the topic actions.users under --prefix and compares what the"
          + " service says that it did. The service appends a line for each effect to FILE:",
      "{\"action_id\": \"…\", \"effect\": \"done\"} or \"reversed\", with the id of the action that"
          + " was taken back. Use a prefix of its own, never the one of production."
    })
public final class ActionsCheckCommand extends RampartCommand {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final String PRODUCTION = "rampart.";

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--effects",
      paramLabel = "FILE",
      required = true,
      description = "Where the service writes what it did.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path effects;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "PT30S",
      description = "How long the service may take. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ofSeconds(30);

  /** The answer. */
  record Checked(boolean passed, List<String> problems, List<Effect> effects) {
    String text() {
      return passed ? "the service keeps its side of the contract" : String.join("\n", problems);
    }
  }

  @Override
  protected ExitCode run(Output output) throws Exception {
    if (cluster.names().prefix().equals(PRODUCTION)) {
      throw CommandFailure.wrongUsage(
          "--prefix: found rampart., allowed is a prefix that no production service reads");
    }
    Script script = new Script("conformance-" + System.nanoTime(), Instant.now(Clock.systemUTC()));
    play(script);
    Checked checked = check(script, await(script));
    output.result(checked, checked::text);
    return checked.passed() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void play(Script script) {
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(
                cluster.client(), cluster.names().schemas(), BROKER_DEFAULT, REGISTRY_LIMIT);
        ScriptPlayer player =
            new ScriptPlayer(cluster.client(), cluster.names().userActions(), registry)) {
      player.play(script);
    }
  }

  /** Waits for the last effect, and then a little for what should not come. */
  private List<Effect> await(Script script) throws InterruptedException {
    List<String> ids =
        script.steps().stream().map(step -> step.action().getActionId().toString()).toList();
    Effect last = script.expected().get(script.expected().size() - 1);
    EffectFile file = new EffectFile(effects);
    long limit = System.nanoTime() + timeout.toNanos();
    while (!file.effects(ids).contains(last) && System.nanoTime() < limit) {
      Thread.sleep(100);
    }
    Thread.sleep(QUIET.toMillis());
    return file.effects(ids);
  }

  private static Checked check(Script script, List<Effect> found) {
    List<Effect> expected = script.expected();
    List<String> problems = new ArrayList<>();
    List<Effect> left = new ArrayList<>(found);
    for (Effect effect : expected) {
      if (!left.remove(effect)) {
        problems.add("missing: " + effect);
      }
    }
    left.forEach(effect -> problems.add(script.promiseOf(effect.actionId()) + ": " + effect));
    if (problems.isEmpty() && !found.equals(expected)) {
      problems.add("actions about a subject are done in their order: " + found);
    }
    return new Checked(problems.isEmpty(), problems, found);
  }
}
