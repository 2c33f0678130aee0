package dev.rampart.ops.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Overwrites pieces of files with random bytes, as a dying disk does. */
final class Scribbler {
  private static final int PIECE_BYTES = 64;
  private static final int PIECES = 8;

  private Scribbler() {}

  /** Spoils the data files and manifests of every state store below a folder; returns how many. */
  static int spoilState(Path folder, long salt) throws IOException {
    SplittableRandom random = new SplittableRandom(salt);
    List<Path> files = stateFiles(folder);
    for (Path file : files) {
      spoil(file, random);
    }
    return files.size();
  }

  /** Spoils one file. */
  static void spoil(Path file, long salt) throws IOException {
    spoil(file, new SplittableRandom(salt));
  }

  private static void spoil(Path file, SplittableRandom random) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (int count = 0; count < PIECES && open.length() > 0; count++) {
        random.nextBytes(piece);
        open.seek(random.nextLong(Math.max(1, open.length() - PIECE_BYTES)));
        open.write(piece, 0, (int) Math.min(PIECE_BYTES, open.length() - open.getFilePointer()));
      }
    }
  }

  private static List<Path> stateFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(Scribbler::holdsState).sorted().toList();
    }
  }

  private static boolean holdsState(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".sst") || name.startsWith("MANIFEST");
  }
}
