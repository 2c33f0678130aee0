package dev.rampart.schemas;

import dev.rampart.schemas.json.AvroJson;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * Prints what writing and reading a record costs, in ns, as Avro and as a line of JSON. A quick
 * look, not a benchmark: one thread, the best of several rounds after a warm-up.
 */
public final class RecordCost {
  private static final int ROUNDS = 12;
  private static final int CALLS = 300_000;

  private RecordCost() {}

  public static void main(String[] args) {
    measure(MessageEvent.class, Samples.message());
    measure(Decision.class, Samples.decision());
    String line = new EventLine.Message(Samples.message()).text();
    System.out.printf(
        "Event line of %d characters: read %d ns%n",
        line.length(), best(() -> EventLine.parse(line)));
    System.out.printf(
        "Decision line: write %d ns%n", best(() -> AvroJson.line(Samples.decision())));
  }

  private static <T extends SpecificRecord> void measure(Class<T> type, T datum) {
    AvroSerde<T> serde = AvroSerde.of(type, new InMemorySchemaRegistry(), type.getSimpleName());
    byte[] record = serde.serializer().serialize("t", datum);
    System.out.printf(
        "%s of %d bytes: write %d ns, read %d ns%n",
        type.getSimpleName(),
        record.length,
        best(() -> serde.serializer().serialize("t", datum)),
        best(() -> serde.deserializer().deserialize("t", record)));
  }

  private static long best(Supplier<?> call) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, nanosPerCall(call));
    }
    return best;
  }

  private static long nanosPerCall(Supplier<?> call) {
    int nulls = 0;
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      nulls += call.get() == null ? 1 : 0;
    }
    long nanos = System.nanoTime() - start;
    if (nulls > 0) {
      throw new IllegalStateException("a record came back as null");
    }
    return nanos / CALLS;
  }
}
