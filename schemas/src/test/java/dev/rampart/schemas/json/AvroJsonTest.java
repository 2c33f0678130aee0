package dev.rampart.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvroJsonTest {
  private static final List<String> NAMES =
      IntStream.range(0, 40).mapToObj(i -> "feature_" + i).toList();

  @Test
  void shouldWriteUnionsTimesAndIdsPlainly() throws Exception {
    JsonNode action = parsed(AvroJson.line(Samples.action()));

    assertThat(action.get("action_id").textValue()).isEqualTo(Samples.uuid("action").toString());
    assertThat(action.get("reverses").textValue()).isEqualTo(Samples.uuid("earlier").toString());
    assertThat(action.get("kind").textValue()).isEqualTo("HIDE");
    assertThat(action.get("issued_at").textValue()).isEqualTo("2026-11-21T10:15:30.123Z");
    assertThat(action.get("reasons").get(0).get("threshold").doubleValue()).isEqualTo(0.9);
  }

  @Test
  void shouldWriteMillisecondsEvenWhereThereAreNone() throws Exception {
    Decision decision = Samples.decision();
    decision.setEventTime(java.time.Instant.parse("2026-11-21T10:00:00Z"));

    assertThat(parsed(AvroJson.line(decision)).get("event_time").textValue())
        .isEqualTo("2026-11-21T10:00:00.000Z");
  }

  @Test
  void shouldNameTheFeaturesOfADecision() throws Exception {
    JsonNode decision = parsed(AvroJson.decision(Samples.decision(), NAMES));

    assertThat(decision.get("features").size()).isEqualTo(40);
    assertThat(decision.get("features").get("feature_3").doubleValue()).isEqualTo(4.5);
    assertThat(decision.get("features").get("feature_7").isNull()).isTrue();
    assertThat(decision.get("scores").get(0).get("labels").get("hate").doubleValue())
        .isEqualTo(0.12);
    assertThat(decision.get("source").get("offset").longValue()).isEqualTo(123_456_789L);
  }

  @Test
  void shouldWriteOneLine() {
    assertThat(AvroJson.line(Samples.decision())).doesNotContain("\n");
  }

  @Test
  void shouldRefuseNamesOfAnotherCatalogue() {
    assertThatThrownBy(() -> AvroJson.decision(Samples.decision(), NAMES.subList(1, 40)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40 features, catalogue version 1 names 39");
  }

  private static JsonNode parsed(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }
}
