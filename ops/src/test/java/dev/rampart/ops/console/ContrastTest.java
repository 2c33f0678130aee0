package dev.rampart.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours of the console against each other, as WCAG 2.2 wants it at level AA. */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3;
  private static final List<String> GROUNDS = List.of("ground", "paper", "raised", "hover");

  /** Text and what it may stand on. */
  private static List<List<String>> texts() {
    List<List<String>> pairs = new ArrayList<>();
    for (String text : List.of("ink", "faint", "accent", "good", "warn", "bad")) {
      GROUNDS.forEach(ground -> pairs.add(List.of(text, ground)));
    }
    for (String hue : List.of("good", "warn", "bad", "accent")) {
      pairs.add(List.of(hue, hue + "-soft"));
      pairs.add(List.of("ink", hue + "-soft"));
    }
    pairs.add(List.of("faint", "accent-soft"));
    pairs.add(List.of("faint", "quiet-soft"));
    pairs.add(List.of("ink", "quiet-soft"));
    pairs.add(List.of("accent-ink", "accent"));
    pairs.add(List.of("paper", "ink"));
    return pairs;
  }

  /** What has to be seen to use a control or to read a drawing. */
  private static List<List<String>> shapes() {
    return List.of(
        List.of("field-edge", "raised"),
        List.of("field-edge", "paper"),
        List.of("field-edge", "ground"),
        List.of("accent", "paper"),
        List.of("accent", "ground"),
        List.of("line", "paper"),
        List.of("warn", "paper"),
        List.of("bar-abuse", "paper"),
        List.of("bar-other", "paper"),
        List.of("bar-unknown", "paper"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldBeReadable(boolean dark) throws IOException {
    Palette palette = palette(dark);
    assertThat(texts())
        .allSatisfy(
            pair ->
                assertThat(palette.contrast(pair.get(0), pair.get(1)))
                    .as(pair.toString())
                    .isGreaterThanOrEqualTo(TEXT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldShowWhatCanBeUsed(boolean dark) throws IOException {
    Palette palette = palette(dark);
    assertThat(shapes())
        .allSatisfy(
            pair ->
                assertThat(palette.contrast(pair.get(0), pair.get(1)))
                    .as(pair.toString())
                    .isGreaterThanOrEqualTo(SHAPE));
  }

  private static Palette palette(boolean dark) throws IOException {
    return Palette.of(Project.text(Project.ops("src/main/resources/console/css/base.css")), dark);
  }
}
