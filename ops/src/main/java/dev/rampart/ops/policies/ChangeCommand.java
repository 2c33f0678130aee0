package dev.rampart.ops.policies;

import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that changes something about policies, by either {@link ChangeRoute}. */
abstract class ChangeCommand extends TopicCommand {
  @Mixin private final ChangeRoute route = new ChangeRoute();

  /** The same as a call of the service. */
  abstract ServedCall served();

  /** Options that the service does not know. */
  List<String> optionsOfTheTopics() {
    return List.of();
  }

  /** Whether only to tell what would happen. */
  boolean rehearsed() {
    return false;
  }

  final Signature signature() {
    return route.signature();
  }

  @Override
  protected final ExitCode run(Output output) throws Exception {
    return route.breaksGlass()
        ? super.run(output)
        : route.ask(served(), rehearsed(), optionsOfTheTopics(), output);
  }
}
