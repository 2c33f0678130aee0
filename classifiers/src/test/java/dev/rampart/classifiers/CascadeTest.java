package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A costly model is asked only where a cheap one leaves a doubt. */
class CascadeTest {
  private static final ModelId CHEAP = new ModelId("cheap", "1");
  private static final ModelId COSTLY = new ModelId("costly", "1");

  @TempDir Path models;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void writeModels() throws IOException {
    new ModelFactory(models).write(CHEAP, List.of("calm", "cross"), 1);
    TinyEncoder.write(models, COSTLY, "sigmoid");
  }

  private void cascade(String text) throws IOException {
    Files.writeString(models.resolve(Gate.FILE), text);
  }

  @Test
  void shouldAskTheCostlyModelWhereTheCheapOneIsInDoubtAndNowhereElse() throws IOException {
    cascade(
        """
        cascade:
          - ask: costly
            when: {model: cheap, scores: {cross: [0.4, 0.6]}}
        """);
    int asked = 0;
    try (ScoringEngine engine = start()) {
      for (String text : texts()) {
        List<ModelScore> scores = score(engine, text);
        float cross = ((Scored) scores.get(0)).values()[1];
        if (cross >= 0.4 && cross <= 0.6) {
          assertThat(scores.get(1)).isInstanceOf(Scored.class);
          asked++;
        } else {
          assertThat(scores.get(1)).isEqualTo(notAsked());
        }
      }
      assertThat(asked).isBetween(1, texts().size() - 1);
      assertThat(registry.get("rampart.model.batch").tag("model", "costly").summary().totalAmount())
          .isEqualTo(asked);
    }
  }

  private static Missing notAsked() {
    ServedModel model = new ServedModel(COSTLY, List.of("warm", "cold"), ModelRole.LIVE);
    return Missing.of(model, Missing.Cause.NOT_ASKED);
  }

  @Test
  void shouldAskAlwaysWhereThereIsNoCascade() {
    try (ScoringEngine engine = start()) {
      assertThat(score(engine, "hello")).allMatch(Scored.class::isInstance);
    }
  }

  @Test
  void shouldAskAShadowWhateverTheGateSays() throws IOException {
    cascade("cascade: [{ask: costly, when: {model: cheap, scores: {cross: [0, 0]}}}]");
    try (ScoringEngine engine = start(Assignment.live(CHEAP), Assignment.shadow(COSTLY))) {
      assertThat(score(engine, "hello")).allMatch(Scored.class::isInstance);
    }
  }

  @Test
  void shouldTakeANewGateWithTheNextSwap() throws IOException {
    try (ScoringEngine engine = start()) {
      cascade("cascade: [{ask: costly, when: {model: cheap, scores: {cross: [0, 0]}}}]");
      assertThat(score(engine, "hello").get(1)).isInstanceOf(Scored.class);
      engine.swap(List.of(Assignment.live(CHEAP), Assignment.live(COSTLY)));
      assertThat(score(engine, "hello").get(1)).isEqualTo(notAsked());
    }
  }

  @Test
  void shouldNameEverythingThatIsWrongWithACascade() throws IOException {
    cascade(
        """
        cascade:
          - ask: costly
            when: {model: cheap, scores: {cross: [0.9, 0.1]}, colour: blue}
          - ask: cheap
            when: {model: costly, scores: {warm: [0, 1]}}
        """);
    assertThatThrownBy(() -> new ModelRepository(models).gates())
        .isInstanceOf(ModelRefusedException.class)
        .hasMessageContaining("scores.cross: found [0.9, 0.1], allowed: [least, most]")
        .hasMessageContaining("when.colour: found an unknown field")
        .hasMessageContaining("costly waits for itself");
  }

  @Test
  void shouldRefuseALabelThatTheCheapModelDoesNotHave() throws IOException {
    cascade("cascade: [{ask: costly, when: {model: cheap, scores: {angry: [0, 0.5]}}}]");
    assertThatThrownBy(this::start)
        .hasMessageContaining("costly: when: found cheap.angry, allowed: the labels [calm, cross]");
  }

  private ScoringEngine start(Assignment... assignments) {
    return ScoringEngine.start(
        new ModelRepository(models),
        EngineSettings.defaults().withAssignments(List.of(assignments)),
        registry);
  }

  private static List<ModelScore> score(ScoringEngine engine, String text) {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText(text, "anna"));
    try {
      assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return ticket.scores();
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add("message number " + i * 7919 + " about " + Integer.toString(i * 104_729, 36));
    }
    return texts;
  }
}
