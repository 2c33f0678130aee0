package dev.rampart.classifiers;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.manifest.OperatingPoint;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.training.FunctionalSuite;
import dev.rampart.classifiers.training.FunctionalSuite.Finding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the shipped models make of sentences that they did not learn from, at the thresholds that
 * one in a hundred lines of everyday talk reaches. The floors are what they reached when they were
 * made; they are no promise about other texts.
 */
class FunctionalSuiteOfShippedModelsTest {
  private static final double RATE = 0.01;

  /** How many sentences of a kind are judged right at least. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          entry("plain insults", 7),
          entry("threats", 0),
          entry("hate without slurs", 7),
          entry("digits and signs for letters", 8),
          entry("letters apart", 7),
          entry("look-alike letters", 7),
          entry("stretched words", 7),
          entry("emoji for words", 4),
          entry("abuse in other languages", 7),
          entry("identity terms", 14),
          entry("abuse that is quoted", 4),
          entry("counter-speech", 7),
          entry("strong words at nobody", 8),
          entry("odd spelling that harms nobody", 9),
          entry("harmless emoji", 8),
          entry("harmless in other languages", 19),
          entry("hot topics", 9),
          entry("spam", 5),
          entry("talk of offers", 10),
          entry("scams", 9),
          entry("talk of accounts and money", 7));

  private final FunctionalSuite suite = FunctionalSuite.read();
  private final ModelRepository repository = new ModelRepository(Path.of("models"));
  private final ScoringEngine engine =
      ScoringEngine.start(repository, EngineSettings.defaults(), new SimpleMeterRegistry());

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"toxicity", "spam", "scam"})
  void shouldJudgeEachKindAsWellAsWhenItWasMade(String model) {
    assertThat(suite.findings(model, text -> isFound(model, text)))
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(right(finding))
                    .as(finding.toString())
                    .isGreaterThanOrEqualTo(
                        Objects.requireNonNull(FLOORS.get(finding.kind().name()))));
  }

  @Test
  void shouldRankAbuseBeforeWhatReadsLikeIt() {
    assertThat(suite.ranking("toxicity", text -> score("toxicity", "toxic", text)))
        .isGreaterThan(0.8);
  }

  private static int right(Finding finding) {
    return (int) Math.round(finding.right() * finding.kind().texts().size());
  }

  private boolean isFound(String model, String text) {
    return FunctionalSuite.labels(model).stream()
        .anyMatch(label -> score(model, label, text) >= threshold(model, label));
  }

  private double threshold(String model, String label) {
    ModelId id = served(model).id();
    return repository.manifest(id).operatingPoints().stream()
        .filter(point -> point.falsePositiveRate() == RATE)
        .map(OperatingPoint::thresholds)
        .map(thresholds -> thresholds.get(label))
        .findFirst()
        .orElseThrow();
  }

  private ServedModel served(String model) {
    return engine.models().stream()
        .filter(served -> served.id().name().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private double score(String model, String label, String text) {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText(text, "anna"));
    try {
      assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    ServedModel served = served(model);
    List<ModelScore> scores = ticket.scores();
    Scored scored = (Scored) scores.get(ticket.models().indexOf(served));
    return scored.values()[served.labels().indexOf(label)];
  }
}
