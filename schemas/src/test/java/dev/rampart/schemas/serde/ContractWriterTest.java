package dev.rampart.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractWriterTest {
  private static final List<String> LABELS = List.of("toxic", "hate");
  private final AvroSerde<Decision> serde =
      AvroSerde.of(Decision.class, new InMemorySchemaRegistry(), "decisions-value");

  @Test
  void shouldWriteItsShortCutsAsAvroWritesOrdinaryLists() {
    Map<String, Float> scores = new LinkedHashMap<>();
    scores.put("toxic", 0.25f);
    scores.put("hate", Float.NaN);
    Decision ordinary = decision(List.of(1.5, Double.NaN), scores, Map.of("spam", 300));
    Decision shortCut =
        decision(
            new Numbers(new double[] {1.5, Double.NaN}),
            new LabelledNumbers(new LabelledNumbers.Labels(LABELS), new float[] {0.25f, Float.NaN}),
            new FixedCounts(Map.of("spam", 300)));

    assertThat(bytes(shortCut)).isEqualTo(bytes(ordinary));
  }

  @Test
  void shouldBeReadAsOrdinaryMaps() {
    LabelledNumbers scores =
        new LabelledNumbers(new LabelledNumbers.Labels(LABELS), new float[] {0.25f, 0.5f});
    FixedCounts versions = new FixedCounts(Map.of("spam", 3, "scam", 4));

    Decision read =
        serde.deserializer().deserialize("decisions", bytes(decision(List.of(), scores, versions)));

    assertThat(read.getScores().get(0).getLabels())
        .containsExactlyInAnyOrderEntriesOf(Map.of("toxic", 0.25f, "hate", 0.5f))
        .isEqualTo(scores);
    assertThat(read.getPolicyVersions()).isEqualTo(versions);
    assertThat(scores.get("hate")).isEqualTo(0.5f);
    assertThat(scores.get("spam")).isNull();
  }

  private byte[] bytes(Decision decision) {
    return serde.serializer().serialize("decisions", decision);
  }

  private static Decision decision(
      List<Double> features, Map<String, Float> scores, Map<String, Integer> versions) {
    Decision decision = new Decision();
    decision.setEventId("m1");
    decision.setEventType(EventType.MESSAGE);
    decision.setAuthorId("u1");
    decision.setDecidedAt(Instant.EPOCH);
    decision.setEventTime(Instant.EPOCH);
    decision.setCatalogueVersion("1");
    decision.setFeatures(features);
    decision.setScores(List.of(new ModelScores("toxicity", "1", PolicyMode.LIVE, scores, null)));
    decision.setMatchedRules(List.of());
    decision.setPolicyVersions(versions);
    decision.setActions(List.of());
    decision.setSource(new SourcePosition("messages", 0, 7L));
    decision.setRestraints(List.of());
    return decision;
  }
}
