package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerTest {
  private static final ModelId COLOUR = new ModelId("colour", "1");

  @TempDir Path models;

  @Test
  void shouldScoreAlikeAloneAndPaddedInABatch() throws IOException, InterruptedException {
    TinyEncoder.write(models, COLOUR, "sigmoid");
    List<String> texts = texts();
    try (ScoringEngine engine = start()) {
      List<float[]> alone = new ArrayList<>();
      for (String text : texts) {
        alone.add(values(engine.submit(ScoringRequest.ofText(text, "anna"))));
      }
      List<ScoringTicket> together =
          texts.stream().map(text -> engine.submit(ScoringRequest.ofText(text, "anna"))).toList();
      for (int i = 0; i < texts.size(); i++) {
        assertThat(values(together.get(i))).containsExactly(alone.get(i), within(1e-5f));
      }
      assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
    }
  }

  @Test
  void shouldMakeLabelsThatExcludeEachOtherSumToOne() throws IOException, InterruptedException {
    TinyEncoder.write(models, COLOUR, "softmax");
    try (ScoringEngine engine = start()) {
      float[] scores = values(engine.submit(ScoringRequest.ofText("blueish sky!", "anna")));
      assertThat(scores[0] + scores[1]).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void shouldTakeTheTokeniserFileOfThePythonToolsInPlaceOfAList()
      throws IOException, InterruptedException {
    TinyEncoder.write(models, COLOUR, "sigmoid");
    float[] byList;
    try (ScoringEngine engine = start()) {
      byList = values(engine.submit(ScoringRequest.ofText("blueish sky!", "anna")));
    }
    TinyEncoder.useTokeniserFile(models, COLOUR, "WordPiece");
    try (ScoringEngine engine = start()) {
      assertThat(values(engine.submit(ScoringRequest.ofText("blueish sky!", "anna"))))
          .containsExactly(byList);
    }
  }

  @Test
  void shouldRefuseATokeniserOfAnotherKind() throws IOException {
    TinyEncoder.write(models, COLOUR, "sigmoid");
    TinyEncoder.useTokeniserFile(models, COLOUR, "BPE");
    assertThatThrownBy(this::start)
        .hasMessageContaining("tokenizer.json: found model.type: found BPE, allowed WordPiece");
  }

  private ScoringEngine start() {
    return ScoringEngine.start(
        new ModelRepository(models), EngineSettings.defaults(), new SimpleMeterRegistry());
  }

  private static float[] values(ScoringTicket ticket) throws InterruptedException {
    assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    return ((Scored) ticket.scores().get(0)).values();
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(2);
    List<String> texts = new ArrayList<>(List.of("red rose", "blue sky"));
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(50); n >= 0; n--) {
        text.append(TinyEncoder.PIECES.get(4 + random.nextInt(7)).replace("##", "")).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
