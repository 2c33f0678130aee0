package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.INCOMPATIBLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.Samples;
import dev.rampart.schemas.gate.Contracts;
import dev.rampart.schemas.serde.AvroSerde;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApicurioContractTest {
  private static final int HEADER_BYTES = 5;

  @TempDir static Path folder;
  private static ApicurioServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ApicurioServer.start(Path.of("target", "apicurio"), folder.resolve("log"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldGiveBackEveryContractById() {
    Contracts.current()
        .forEach(
            (name, contract) -> {
              int id = registry().register(name + "-value", contract);

              assertThat(registry().register(name + "-value", contract)).isEqualTo(id);
              assertThat(SchemaText.of(registry().schemaById(id)).normalForm())
                  .isEqualTo(SchemaText.of(contract).normalForm());
            });
  }

  @Test
  void shouldLetOldReadersReadNewRecordsAndNewReadersOldOnes() throws Exception {
    AvroSerde<MessageEvent> today = serde("evolving-value");
    byte[] old = today.serializer().serialize("evolving", Samples.message());
    server.setCompatibility("evolving-value", "FULL_TRANSITIVE");
    Schema evolved = changed(",{\"name\":\"mood\",\"type\":\"string\",\"default\":\"calm\"}]}");
    int evolvedId = registry().register("evolving-value", evolved);

    GenericRecord readByNew = read(old, evolved);
    byte[] written = write(evolvedId, readByNew);

    assertThat(readByNew.get("mood")).hasToString("calm");
    assertThat(evolvedId).isNotEqualTo(today.schemaId());
    assertThat(serde("evolving-value").deserializer().deserialize("evolving", written))
        .isEqualTo(Samples.message());
  }

  @Test
  void shouldPassOnThatAnEvolutionIsRefused() throws Exception {
    registry().register("strict-value", MessageEvent.getClassSchema());
    server.setCompatibility("strict-value", "FULL_TRANSITIVE");
    Schema incompatible = changed(",{\"name\":\"mood\",\"type\":\"string\"}]}");

    SchemaRegistryException refused =
        catchThrowableOfType(
            SchemaRegistryException.class, () -> registry().register("strict-value", incompatible));

    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(INCOMPATIBLE);
    assertThat(refused).hasMessageContaining("/subjects/strict-value/versions");
  }

  @Test
  void shouldSayThatAnIdIsUnknown() {
    SchemaRegistryException unknown =
        catchThrowableOfType(SchemaRegistryException.class, () -> registry().schemaById(1_000_000));

    assertThat(unknown.reason()).isEqualTo(UNKNOWN_ID);
  }

  private static AvroSerde<MessageEvent> serde(String subject) {
    return AvroSerde.of(MessageEvent.class, registry(), subject);
  }

  /** A new one each time, so that nothing comes out of its cache. */
  private static HttpSchemaRegistry registry() {
    return new HttpSchemaRegistry(
        HttpRegistrySettings.of(List.of(server.url()), new RegistryCredentials.Anonymous()));
  }

  private static Schema changed(String newEnd) {
    String text = SchemaText.of(MessageEvent.getClassSchema()).published();
    return new Schema.Parser().parse(text.substring(0, text.length() - "]}".length()) + newEnd);
  }

  private static GenericRecord read(byte[] record, Schema reader) throws Exception {
    Schema writer = registry().schemaById(ByteBuffer.wrap(record).getInt(1));
    return new GenericDatumReader<GenericRecord>(writer, reader, new GenericData())
        .read(
            null,
            DecoderFactory.get()
                .binaryDecoder(record, HEADER_BYTES, record.length - HEADER_BYTES, null));
  }

  private static byte[] write(int id, GenericRecord datum) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(datum.getSchema()).write(datum, encoder);
    return bytes.toByteArray();
  }
}
