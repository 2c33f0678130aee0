package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.INCOMPATIBLE_SCHEMA;
import static dev.rampart.schemas.serde.WireFormatException.Reason.MALFORMED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Schemas that a producer registers, each a compatible successor of the contract. */
class HostileSchemaTest {
  private static final String LIST =
      "{\"type\":\"record\",\"name\":\"Next\",\"fields\":[{\"name\":\"next\","
          + "\"type\":[\"null\",\"Next\"],\"default\":null}]}";

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final AvroSerde<MessageEvent> messages = AvroSerde.of(MessageEvent.class, registry, "m");

  @Test
  void shouldRefuseAFieldThatHoldsItself() {
    assertRefused("[\"null\"," + LIST + "]", "Next holds itself");
  }

  /** Avro itself bounds how many of them it makes. */
  @Test
  void shouldNotCountValuesThatTakeNoBytesByTheBillion() {
    byte[] record = {0, 0, 0, 0, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 15, 0};
    ByteBuffer.wrap(record).putInt(1, register("{\"type\":\"array\",\"items\":\"null\"}"));

    assertThat(refusal(record).reason()).isEqualTo(MALFORMED_BODY);
  }

  @Test
  void shouldRefuseASchemaWithMorePartsThanItsText() {
    StringBuilder doubled = new StringBuilder("\"null\"");
    for (int i = 0; i < 40; i++) {
      doubled
          .insert(
              0,
              "{\"type\":\"record\",\"name\":\"D" + i + "\",\"fields\":[{\"name\":\"a\",\"type\":")
          .append("},{\"name\":\"b\",\"type\":\"")
          .append(i == 0 ? "null" : "D" + (i - 1))
          .append("\"}]}");
    }
    assertRefused(doubled.toString(), "more than 10000 parts");
  }

  @Test
  void shouldReadAFieldMoreThatIsBounded() {
    int id = register("{\"type\":\"array\",\"items\":\"string\"}");
    byte[] record = new byte[64];
    System.arraycopy(WireFormat.header(id), 0, record, 0, WireFormat.HEADER_BYTES);

    WireFormatException refused = refusal(record);

    assertThat(refused.reason()).isNotEqualTo(INCOMPATIBLE_SCHEMA);
  }

  private void assertRefused(String type, String why) {
    byte[] record = new byte[200_000];
    Arrays.fill(record, (byte) 2);
    System.arraycopy(WireFormat.header(register(type)), 0, record, 0, WireFormat.HEADER_BYTES);

    WireFormatException refused = refusal(record);

    assertThat(refused.reason()).isEqualTo(INCOMPATIBLE_SCHEMA);
    assertThat(refused).hasMessageContaining("is not safe to read").hasMessageContaining(why);
  }

  private WireFormatException refusal(byte[] record) {
    return catchThrowableOfType(
        WireFormatException.class, () -> messages.deserializer().deserialize("t", record));
  }

  /** The contract with one more field in front, which readers of the contract skip. */
  private int register(String type) {
    String contract = MessageEvent.SCHEMA$.toString();
    String first = "\"fields\":[";
    int at = contract.indexOf(first) + first.length();
    String written =
        contract.substring(0, at)
            + "{\"name\":\"more\",\"type\":"
            + type
            + "},"
            + contract.substring(at);
    return registry.register("m-hostile", new Schema.Parser().parse(written));
  }
}
