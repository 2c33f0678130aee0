package dev.rampart.ops.lists;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.policies.SignatureOptions;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code features lists put}: an entry goes on a list. */
@Command(name = "put", description = "Puts an entry on a list of the topic, from a moment on.")
public final class ListsPutCommand extends ListTopicCommand {
  @Parameters(index = "0", paramLabel = "LIST", description = "domains/partner-feed for instance.")
  private String list = "";

  @Parameters(index = "1", paramLabel = "ENTRY", description = "A host, a hash or some words.")
  private String entry = "";

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

  @Mixin private final SignatureOptions signature = new SignatureOptions();

  @Override
  void run(ListDesk desk, Output output) {
    ListName name = ListName.of(list, entry);
    ListedLine line =
        ListedLine.of(desk.put(name, momentOr(listedAt), delistedAt, signature.signature()));
    output.result(line, line::text);
  }
}
