package dev.rampart.classifiers.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.text.HashSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnseenSourcesTest {
  private static final HashSpec SMALL = new HashSpec(1, 1 << 14, 3, 4, 1024, 4096);
  private static final LinearTrainer TRAINER =
      new LinearTrainer(LinearTrainer.Settings.standard(SMALL.buckets()));

  /** In every set the positives have a word of their own; two sets share theirs. */
  private static Rows rows() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      boolean positive = i % 2 == 0;
      examples.add(example("irc", i, positive, "winning"));
      examples.add(example("sms", i, positive, "winning"));
      examples.add(example("youtube", i, positive, "quaint"));
    }
    return Rows.of(examples, List.of("a"), SMALL);
  }

  private static Example example(String source, int i, boolean positive, String word) {
    String text = "line " + i * 7919 % 1000 + (positive ? " " + word : " other");
    return Example.of(text, source, Map.of("a", positive));
  }

  @Test
  void shouldScoreASetByAModelThatDidNotLearnFromIt() {
    UnseenSources sources = UnseenSources.of(TRAINER, rows(), rows(), share -> {});
    assertThat(set(sources, "irc").auroc()).isEqualTo(1);
    assertThat(set(sources, "irc").truth()).hasSize(120);
    LinearWeights onItself = TRAINER.train(rows().of("youtube"), share -> {});
    LinearWeights onOthers = TRAINER.train(rows().without("youtube"), share -> {});
    assertThat(set(sources, "youtube").scores())
        .isEqualTo(HeldOut.of(rows().of("youtube"), onOthers, 0).scores())
        .isNotEqualTo(HeldOut.of(rows().of("youtube"), onItself, 0).scores());
  }

  private static HeldOut set(UnseenSources sources, String name) {
    return Objects.requireNonNull(sources.of(0).get(name));
  }

  @Test
  void shouldCountEverydayTalkInEqualPartsHoweverLargeItsSetsAre() {
    HeldOut large = new HeldOut(new double[] {.1, .2, .3, .4, .5, .6, .7, .8}, new boolean[8]);
    HeldOut small = new HeldOut(new double[] {.05, .65}, new boolean[2]);
    double threshold = HeldOut.thresholdAt(0.25, List.of(large, small));
    double share =
        (large.falsePositiveRateAt(threshold) + small.falsePositiveRateAt(threshold)) / 2;
    assertThat(share).isLessThanOrEqualTo(0.25);
    assertThat(threshold).isBetween(0.65, 0.7);
  }
}
