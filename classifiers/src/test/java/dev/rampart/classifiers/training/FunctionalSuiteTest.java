package dev.rampart.classifiers.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunctionalSuiteTest {
  private final FunctionalSuite suite = FunctionalSuite.read();

  @Test
  void shouldHoldNoSentenceThatATemplateMakes() {
    Set<String> learned =
        Stream.of(
                "abuse-templates.yaml",
                "threat-templates.yaml",
                "language-templates.yaml",
                "scam-templates.yaml")
            .flatMap(resource -> Templates.read(resource, 1, 30).stream())
            .map(example -> plain(example.text()))
            .collect(Collectors.toSet());
    assertThat(suite.kinds().stream().flatMap(kind -> kind.texts().stream()))
        .hasSize(250)
        .noneMatch(text -> learned.contains(plain(text)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{Z}]+", " ").trim();
  }

  @Test
  void shouldCountWhatIsFoundOfEachKind() {
    var findings = suite.findings("spam", text -> text.contains("free"));
    assertThat(findings)
        .extracting(finding -> finding.kind().name())
        .containsExactly("spam", "talk of offers");
    assertThat(findings.get(1).found()).isOne();
    assertThat(findings.get(1).right()).isEqualTo(11 / 12.0);
  }

  @Test
  void shouldRankByTheScore() {
    List<String> spam =
        suite.kinds().stream()
            .filter(kind -> kind.name().equals("spam"))
            .findFirst()
            .orElseThrow()
            .texts();
    assertThat(suite.ranking("spam", text -> spam.contains(text) ? 1 : 0)).isEqualTo(1);
    assertThat(suite.ranking("spam", text -> 0)).isEqualTo(0.5);
  }
}
