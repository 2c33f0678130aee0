package dev.rampart.ops.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document tells people to type is something that the program understands. */
class EveryDocumentedCommandExistsTest {
  private static final Path PAGE = Path.of("page.md");

  @Test
  void shouldUnderstandEveryCommandLineOfEveryDocument() throws IOException {
    List<DocumentedCommand> commands = Documents.commands();
    assertThat(commands).hasSizeGreaterThan(50);
    assertThat(commands.stream().flatMap(command -> complaint(command).stream())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldNameEveryCommandInTheTableOfTheReadme(List<String> name) throws IOException {
    assertThat(Documents.commandTable())
        .anyMatch(
            row -> row.contains("`" + String.join(" ", name)) || isNamedBesideItsGroup(row, name));
  }

  private static boolean isNamedBesideItsGroup(String row, List<String> name) {
    return name.size() > 1
        && row.startsWith("| `" + name.get(0) + " ")
        && row.contains("`" + name.get(name.size() - 1) + "`");
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldShowTheHelpOfEveryCommand(List<String> name) {
    String[] arguments = Stream.concat(name.stream(), Stream.of("--help")).toArray(String[]::new);
    CommandLineRun run = CommandLineRun.of(new Main(), arguments);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Usage: rampart " + String.join(" ", name));
  }

  static List<List<String>> names() {
    return CommandTree.names();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "    ./rampart nonsense | page.md:2 Unmatched argument at index 0: 'nonsense'",
        "    ./rampart topics create --nonsense | page.md:2 Unknown option: '--nonsense'",
        "    ./rampart topics | page.md:2 a command of the group is missing",
        "    ./rampart run | page.md:2 Missing required option: '--config=FILE'",
        "    X=1 ./rampart demo --events many # | page.md:2 Invalid value for option '--events'",
        "so `./rampart policies kill P --nonsense` does | page.md:2 Unknown option: '--nonsense'"
      })
  void shouldSayWhereADocumentIsWrong(String line, String expected) {
    List<DocumentedCommand> found =
        CommandDocument.read(PAGE, List.of("Text.", line.startsWith("so") ? line : "    " + line));
    assertThat(found).hasSize(1);
    assertThat(complaint(found.get(0))).get().asString().startsWith(expected);
  }

  @Test
  void shouldReadCommandLinesAsAShellDoes() {
    List<DocumentedCommand> found =
        CommandDocument.read(
            PAGE,
            List.of(
                "    ./rampart decisions query --log DIR \\",
                "        --where 'a >= 1 && b' [--limit N]  # a comment",
                "    a line without a command",
                "Name `./rampart demo; rm DIR` and `./rampart policies`."));
    assertThat(found)
        .extracting(DocumentedCommand::words)
        .containsExactly(
            List.of("decisions", "query", "--log", "DIR", "--where", "a >= 1 && b", "--limit", "1"),
            List.of("demo"),
            List.of("policies"));
    assertThat(found).extracting(DocumentedCommand::line).containsExactly(1, 4, 4);
  }

  private static Optional<String> complaint(DocumentedCommand command) {
    return CommandTree.problem(command)
        .map(problem -> command.place() + " " + problem + " in: " + command);
  }
}
