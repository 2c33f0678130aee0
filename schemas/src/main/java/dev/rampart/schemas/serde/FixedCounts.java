package dev.rampart.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * A map of whole numbers that goes into many records as it is, encoded once. Immutable, safe for
 * many threads.
 */
public final class FixedCounts extends AbstractMap<String, Integer> {
  private final Map<String, Integer> counts;
  private final byte[] encoded;

  public FixedCounts(Map<String, Integer> counts) {
    this.counts = Map.copyOf(counts);
    this.encoded = encode(counts);
  }

  @Override
  public Set<Map.Entry<String, Integer>> entrySet() {
    return counts.entrySet();
  }

  /** The map as Avro binary; not to be changed. */
  byte[] encoded() {
    return encoded;
  }

  private static byte[] encode(Map<String, Integer> counts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
      out.writeMapStart();
      out.setItemCount(counts.size());
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        out.startItem();
        out.writeString(entry.getKey());
        out.writeInt(entry.getValue());
      }
      out.writeMapEnd();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
