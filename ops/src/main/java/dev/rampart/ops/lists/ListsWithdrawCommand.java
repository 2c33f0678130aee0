package dev.rampart.ops.lists;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code features lists withdraw}: an entry leaves a list. */
@Command(
    name = "withdraw",
    description =
        "Withdraws an entry from a list of the topic: it still counts for the events of its time.")
public final class ListsWithdrawCommand extends ListChangeCommand {
  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "First moment of event time at which it is listed no more. Default: a second from now.")
  private Optional<Instant> at = Optional.empty();

  @Override
  ServedCall served() {
    return new ServedCall("DELETE", PATH, body(Map.of("delisted_at", at)));
  }

  @Override
  void run(ListDesk desk, Output output) {
    ListedLine line = ListedLine.of(desk.withdraw(name(), at, signature(), false));
    output.result(line, line::text);
  }
}
