package dev.rampart.ops.deadletters;

import dev.rampart.topology.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers that a redrive adds, and how headers are read. */
final class LetterHeaders {
  /** On the mark beside a dead letter: place of the letter that was sent again. */
  static final String REDRIVEN = DeadLetter.REDRIVEN;

  /** On the record that was sent again: place of the dead letter that it was. */
  static final String REDRIVEN_FROM = DeadLetter.HEADER_PREFIX + "redriven.from";

  private LetterHeaders() {}

  static Optional<String> text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** A number; -1 where there is none. */
  static long number(Headers headers, String name) {
    try {
      return text(headers, name).map(Long::parseLong).orElse(-1L);
    } catch (NumberFormatException wrong) {
      return -1;
    }
  }

  static Optional<LetterPlace> place(Headers headers, String name) {
    return text(headers, name).flatMap(LetterPlace::parse);
  }
}
