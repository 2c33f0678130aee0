package dev.rampart.ops.documents;

import dev.rampart.ops.Main;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's commands, asked whether they know a command line. Runs nothing. */
final class CommandTree {
  private CommandTree() {}

  /** What the program does not understand of a command line; empty when it would run it. */
  static Optional<String> problem(DocumentedCommand command) {
    try {
      return groupAlone(command, root().parseArgs(command.arguments()));
    } catch (MissingParameterException missing) {
      return command.whole()
          ? Optional.of(String.valueOf(missing.getMessage()))
          : unknownOption(command);
    } catch (ParameterException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** The names of all commands and groups, {@code topics create} for instance. */
  static List<List<String>> names() {
    return below(List.of(), root()).toList();
  }

  private static Stream<List<String>> below(List<String> path, CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            child -> {
              List<String> name = Stream.concat(path.stream(), Stream.of(child.getKey())).toList();
              return Stream.concat(Stream.of(name), below(name, child.getValue()));
            });
  }

  private static Optional<String> groupAlone(DocumentedCommand command, ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean answered = last.isUsageHelpRequested() || last.isVersionHelpRequested();
    return !command.whole() || answered || last.commandSpec().subcommands().isEmpty()
        ? Optional.empty()
        : Optional.of("a command of the group is missing");
  }

  /** For a command line that lacks what the command needs, so that parsing ends before the rest. */
  private static Optional<String> unknownOption(DocumentedCommand command) {
    CommandLine named = root();
    for (String word : command.words()) {
      named = named.getSubcommands().getOrDefault(word, named);
    }
    CommandLine last = named;
    return command.words().stream()
        .filter(word -> word.startsWith("--"))
        .map(word -> word.replaceFirst("=.*", ""))
        .filter(option -> !last.getCommandSpec().optionsMap().containsKey(option))
        .findFirst()
        .map(option -> "Unknown option: '" + option + "'");
  }

  private static CommandLine root() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }
}
