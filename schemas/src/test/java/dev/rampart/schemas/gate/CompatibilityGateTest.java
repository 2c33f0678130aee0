package dev.rampart.schemas.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CompatibilityGateTest {
  private static final String BASELINE =
      """
      {"type": "record", "name": "Event", "fields": [
        {"name": "id", "type": "string"},
        {"name": "size", "type": "int", "default": 0},
        {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null},
        {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A", "B"]}, "default": "A"},
        {"name": "parts", "type": {"type": "array", "items": {"type": "record", "name": "Part", "fields": [
          {"name": "name", "type": "string"}]}}}]}""";

  @Test
  void shouldKeepEveryContractReadableByAndFromEveryRelease() {
    Map<String, Schema> current = Contracts.current();

    Contracts.released()
        .forEach(
            (version, released) ->
                assertThat(CompatibilityGate.problems(version, released, current))
                    .as("contracts against release " + version + ", see schemas/README.md")
                    .isEmpty());
  }

  @Test
  void shouldHoldTheContractsOfARelease() {
    assertThat(Contracts.released()).containsKey("0.1.0");
    assertThat(Contracts.released().get("0.1.0")).hasSize(9).containsKey("Decision");
  }

  @Test
  void shouldLetAFieldWithADefaultComeAndGo() {
    assertThat(
            changed(
                "{\"name\": \"id\"",
                "{\"name\": \"new\", \"type\": \"int\", \"default\": 1}, {\"name\": \"id\""))
        .isEmpty();
    assertThat(changed("{\"name\": \"size\", \"type\": \"int\", \"default\": 0},", "")).isEmpty();
  }

  @Test
  void shouldRefuseAFieldRemovedThatHasNoDefault() {
    assertThat(changed("{\"name\": \"id\", \"type\": \"string\"},", ""))
        .singleElement()
        .asString()
        .contains(
            "Event.id",
            "missing default value",
            "a reader of 9.9.9 cannot read what today's writes");
  }

  @Test
  void shouldRefuseAFieldAddedWithoutADefault() {
    assertThat(
            changed(
                "{\"name\": \"id\"", "{\"name\": \"new\", \"type\": \"int\"}, {\"name\": \"id\""))
        .singleElement()
        .asString()
        .contains("Event.new", "today's reader cannot read what 9.9.9 wrote");
  }

  @Test
  void shouldRefuseAFieldRenamed() {
    assertThat(changed("\"id\"", "\"event_id\""))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).startsWith("Event.id:"))
        .anySatisfy(problem -> assertThat(problem).startsWith("Event.event_id:"));
  }

  @Test
  void shouldRefuseASymbolThatAnOldReaderHasNoDefaultFor() {
    assertThat(changed("\"B\"]", "\"B\", \"C\"]"))
        .singleElement()
        .asString()
        .contains("Event.kind", "missing enum symbols", "C");
  }

  @Test
  void shouldRefuseAChangedTypeWhereverItStands() {
    assertThat(changed("\"int\", \"default\": 0", "\"string\", \"default\": \"\""))
        .allSatisfy(problem -> assertThat(problem).startsWith("Event.size: type mismatch"))
        .hasSize(2);
    assertThat(
            changed(
                "{\"name\": \"name\", \"type\": \"string\"}",
                "{\"name\": \"name\", \"type\": \"long\"}"))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).startsWith("Event.parts.name: type mismatch"));
  }

  @Test
  void shouldRefuseAPromotionThatOldReadersCannotFollow() {
    assertThat(changed("\"int\", \"default\": 0", "\"long\", \"default\": 0"))
        .singleElement()
        .asString()
        .contains("Event.size", "a reader of 9.9.9");
  }

  @Test
  void shouldRefuseAnotherUnitOfTime() {
    assertThat(changed("timestamp-millis", "timestamp-micros"))
        .containsExactly(
            "Event.at: logical type changed from [timestamp-millis] in 9.9.9 to [timestamp-micros]");
  }

  @Test
  void shouldRefuseAContractThatIsGone() {
    assertThat(CompatibilityGate.problems("9.9.9", Map.of("Event", parsed(BASELINE)), Map.of()))
        .containsExactly("Event: the contract is gone, 9.9.9 has it");
  }

  private static List<String> changed(String from, String to) {
    String today = BASELINE.replace(from, to);
    assertThat(today).isNotEqualTo(BASELINE);
    return CompatibilityGate.problems(
        "9.9.9", Map.of("Event", parsed(BASELINE)), Map.of("Event", parsed(today)));
  }

  private static Schema parsed(String schema) {
    return new Schema.Parser().parse(schema);
  }
}
