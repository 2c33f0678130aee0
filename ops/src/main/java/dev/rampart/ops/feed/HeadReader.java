package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.WireFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a decision without making an object of its dozens of features: most decisions
 * match no rule and are never looked at again. One in which a rule matched is decoded in full.
 * Confined to one thread.
 */
final class HeadReader {
  private static final int HEADER_BYTES = 5;

  private final SchemaRegistry registry;
  private final Function<byte[], Decision> full;
  private @Nullable BinaryDecoder decoder;

  /**
   * @param full decodes all of a decision
   */
  HeadReader(SchemaRegistry registry, Function<byte[], Decision> full) {
    this.registry = registry;
    this.full = full;
  }

  /**
   * The head of a decision.
   *
   * @throws WireFormatException where the bytes are no decision
   */
  DecisionHead read(byte[] value) {
    if (value.length < HEADER_BYTES || value[0] != 0) {
      return DecisionHead.of(full.apply(value));
    }
    Schema written = registry.schemaById(ByteBuffer.wrap(value).getInt(1));
    BinaryDecoder in =
        DecoderFactory.get()
            .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, decoder);
    decoder = in;
    try {
      DecisionHead head = new Scan(in).head(written);
      return head == null ? DecisionHead.of(full.apply(value)) : head;
    } catch (IOException garbled) {
      throw new UncheckedIOException(garbled);
    }
  }

  /** One pass over the fields as they were written. */
  private static final class Scan {
    private final BinaryDecoder in;
    private String eventId = "";
    private String authorId = "";
    private long decidedAt;

    private Scan(BinaryDecoder in) {
      this.in = in;
    }

    /** The head of a decision in which nothing matched; null where there is more to it. */
    @Nullable DecisionHead head(Schema written) throws IOException {
      for (Schema.Field field : written.getFields()) {
        if (!read(field)) {
          return null;
        }
      }
      return new DecisionHead(eventId, authorId, decidedAt, List.of(), List.of());
    }

    private boolean read(Schema.Field field) throws IOException {
      switch (field.name()) {
        case "event_id" -> eventId = in.readString();
        case "author_id" -> authorId = in.readString();
        case "decided_at" -> decidedAt = in.readLong();
        case "matched_rules", "actions" -> {
          return in.readArrayStart() == 0;
        }
        default -> GenericDatumReader.skip(field.schema(), in);
      }
      return true;
    }
  }
}
