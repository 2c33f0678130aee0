package dev.rampart.ops.lists;

import dev.rampart.ops.cli.Output;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code features lists entries}: what the topic lists. */
@Command(
    name = "entries",
    description = "Shows the entries that the topic lists or listed, and who changed them last.")
public final class ListsEntriesCommand extends ListTopicCommand {
  @Override
  void run(ListDesk desk, Output output) {
    List<ListedLine> lines = desk.entries().stream().map(ListedLine::of).toList();
    output.result(
        lines,
        () ->
            lines.stream()
                .map(ListedLine::text)
                .collect(Collectors.joining(System.lineSeparator())));
  }
}
