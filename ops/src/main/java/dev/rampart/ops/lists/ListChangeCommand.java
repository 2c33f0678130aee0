package dev.rampart.ops.lists;

import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import dev.rampart.ops.policies.ChangeRoute;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that changes an entry of a list, by either {@link ChangeRoute}. */
abstract class ListChangeCommand extends ListTopicCommand {
  static final String PATH = "/v1/lists/entries";

  @Parameters(index = "0", paramLabel = "LIST", description = "domains/partner-feed for instance.")
  private String list = "";

  @Parameters(index = "1", paramLabel = "ENTRY", description = "A host, a hash or some words.")
  private String entry = "";

  @Mixin private final ChangeRoute route = new ChangeRoute();

  /** The same as a call of the service. */
  abstract ServedCall served();

  final ListName name() {
    return ListName.of(list, entry);
  }

  final Signature signature() {
    return route.signature();
  }

  /** What a call says of the entry; a time that was not given is left out. */
  final Map<String, Object> body(Map<String, Optional<Instant>> times) {
    Map<String, Object> body = new HashMap<>(Map.of("list", list, "entry", entry));
    times.forEach((field, time) -> time.ifPresent(at -> body.put(field, at.toString())));
    return body;
  }

  @Override
  protected final ExitCode run(Output output) throws Exception {
    return route.breaksGlass() ? super.run(output) : route.ask(served(), false, List.of(), output);
  }
}
