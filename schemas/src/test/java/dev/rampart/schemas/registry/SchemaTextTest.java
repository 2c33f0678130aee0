package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.COLLISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaTextTest {
  private static final String PLAIN =
      """
      {"type": "record", "name": "R", "fields": [
        {"name": "a", "type": "string", "default": "x"}]}""";

  @Test
  void shouldGiveTheSameIdWhateverTheDocumentationAndLayout() {
    String documented =
        """
        {"fields": [{"default": "x", "doc": "A field.", "name": "a",
          "type": {"type": "string", "avro.java.string": "String"}}],
         "doc": "A record.", "name": "R", "type": "record"}""";

    assertThat(id(documented)).isEqualTo(id(PLAIN)).isPositive();
  }

  @Test
  void shouldGiveAnotherIdForWhatDecidesHowAReaderResolves() {
    assertThat(id(PLAIN.replace("\"x\"", "\"y\""))).isNotEqualTo(id(PLAIN));
    assertThat(id(PLAIN.replace("\"default\"", "\"aliases\": [\"b\"], \"default\"")))
        .isNotEqualTo(id(PLAIN));
    assertThat(id(PLAIN.replace("\"string\"", "{\"type\": \"string\", \"logicalType\": \"uuid\"}")))
        .isNotEqualTo(id(PLAIN));
  }

  @Test
  void shouldKeepADefaultThatLooksLikeDocumentation() {
    String map =
        """
        {"type": "record", "name": "R", "fields": [
          {"name": "a", "type": {"type": "map", "values": "string"}, "default": {"doc": "kept"}}]}""";

    assertThat(id(map)).isNotEqualTo(id(map.replace("\"doc\": \"kept\"", "")));
  }

  @Test
  void shouldPublishASchemaThatReadsBackToTheSameId() {
    for (Schema contract :
        new Schema[] {MessageEvent.getClassSchema(), Decision.getClassSchema()}) {
      SchemaText text = SchemaText.of(contract);
      Schema readBack = new Schema.Parser().parse(text.published());

      assertThat(SchemaText.of(readBack)).isEqualTo(text);
      assertThat(readBack.getDoc()).isEqualTo(contract.getDoc());
    }
  }

  @Test
  void shouldSayWhichSchemasHaveTheSameId() {
    SchemaTable table = new SchemaTable();
    table.add(1, SchemaText.of(MessageEvent.getClassSchema()));
    table.add(1, SchemaText.of(MessageEvent.getClassSchema()));

    SchemaRegistryException collision =
        catchThrowableOfType(
            SchemaRegistryException.class,
            () -> table.add(1, SchemaText.of(Decision.getClassSchema())));

    assertThat(collision.reason()).isEqualTo(COLLISION);
    assertThat(collision).hasMessageContainingAll("Decision", "MessageEvent", "id 1");
  }

  private static int id(String schema) {
    return SchemaText.of(new Schema.Parser().parse(schema)).id();
  }
}
