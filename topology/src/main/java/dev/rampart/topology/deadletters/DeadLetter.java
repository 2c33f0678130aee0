package dev.rampart.topology.deadletters;

import dev.rampart.topology.event.Origin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed.
 *
 * @param origin where it was read, and its original bytes
 * @param stage node of the topology that refused it, {@code replay} for a line of a file
 * @param cause category
 * @param detail what was found and what is allowed, for a person; never message text
 * @param failure the exception behind it; null when the record itself is at fault
 */
public record DeadLetter(
    Origin origin, String stage, Cause cause, String detail, @Nullable Throwable failure) {
  /** What the names of Rampart's headers start with. */
  public static final String HEADER_PREFIX = "rampart.";

  public static final String STAGE = HEADER_PREFIX + "stage";
  public static final String CAUSE = HEADER_PREFIX + "cause";
  public static final String DETAIL = HEADER_PREFIX + "detail";
  public static final String STACK = HEADER_PREFIX + "stack";
  public static final String TOPIC = HEADER_PREFIX + "topic";
  public static final String PARTITION = HEADER_PREFIX + "partition";
  public static final String OFFSET = HEADER_PREFIX + "offset";
  public static final String TIMESTAMP = HEADER_PREFIX + "timestamp";

  /** Bytes of the original value, on a letter that holds only the beginning of it. */
  public static final String CUT_FROM = HEADER_PREFIX + "cut.from";

  /**
   * On a record of the dead-letter topic that is no letter but a mark: place, as {@code
   * partition:offset}, of the letter on the same topic that was sent again.
   */
  public static final String REDRIVEN = HEADER_PREFIX + "redriven";

  private static final int MAXIMUM_STACK_LENGTH = 8_192;

  /**
   * Writes place, stage, cause, detail and stack into the headers, each once: a dead letter that
   * was redriven and failed again carries its newest story only. Other headers stay.
   */
  public void describeIn(Headers headers) {
    put(headers, STAGE, stage);
    put(headers, CAUSE, cause.spelling());
    put(headers, DETAIL, detail);
    put(headers, TOPIC, origin.topic());
    put(headers, PARTITION, Integer.toString(origin.partition()));
    put(headers, OFFSET, Long.toString(origin.offset()));
    put(headers, TIMESTAMP, Long.toString(origin.timestamp()));
    headers.remove(CUT_FROM);
    byte[] value = origin.value();
    if (value != null && Kept.isCut(value)) {
      put(headers, CUT_FROM, Integer.toString(value.length));
    }
    headers.remove(STACK);
    if (failure != null) {
      put(headers, STACK, stackOf(failure));
    }
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Stack without exception messages, since those may quote the content of a record. */
  private static String stackOf(Throwable failure) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    for (Throwable each = failure; each != null; each = each.getCause()) {
      lines.println(each.getClass().getName());
      for (StackTraceElement frame : each.getStackTrace()) {
        lines.println("\tat " + frame);
      }
    }
    String stack = text.toString();
    return stack.substring(0, Math.min(stack.length(), MAXIMUM_STACK_LENGTH));
  }
}
