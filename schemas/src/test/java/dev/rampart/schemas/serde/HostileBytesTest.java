package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.MALFORMED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.Samples;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class HostileBytesTest {
  private static final long ENOUGH_BYTES = 16 << 20;

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final AvroSerde<MessageEvent> messages = AvroSerde.of(MessageEvent.class, registry, "m");
  private final AvroSerde<Decision> decisions = AvroSerde.of(Decision.class, registry, "d");

  private interface Body {
    void to(BinaryEncoder out) throws IOException;
  }

  @Test
  void shouldMakeNoRoomForAStringThatIsNotThere() throws IOException {
    for (long claimed : new long[] {2_000_000_000L, Integer.MAX_VALUE, Long.MAX_VALUE, -1}) {
      assertRefusedCheaply(messages, record(messages.schemaId(), out -> out.writeLong(claimed)));
    }
  }

  @Test
  void shouldMakeNoRoomForAnArrayThatIsNotThere() throws IOException {
    for (long claimed :
        new long[] {2_000_000_000L, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertRefusedCheaply(
          decisions, record(decisions.schemaId(), out -> decisionUpToFeatures(out, claimed)));
    }
  }

  @Test
  void shouldTurnAnyGarbageIntoOneKindOfError() {
    Random random = new Random(20261121);
    byte[] whole = decisions.serializer().serialize("t", Samples.decision());
    for (int i = 0; i < 20_000; i++) {
      byte[] garbled = whole.clone();
      for (int flips = 0; flips <= i % 4; flips++) {
        garbled[WireFormat.HEADER_BYTES + random.nextInt(whole.length - WireFormat.HEADER_BYTES)] =
            (byte) random.nextInt();
      }
      Throwable thrown = catchThrowable(() -> decisions.deserializer().deserialize("t", garbled));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(WireFormatException.class);
      }
    }
  }

  private static void decisionUpToFeatures(BinaryEncoder out, long claimed) throws IOException {
    out.writeString("event");
    out.writeEnum(1);
    out.writeString("author");
    out.writeIndex(0);
    out.writeIndex(0);
    out.writeLong(0);
    out.writeLong(0);
    out.writeString("1");
    out.writeLong(claimed);
  }

  private static void assertRefusedCheaply(AvroSerde<?> serde, byte[] record) {
    long before = allocated();
    WireFormatException refused =
        catchThrowableOfType(
            WireFormatException.class, () -> serde.deserializer().deserialize("t", record));

    assertThat(allocated() - before).isLessThan(ENOUGH_BYTES);
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(MALFORMED_BODY);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] record(int id, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(WireFormat.header(id));
    body.to(EncoderFactory.get().directBinaryEncoder(bytes, null));
    return bytes.toByteArray();
  }
}
