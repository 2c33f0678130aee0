package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.INCOMPATIBLE_SCHEMA;
import static dev.rampart.schemas.serde.WireFormatException.Reason.MALFORMED_BODY;
import static dev.rampart.schemas.serde.WireFormatException.Reason.TOO_SHORT;
import static dev.rampart.schemas.serde.WireFormatException.Reason.TRAILING_BYTES;
import static dev.rampart.schemas.serde.WireFormatException.Reason.UNKNOWN_SCHEMA_ID;
import static dev.rampart.schemas.serde.WireFormatException.Reason.WRONG_MAGIC_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.Samples;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final AvroSerde<MessageEvent> messages =
      AvroSerde.of(MessageEvent.class, registry, "messages-value");

  @Test
  void shouldReadBackWhatItWrote() {
    assertRoundTrip(MessageEvent.class, Samples.message());
    assertRoundTrip(UserEvent.class, Samples.user());
    assertRoundTrip(Feedback.class, Samples.feedback());
    assertRoundTrip(EnforcementAction.class, Samples.action());
    assertRoundTrip(Decision.class, Samples.decision());
  }

  @Test
  void shouldBeginWithAZeroByteAndTheSchemaId() {
    ByteBuffer record = ByteBuffer.wrap(encoded());

    assertThat(record.get()).isZero();
    assertThat(record.getInt()).isEqualTo(messages.schemaId());
  }

  @Test
  void shouldKeepATombstoneATombstone() {
    assertThat(messages.serializer().serialize("t", null)).isNull();
    assertThat(messages.deserializer().deserialize("t", (byte[]) null)).isNull();
  }

  @Test
  void shouldServeManyThreadsAtOnce() {
    byte[] record = encoded();

    boolean allEqual =
        IntStream.range(0, 20_000)
            .parallel()
            .allMatch(i -> Arrays.equals(record, encode(decode(record))));

    assertThat(allEqual).isTrue();
  }

  @Test
  void shouldNameWhatIsWrongWithTheHeader() {
    byte[] wrongMagic = encoded();
    wrongMagic[0] = 7;
    byte[] unknownId = ByteBuffer.wrap(encoded()).putInt(1, 42).array();

    assertRefused(new byte[4], TOO_SHORT, "4 bytes");
    assertRefused(new byte[0], TOO_SHORT, "0 bytes");
    assertRefused(wrongMagic, WRONG_MAGIC_BYTE, "the first byte is 7");
    assertRefused(unknownId, UNKNOWN_SCHEMA_ID, "42");
  }

  @Test
  void shouldRefuseEveryTruncation() {
    byte[] whole = encoded();
    for (int length = WireFormat.HEADER_BYTES; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), MALFORMED_BODY, "MessageEvent");
    }
  }

  @Test
  void shouldRefuseBytesAfterTheRecord() {
    byte[] whole = encoded();
    assertRefused(Arrays.copyOf(whole, whole.length + 3), TRAILING_BYTES, "3 bytes");
  }

  @Test
  void shouldRefuseARecordOfAnotherContract() {
    AvroSerde<UserEvent> users = AvroSerde.of(UserEvent.class, registry, "users-value");
    byte[] user = users.serializer().serialize("users", Samples.user());

    assertRefused(user, INCOMPATIBLE_SCHEMA, "dev.rampart.schemas.UserEvent");
  }

  @Test
  @SuppressWarnings("NullAway") // the very mistake that is tested
  void shouldNameTheContractOfARecordThatCannotBeWritten() {
    MessageEvent incomplete = Samples.message();
    incomplete.setAuthorId(null);

    assertThatThrownBy(() -> encode(incomplete))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("MessageEvent")
        .hasMessageContaining("rampart.messages");
    assertThat(decode(encoded())).isEqualTo(Samples.message());
  }

  private void assertRefused(byte[] record, WireFormatException.Reason reason, String named) {
    WireFormatException refused =
        catchThrowableOfType(WireFormatException.class, () -> decode(record));
    assertThat(refused).as("%d bytes", record.length).isNotNull().hasMessageContaining(named);
    assertThat(refused.reason()).isEqualTo(reason);
  }

  private <T extends SpecificRecord> void assertRoundTrip(Class<T> type, T datum) {
    AvroSerde<T> serde = AvroSerde.of(type, registry, type.getSimpleName());
    byte[] record = serde.serializer().serialize("t", datum);
    assertThat(serde.deserializer().deserialize("t", record)).isEqualTo(datum);
  }

  private byte[] encoded() {
    return encode(Samples.message());
  }

  private byte[] encode(MessageEvent message) {
    return messages.serializer().serialize("rampart.messages", message);
  }

  private MessageEvent decode(byte[] record) {
    return messages.deserializer().deserialize("rampart.messages", record);
  }

  @Test
  void shouldWriteAnArrayOfNumbersAsAvroDoes() {
    SchemaRegistry registry = new InMemorySchemaRegistry();
    AvroSerde<Decision> serde = AvroSerde.of(Decision.class, registry, "decisions-value");
    Decision listed = Samples.decision();
    Decision shown = Samples.decision();
    listed.setFeatures(List.of(1.5, Double.NaN, -0.0));
    shown.setFeatures(new Numbers(new double[] {1.5, Double.NaN, -0.0}));

    byte[] expected = serde.serializer().serialize("decisions", listed);

    assertThat(serde.serializer().serialize("decisions", shown)).isEqualTo(expected);
  }
}
