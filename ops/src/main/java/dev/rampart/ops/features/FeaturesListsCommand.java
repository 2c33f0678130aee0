package dev.rampart.ops.features;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.lists.ListsEntriesCommand;
import dev.rampart.ops.lists.ListsPutCommand;
import dev.rampart.ops.lists.ListsWithdrawCommand;
import dev.rampart.topology.reputation.Reputation;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code features lists}: the reputation lists, checked. */
@Command(
    name = "lists",
    description =
        "Checks the files of the reputation lists and shows their version and how long each is;"
            + " with a subcommand, the lists that instances read from the topic.",
    subcommands = {ListsEntriesCommand.class, ListsPutCommand.class, ListsWithdrawCommand.class})
public final class FeaturesListsCommand extends RampartCommand {
  @Mixin private final ListsOption option = new ListsOption();

  /**
   * The result.
   *
   * @param listings number of listings, those that have ended among them, by list
   */
  record Lists(String version, Map<String, Integer> listings) {}

  @Override
  protected ExitCode run(Output output) {
    Reputation reputation = option.reputation();
    Lists lists = new Lists(reputation.version(), new TreeMap<>(reputation.sizes()));
    output.result(lists, () -> text(lists));
    return ExitCode.DONE;
  }

  private static String text(Lists lists) {
    return lists.listings().entrySet().stream()
        .map(list -> "%-40s %,10d".formatted(list.getKey(), list.getValue()))
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "reputation lists " + lists.version() + System.lineSeparator(),
                ""));
  }
}
