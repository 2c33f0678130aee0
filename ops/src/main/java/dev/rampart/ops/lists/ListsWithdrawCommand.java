package dev.rampart.ops.lists;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.policies.SignatureOptions;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code features lists withdraw}: an entry leaves a list. */
@Command(
    name = "withdraw",
    description =
        "Withdraws an entry from a list of the topic: it still counts for the events of its time.")
public final class ListsWithdrawCommand extends ListTopicCommand {
  @Parameters(index = "0", paramLabel = "LIST", description = "domains/partner-feed for instance.")
  private String list = "";

  @Parameters(index = "1", paramLabel = "ENTRY", description = "The entry as it was put there.")
  private String entry = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "First moment of event time at which it is listed no more. Default: a second from now.")
  private Optional<Instant> at = Optional.empty();

  @Mixin private final SignatureOptions signature = new SignatureOptions();

  @Override
  void run(ListDesk desk, Output output) {
    ListName name = ListName.of(list, entry);
    ListedLine line = ListedLine.of(desk.withdraw(name, momentOr(at), signature.signature()));
    output.result(line, line::text);
  }
}
