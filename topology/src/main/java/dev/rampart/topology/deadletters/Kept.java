package dev.rampart.topology.deadletters;

import dev.rampart.topology.event.HeaderSize;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What of a record is kept in its dead letter. All of it, unless the letter would be too large for
 * Kafka: a batch of a few bytes can unpack into a record of many megabytes, and a letter that
 * cannot be written would stop the pipeline at that record for good.
 */
final class Kept {
  /** Bytes of the largest value that is kept whole; with all headers it fits a record of 8 MiB. */
  static final int LARGEST_VALUE = (8 << 20) - (64 << 10);

  /** Bytes that are kept of a larger one. */
  static final int CUT_VALUE = 1 << 20;

  /** No account has a longer key. */
  private static final int LARGEST_KEY = 4 << 10;

  private Kept() {}

  static boolean isCut(byte @Nullable [] value) {
    return value != null && value.length > LARGEST_VALUE;
  }

  static byte @Nullable [] ofValue(byte @Nullable [] value) {
    return value != null && isCut(value) ? Arrays.copyOf(value, CUT_VALUE) : value;
  }

  static byte @Nullable [] ofKey(byte @Nullable [] key) {
    return key != null && key.length > LARGEST_KEY ? Arrays.copyOf(key, LARGEST_KEY) : key;
  }

  static Headers ofHeaders(Headers headers) {
    return HeaderSize.of(headers) > HeaderSize.MOST ? new RecordHeaders() : headers;
  }
}
