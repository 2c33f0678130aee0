package dev.rampart.topology.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The size of a record's headers: whoever writes the record writes them, and outputs repeat them.
 */
public final class HeaderSize {
  /** Bytes of names and values that a record may have. */
  public static final int MOST = 16 << 10;

  private HeaderSize() {}

  /** Bytes of all names and values, 0 or more. */
  public static long of(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      byte[] value = header.value();
      bytes += header.key().getBytes(StandardCharsets.UTF_8).length;
      bytes += value == null ? 0 : value.length;
    }
    return bytes;
  }
}
