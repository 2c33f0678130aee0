package dev.rampart.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgramTest {

  @Test
  void shouldAnswerHelpAndVersionOnStandardOutput() {
    assertThat(CommandLineRun.of(new Main(), "--help").out()).contains("Usage: rampart", "topics");
    CommandLineRun version = CommandLineRun.of(new Main(), "--version");
    assertThat(version.out()).matches("rampart \\d+\\.\\d+\\.\\d+\\S*, Java .+\\R");
    assertThat(version.status()).isZero();
  }

  @Test
  void shouldCallAnUnknownOptionOrMissingCommandWrongUsage() {
    CommandLineRun unknown = CommandLineRun.of(new Main(), "topics", "check", "--nonsense");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--nonsense", "./rampart topics check --help");
    CommandLineRun missing = CommandLineRun.of(new Main(), "topics");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("create, check");
  }

  @Test
  void shouldShowEveryProblemOnALineOfItsOwnAndNoStackTrace() {
    CommandLineRun run = CommandLineRun.of(new Root(), "fail", "--how", "usage");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).containsExactly("rampart: first", "rampart: second");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void shouldShowTheStackTraceWithVerbose() {
    CommandLineRun run = CommandLineRun.of(new Root(), "fail", "--how", "unknown", "--verbose");
    assertThat(run.err()).contains("\tat dev.rampart");
  }

  @Test
  void shouldHintAtVerboseWhenAFailureIsNotUnderstood() {
    CommandLineRun run = CommandLineRun.of(new Root(), "fail", "--how", "unknown");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly(
            "rampart: unexpected failure: IllegalStateException: odd (--verbose shows where)");
  }

  @Test
  void shouldNameAMissingFile() {
    CommandLineRun run = CommandLineRun.of(new Root(), "fail", "--how", "file");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualToIgnoringNewLines("rampart: x.jsonl: no such file");
  }

  @Test
  void shouldWriteOneJsonDocumentWithTheProblemsWhenAskedForJson() {
    CommandLineRun run = CommandLineRun.of(new Root(), "fail", "--how", "usage", "--json");
    assertThat(run.out().replaceAll("\\s", "")).isEqualTo("{\"problems\":[\"first\",\"second\"]}");
  }

  @Test
  void shouldWriteTheResultAsTextOrAsJson() {
    assertThat(CommandLineRun.of(new Root(), "fail", "--how", "none").out())
        .isEqualToIgnoringNewLines("one event");
    assertThat(CommandLineRun.of(new Root(), "fail", "--how", "none", "--json").out())
        .isEqualToIgnoringWhitespace("{\"events_in\": 1}");
  }

  @Command(name = "rampart", subcommands = FailCommand.class)
  static final class Root extends CommandGroup {}

  @Command(name = "fail")
  static final class FailCommand extends RampartCommand {
    @Option(names = "--how")
    private String how = "none";

    @Override
    protected ExitCode run(Output output) throws Exception {
      switch (how) {
        case "usage" -> throw CommandFailure.wrongUsage(List.of("first", "second"));
        case "unknown" -> throw new IllegalStateException("odd");
        case "file" -> throw new NoSuchFileException("x.jsonl");
        default -> output.result(Map.of("events_in", 1), () -> "one event");
      }
      return ExitCode.DONE;
    }
  }
}
