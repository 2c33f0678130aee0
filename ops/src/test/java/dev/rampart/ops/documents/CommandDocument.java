package dev.rampart.ops.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the command lines of one Markdown document: indented blocks, fences, and code in text. */
final class CommandDocument {
  private static final Pattern BLOCK =
      Pattern.compile("\\s*(?:\\$ )?(?:\\w+=\\S* )*\\S*/rampart( .*)");
  private static final Pattern SPAN = Pattern.compile("`(?:\\w+=\\S* )*\\./rampart( [^`]*)`");

  /** Placeholders that a number, or a command of the program, has to stand for. */
  private static final Map<String, List<String>> EXAMPLES =
      Map.of(
          "PARTITION", List.of("0"),
          "OFFSET", List.of("0"),
          "N", List.of("1"),
          "U", List.of("1"),
          "COMMAND", List.of("state", "stores"),
          "…", List.of());

  private final Path name;
  private final List<String> lines;
  private final List<DocumentedCommand> found = new ArrayList<>();

  private CommandDocument(Path name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** All command lines of the document {@code name} in the folder {@code root}, in its order. */
  static List<DocumentedCommand> read(Path root, Path name) throws IOException {
    return read(name, Files.readAllLines(root.resolve(name)));
  }

  static List<DocumentedCommand> read(Path name, List<String> lines) {
    CommandDocument document = new CommandDocument(name, lines);
    document.findAll();
    return document.found;
  }

  private void findAll() {
    boolean fenced = false;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced || line.startsWith("    ")) {
        findBlock(at);
      } else {
        findSpans(at);
      }
    }
  }

  private void findBlock(int at) {
    Matcher block = BLOCK.matcher(joined(at));
    if (block.matches()) {
      add(at, block.group(1), true);
    }
  }

  private void findSpans(int at) {
    Matcher span = SPAN.matcher(lines.get(at));
    while (span.find()) {
      add(at, span.group(1), false);
    }
  }

  private String joined(int first) {
    StringBuilder command = new StringBuilder(lines.get(first));
    for (int next = first + 1; command.toString().endsWith("\\") && next < lines.size(); next++) {
      command.setLength(command.length() - 1);
      command.append(' ').append(lines.get(next).strip());
    }
    return command.toString();
  }

  private void add(int at, String text, boolean whole) {
    List<String> words =
        ShellWords.of(text).stream()
            .flatMap(word -> EXAMPLES.getOrDefault(word, List.of(word)).stream())
            .toList();
    found.add(new DocumentedCommand(name, at + 1, words, whole));
  }
}
