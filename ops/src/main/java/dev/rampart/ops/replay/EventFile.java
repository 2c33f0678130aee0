package dev.rampart.ops.replay;

import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.json.EventLineException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads an event file line by line, in bounded memory however long a line is. Lines that are empty
 * are passed over. Confined to one thread.
 */
public final class EventFile implements AutoCloseable {
  /** Bytes of a line that are kept; a longer line is broken. */
  public static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final InputStream in;
  private long number;

  private EventFile(InputStream in) {
    this.in = in;
  }

  /** Opens a file. */
  public static EventFile open(Path file) throws IOException {
    return new EventFile(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** The next line; empty at the end of the file. */
  public Optional<FileLine> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (true) {
      line.reset();
      long length = readLine(line);
      if (length < 0) {
        return Optional.empty();
      }
      number++;
      if (length > LONGEST_LINE) {
        return Optional.of(broken(line, "found " + length + " bytes; allowed: " + LONGEST_LINE));
      }
      String text = decode(line.toByteArray());
      if (text == null) {
        return Optional.of(broken(line, "is no text in UTF-8"));
      }
      if (!text.isBlank()) {
        return Optional.of(parse(line, text));
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads up to the line feed; returns the length of the line, -1 at the end of the file. */
  private long readLine(ByteArrayOutputStream line) throws IOException {
    long length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return length == 0 ? -1 : length;
      }
      if (length++ < LONGEST_LINE) {
        line.write(next);
      }
    }
    return length;
  }

  private FileLine parse(ByteArrayOutputStream line, String text) {
    try {
      return new FileLine.Event(number, EventLine.parse(text));
    } catch (EventLineException wrong) {
      return broken(line, wrong.getMessage());
    }
  }

  private FileLine broken(
      ByteArrayOutputStream line, @org.jspecify.annotations.Nullable String problem) {
    return new FileLine.Broken(number, line.toByteArray(), String.valueOf(problem));
  }

  private static @org.jspecify.annotations.Nullable String decode(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }
}
