package dev.rampart.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.ManifestReader;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and texts that people write: policies with their rules, catalogues, models. */
class HostileFilesTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Sources SHIPPED = Sources.shipped();
  private static final String HEAD = "policy: hostile\nversion: 1\nstate: live\n";
  private static final PolicyVocabulary WORDS =
      new PolicyVocabulary(List.of("account_age_days"), List.of("toxicity.hate"));

  @TempDir private Path folder;

  @Test
  void shouldReadOrRefuseAnyPolicy() throws IOException {
    String good =
        Files.readString(SHIPPED.policies().resolve("flood.yml"))
            + Files.readString(SHIPPED.policies().resolve("scam.yml"));
    Mangler mangler = new Mangler(1);
    for (int i = 0; i < 700; i++) {
      compile(
          mangler.mangle(i % 2 == 0 ? good : mangler.mangle(HEAD + rule("event.link_count > 1"))));
    }
  }

  @Test
  void shouldReadOrRefuseAnyRule() {
    Mangler mangler = new Mangler(2);
    String good =
        "(event.link_count > 2 && scores.toxicity.hate >= 0.8) || event.domains.exists(d,"
            + " d.endsWith('.shop')) || event.content.matches('(?i)fr(e|3)+ [a-z]{2,9}')"
            + " || event.time - event.account_created_at < duration('1h')";
    for (int i = 0; i < 700; i++) {
      compile(HEAD + rule(mangler.mangle(good)));
    }
  }

  @Test
  void shouldRefuseRulesThatAreDeepOrLong() {
    for (String deep :
        List.of(
            "event.link_count" + " + 1".repeat(950) + " > 3",
            "!".repeat(3_900) + "event.is_direct",
            "-".repeat(3_900) + "1 > event.link_count",
            "(".repeat(1_900) + "true" + ")".repeat(1_900),
            "[".repeat(1_900) + "]".repeat(1_900) + " == []",
            "event" + ".a".repeat(1_950),
            "event.is_direct" + " && event.is_direct".repeat(200),
            "true" + " ? true : false".repeat(250),
            "event.content.matches('" + "(".repeat(1_900) + ")".repeat(1_900) + "')",
            "event.content.matches('(a{1,1000}){1,1000}')",
            "event.content.matches('(?i)[a-\uFFFD]')",
            "event.content.matches('(?i)[--\uFFFD]')",
            "event.content.matches('(?is)x|[^b-\\\\x{2000}]')",
            "event.content.matches('(?i)\u1C80')",
            "[1,2].all(a, ".repeat(30) + "true" + ")".repeat(30))) {
      compile(HEAD + rule(deep));
    }
  }

  @Test
  void shouldNotGrowWithWhatAPolicyRepeats() {
    String rules = HEAD + "rules:\n" + "  - {id: a, when: \"\\x65vent.x > 1\"}\n".repeat(20_000);
    String thresholds =
        HEAD + "thresholds:\n" + numbered("  t%d: {value: 1, min: 0, max: 2}\n", 15_000);
    String unknown =
        HEAD
            + "thresholds:\n"
            + numbered(
                "  a_rather_long_name_of_a_threshold_%d: {value: 1, min: 0, max: 2}\n", 1_900)
            + "overrides:\n  - guild: [g]\n    thresholds:\n"
            + numbered("      u%d: 1\n", 1_900)
            + "rules:\n"
            + numbered(
                "  - {id: r%d, when: \"" + "threshold.x > 1 || ".repeat(20) + "true\"}\n", 1_000);
    String aliases = HEAD + "rules: &a [*a, *a, *a]\nthresholds: &b {c: *b, d: *b}\nladder: *a\n";
    String bomb = HEAD + "allow: " + laughs();
    for (String text : List.of(rules, thresholds, unknown, aliases, bomb)) {
      assertThatThrownBy(() -> bounded(text)).isInstanceOf(PolicyException.class);
    }
  }

  private static void bounded(String yaml) throws PolicyException {
    PolicyException refused =
        assertTimeoutPreemptively(
            BOUND,
            () -> {
              try {
                CompiledPolicy unused =
                    CompiledPolicy.of(PolicyDocument.parse("hostile.yml", yaml), WORDS);
                throw new AssertionError("let in");
              } catch (PolicyException problems) {
                return problems;
              }
            });
    assertThat(refused.problems()).hasSizeLessThan(1_001);
    throw refused;
  }

  private static void compile(String yaml) {
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          try {
            CompiledPolicy unused =
                CompiledPolicy.of(PolicyDocument.parse("hostile.yml", yaml), WORDS);
          } catch (PolicyException refused) {
            assertThat(refused.problems()).isNotEmpty();
          }
        });
  }

  @Test
  void shouldReadOrRefuseAnyCatalogue() throws IOException {
    String good = Files.readString(SHIPPED.catalogue());
    Path file = folder.resolve("features.yml");
    Mangler mangler = new Mangler(3);
    for (int i = 0; i < 60; i++) {
      Files.write(file, mangler.mangle(part(good, i)).getBytes(StandardCharsets.UTF_8));
      load(file);
    }
    for (String bomb :
        List.of("features: &a [*a]\nversion: 1", "features: " + laughs(), "[".repeat(90_000))) {
      Files.writeString(file, bomb);
      load(file);
    }
  }

  /** The head of the catalogue, so that a try is short. */
  private static String part(String good, int i) {
    return good.substring(0, Math.min(good.length(), 2_000 + 30 * i));
  }

  private static void load(Path file) {
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          try {
            FeatureCatalogue unused = FeatureCatalogue.load(file);
          } catch (CatalogueException refused) {
            assertThat(refused.problems()).isNotEmpty();
          }
        });
  }

  @Test
  void shouldReadOrRefuseAnyModelFile() throws IOException {
    String good = Files.readString(SHIPPED.models().resolve("toxicity/2/model.yaml"));
    Mangler mangler = new Mangler(4);
    for (int i = 0; i < 600; i++) {
      read(mangler.mangle(good));
    }
    for (String bomb :
        List.of(
            "labels: &a [*a]\n" + good,
            "name: &a {b: *a}\nlabels: &c [*c]",
            "labels: " + laughs(),
            "[".repeat(90_000),
            "? [a, b]\n: c")) {
      assertThat(read(bomb)).isNotEmpty();
    }
  }

  @Test
  void shouldReadOrRefuseAnyTokeniserFile() throws IOException {
    String model =
        Files.readString(SHIPPED.models().resolve("toxicity/2/model.yaml"))
            .replaceFirst(
                "(?s)input:.*?\nlabels",
                "input:\n  kind: word-pieces\n  max-length: 16\n  output: y\n  activation: sigmoid\nlabels");
    String good =
        "{\"normalizer\": {\"lowercase\": true}, \"model\": {\"type\": \"WordPiece\", \"vocab\":"
            + " {\"[PAD]\": 0, \"[UNK]\": 1, \"[CLS]\": 2, \"[SEP]\": 3, \"a\": 4, \"##b\": 5}}}";
    Mangler mangler = new Mangler(5);
    for (int i = 0; i < 600; i++) {
      Files.write(
          folder.resolve("tokenizer.json"), mangler.mangle(good).getBytes(StandardCharsets.UTF_8));
      read(model);
    }
    Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":".repeat(50_000));
    assertThat(read(model)).isNotEmpty();
  }

  private List<Problem> read(String model) throws IOException {
    Files.write(folder.resolve("model.yaml"), model.getBytes(StandardCharsets.UTF_8));
    List<Problem> problems = new ArrayList<>();
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          new ManifestReader(folder, new ModelId("toxicity", "2"), problems).read();
        });
    return problems;
  }

  private static String rule(String when) {
    return "rules:\n  - id: one\n    when: |\n      " + when.replace("\n", "\n      ") + "\n";
  }

  private static String numbered(String line, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(line.formatted(i));
    }
    return lines.toString();
  }

  /** Twelve lists of nine times the one before: nine to the twelfth texts, in 600 letters. */
  private static String laughs() {
    StringBuilder lists = new StringBuilder("[&x0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]");
    for (int i = 1; i <= 12; i++) {
      lists.append(", &x%d [".formatted(i)).append("*x%d, ".formatted(i - 1).repeat(9)).append("]");
    }
    return lists.append("]\n").toString();
  }
}
