package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * The folder of a log as its one writer sees it. Holds a lock on the folder until it is closed.
 * Confined to one thread.
 */
final class LogFolder implements AutoCloseable {
  private static final String UNFINISHED = ".tmp";

  private final Path folder;
  private final FileChannel lock;
  private long lastNumber;

  private LogFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, made when it is missing, and removes what an earlier writer left unfinished.
   *
   * @throws CommandFailure when another process writes there
   */
  static LogFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      requireLock(folder, channel);
      LogFolder opened = new LogFolder(folder, channel);
      opened.clean();
      return opened;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static void requireLock(Path folder, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // the same answer as for another process
    }
    throw CommandFailure.failed(folder + ": another decision log writes here");
  }

  private void clean() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
        Files.delete(file);
      }
    }
    lastNumber = newest(segments(folder)).map(Segment::number).orElse(0L);
  }

  /** The finished segments of a log, in the order of writing. */
  static List<Segment> segments(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Segment> segments = new ArrayList<>();
    for (Path hour : entries(folder)) {
      for (Path file : Files.isDirectory(hour) ? entries(hour) : List.of(hour)) {
        Segment.of(file).ifPresent(segments::add);
      }
    }
    segments.sort(Comparator.comparingLong(Segment::number));
    return segments;
  }

  /** What a folder holds; nothing where it was removed meanwhile, as the writer goes on. */
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  private static Optional<Segment> newest(List<Segment> segments) {
    return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
  }

  /** Where the log ends; empty when nothing was ever logged. */
  Optional<LogPositions> positions(DuckDBConnection database) throws IOException, SQLException {
    Optional<Segment> newest = newest(segments(folder));
    return newest.isEmpty()
        ? Optional.empty()
        : Optional.of(positions(database, newest.get().file()));
  }

  private static LogPositions positions(DuckDBConnection database, Path file) throws SQLException {
    String query =
        "SELECT decode(value) FROM parquet_kv_metadata(%s) WHERE decode(key) = %s"
            .formatted(LogDatabase.text(file.toString()), LogDatabase.text(LogPositions.KEY));
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw CommandFailure.failed(file + ": is no segment of a decision log");
      }
      return LogPositions.parse(rows.getString(1));
    }
  }

  /** Where the next segment is to be written, before it is published. */
  Path draft() {
    return folder.resolve("decisions-%012d%s".formatted(lastNumber + 1, UNFINISHED));
  }

  /** Makes a draft a segment of the log: on disk first, then visible, in one step. */
  void publish(Path draft, Instant now) throws IOException {
    Segment segment = Segment.numbered(folder, lastNumber + 1, now);
    force(draft);
    Path hour = segment.hour();
    Files.createDirectories(hour);
    Files.move(draft, segment.file(), StandardCopyOption.ATOMIC_MOVE);
    force(hour);
    lastNumber++;
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes segments of hours that ended longer ago; the newest stays, for it knows the place. */
  int expire(Duration retention, Instant now) throws IOException {
    List<Segment> segments = segments(folder);
    int removed = 0;
    for (Segment segment : segments) {
      if (segment.number() < lastNumber && segment.isBefore(now.minus(retention))) {
        Files.delete(segment.file());
        removed++;
      }
    }
    return removed;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
