package dev.rampart.ops.lists;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code features lists put}: an entry goes on a list. */
@Command(name = "put", description = "Puts an entry on a list of the topic, from a moment on.")
public final class ListsPutCommand extends ListChangeCommand {
  @Option(
      names = "--listed-at",
      paramLabel = "TIME",
      description =
          "First moment of event time at which it is listed. Default: a second from now, so that"
              + " every instance knows it before it holds.")
  private Optional<Instant> listedAt = Optional.empty();

  @Option(
      names = "--delisted-at",
      paramLabel = "TIME",
      description = "First moment at which it is listed no more. Default: it stays.")
  private Optional<Instant> delistedAt = Optional.empty();

  @Override
  ServedCall served() {
    return ServedCall.post(PATH, body(Map.of("listed_at", listedAt, "delisted_at", delistedAt)));
  }

  @Override
  void run(ListDesk desk, Output output) {
    ListedLine line = ListedLine.of(desk.put(name(), listedAt, delistedAt, signature(), false));
    output.result(line, line::text);
  }
}
