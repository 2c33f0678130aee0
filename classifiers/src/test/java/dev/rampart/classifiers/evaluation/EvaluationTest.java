package dev.rampart.classifiers.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.ModelFactory;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final Judged FOUR =
      new Judged(new double[] {0.9, 0.8, 0.4, 0.1}, new boolean[] {true, false, true, false});

  @TempDir Path root;

  @Test
  void shouldCountAtAThreshold() {
    Judged.AtThreshold at = FOUR.at(0.4);
    assertThat(at.precision()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(at.recall()).isEqualTo(1);
    assertThat(at.falsePositiveRate()).isEqualTo(0.5);
    assertThat(at.f1()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void shouldTellHowFewFindingsAreRightWhereTheLabelIsRare() {
    assertThat(FOUR.at(0.4).precisionAt(0.5)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(FOUR.at(0.4).precisionAt(0.01)).isCloseTo(0.01 / 0.505, within(1e-9));
  }

  @Test
  void shouldRankByHand() {
    assertThat(FOUR.auroc()).isEqualTo(0.75);
    assertThat(FOUR.auprc()).isCloseTo(0.5 + 0.5 * 2 / 3.0, within(1e-9));
  }

  @Test
  void shouldCallEqualScoresATie() {
    assertThat(new Judged(new double[] {0.5, 0.5}, new boolean[] {true, false}).auroc())
        .isEqualTo(0.5);
  }

  @Test
  void shouldFindNoErrorWhereScoresAreShares() {
    double[] scores = new double[100];
    boolean[] truth = new boolean[100];
    for (int i = 0; i < 100; i++) {
      scores[i] = 0.25;
      truth[i] = i % 4 == 0;
    }
    assertThat(new Judged(scores, truth).calibrationError()).isCloseTo(0, within(1e-9));
  }

  @Test
  void shouldLeaveOutLabelsThatAMessageDoesNotName() throws IOException, InterruptedException {
    ModelId mood = new ModelId("mood", "1");
    new ModelFactory(root).write(mood, List.of("calm", "cross"), 1);
    Path data =
        Files.writeString(
            root.resolve("data.jsonl"),
            """
        {"text": "good morning", "labels": {"calm": 1}}

        {"text": "good night", "labels": {"calm": false, "hungry": 1}}
        """);
    Evaluation evaluation =
        new Evaluator(new ModelRepository(root)).evaluate(mood, LabelledMessages.read(data));
    assertThat(evaluation.labels().keySet()).containsExactly("calm");
    assertThat(evaluation.missing()).isZero();
    assertThat(ReportPage.html(evaluation))
        .contains("<h2>calm</h2>", "2 messages know this label, 1 are positive")
        .doesNotContain("good morning", "http");
  }

  @Test
  void shouldNameEveryBadLine() throws IOException {
    Path data =
        Files.writeString(
            root.resolve("bad.jsonl"), "nonsense\n{\"text\": 3, \"labels\": {\"hate\": 2}}\n");
    assertThatThrownBy(() -> LabelledMessages.read(data))
        .hasMessageContaining("bad.jsonl:1: found no JSON")
        .hasMessageContaining("bad.jsonl:2: text: found NUMBER, allowed: a string")
        .hasMessageContaining("bad.jsonl:2: labels.hate: found 2, allowed: 0, 1, true or false");
  }
}
