package dev.rampart.topology.reputation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Reads a folder of list files and reports everything that is wrong with them at once. */
final class ListReader {
  private static final String ENDING = ".csv";
  private static final int VERSION_BYTES = 6;

  private final Path folder;
  private final List<ListProblem> problems = new ArrayList<>();
  private final List<Listing> listings = new ArrayList<>();
  private final MessageDigest digest = sha256();

  ListReader(Path folder) {
    this.folder = folder;
  }

  Reputation read() throws ListException {
    for (Path file : files()) {
      read(file);
    }
    if (!problems.isEmpty()) {
      throw new ListException(problems);
    }
    String version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    return new Reputation(version, listings);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      problems.add(
          new ListProblem(folder.toString(), 1, "folder", "nothing readable", "a folder of *.csv"));
      return List.of();
    }
  }

  private void read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      digest.update(content);
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      listings.addAll(new ListFile(file.toString(), problems).parse(lines));
    } catch (IOException e) {
      problems.add(
          new ListProblem(file.toString(), 1, "file", "nothing readable", "a text in UTF-8"));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
