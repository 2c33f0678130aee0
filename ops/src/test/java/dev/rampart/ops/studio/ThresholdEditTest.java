package dev.rampart.ops.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThresholdEditTest {
  private static final String POLICY =
      """
      # Ünïcode 🛡 before what changes
      policy: spam
      version: 2 # the second
      thresholds:
        sure:
          {value: 0.9, min: 0.5, max: 1.0, unit: score, means: "Not value: 0.9."}
        likely: {min: 0.1, value: 5.0e-1, max: 1}
      rules:
        - {id: advert, description: d, when: scores.spam.spam >= threshold.sure, actions: [{kind: remove}]}
      """;

  @Test
  void shouldChangeTheValueAndTheVersionAndNothingElse() {
    String edited = ThresholdEdit.apply(POLICY, "sure", 0.85, 3);

    assertThat(edited)
        .isEqualTo(
            POLICY
                .replace("version: 2 #", "version: 3 #")
                .replace("{value: 0.9,", "{value: 0.85,"));
  }

  @Test
  void shouldWriteANumberAsPeopleDo() {
    assertThat(ThresholdEdit.apply(POLICY, "likely", 0.30, 3)).contains("value: 0.3, max");
    assertThat(ThresholdEdit.apply(POLICY, "likely", 1e-4, 3)).contains("value: 0.0001, max");
  }

  @Test
  void shouldEditEveryThresholdThatShips() throws Exception {
    try (Stream<Path> files = Files.list(Sources.shipped().policies())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yml")).toList()) {
        String yaml = Files.readString(file);
        PolicyDocument before = PolicyDocument.parse(file.toString(), yaml);
        for (String name : before.thresholds().keySet()) {
          double value = Documents.threshold(before, name).max();
          PolicyDocument after =
              PolicyDocument.parse("draft", ThresholdEdit.apply(yaml, name, value, 77));
          assertThat(after.version()).isEqualTo(77);
          assertThat(Documents.threshold(after, name).value()).isEqualTo(value);
          assertThat(after.rules()).hasSameSizeAs(before.rules());
        }
      }
    }
  }

  @Test
  void shouldShowTheChangedLinesWithWhatIsAroundThem() {
    Draft draft = Draft.of("spam", 3, POLICY, ThresholdEdit.apply(POLICY, "sure", 0.85, 3));

    assertThat(draft.lines())
        .extracting(Draft.Line::op)
        .isEqualTo(List.of(" ", " ", "-", "+", " ", " ", "-", "+", " ", " "));
    assertThat(draft.lines()).contains(new Draft.Line("+", "version: 3 # the second"));
  }
}
