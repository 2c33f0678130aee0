package dev.rampart.ops.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Markdown documents of the repository, in the order of their names. */
final class Documents {
  static final Path ROOT = Path.of(System.getProperty("rampart.root"));

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".rampart", ".idea");

  private Documents() {}

  /** Their names, relative to the repository. */
  static List<Path> names() throws IOException {
    List<Path> names = new ArrayList<>();
    Files.walkFileTree(ROOT, new Collector(names));
    return names.stream().sorted().toList();
  }

  /** The command lines of all of them. */
  static List<DocumentedCommand> commands() throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (Path name : names()) {
      commands.addAll(CommandDocument.read(ROOT, name));
    }
    return commands;
  }

  /** The command lines of the README. */
  static List<DocumentedCommand> readme() throws IOException {
    return CommandDocument.read(ROOT, Path.of("README.md"));
  }

  /** The rows of tables in the README that begin with a code. */
  static List<String> commandTable() throws IOException {
    return Files.readAllLines(ROOT.resolve("README.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> names;

    Collector(List<Path> names) {
      this.names = names;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(".md")) {
        names.add(ROOT.relativize(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
