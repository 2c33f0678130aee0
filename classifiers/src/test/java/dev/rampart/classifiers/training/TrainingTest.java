package dev.rampart.classifiers.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.text.HashSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private static final HashSpec SMALL = new HashSpec(1, 1 << 14, 3, 4, 1024, 4096);
  private static final List<String> FRUIT = List.of("apple", "pear", "plum", "cherry", "quince");
  private static final List<String> TOOLS = List.of("hammer", "saw", "chisel", "plane", "rasp");

  @TempDir Path root;

  private static Mixture market() {
    SplittableRandom random = new SplittableRandom(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean fruit = i % 2 == 0;
      List<String> words = fruit ? FRUIT : TOOLS;
      String text =
          "stall "
              + i
              + " sells "
              + words.get(random.nextInt(5))
              + " and "
              + words.get(random.nextInt(5));
      examples.add(Example.of(text, "templates", Map.of("fruit", fruit)));
    }
    return Mixture.of("market", List.of("fruit"), examples);
  }

  private Path train(String folder) {
    ModelTrainer trainer = new ModelTrainer(root, 11, (stage, share) -> {});
    Path models = root.resolve(folder);
    new ModelFolder(models.resolve("market/1"), "1")
        .write(market(), trainer.train(market(), SMALL));
    return models;
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Path first = train("first").resolve("market/1");
    Path second = train("second").resolve("market/1");
    for (String file : List.of("model.onnx", "rows.bin", "model.yaml", "MODEL_CARD.md")) {
      assertThat(Files.mismatch(first.resolve(file), second.resolve(file))).as(file).isEqualTo(-1);
    }
  }

  @Test
  void shouldWriteAModelThatPassesTheRepositorysChecksAndTellsFruitFromTools() {
    ModelRepository repository = new ModelRepository(train("models"));
    repository.load(new ModelId("market", "1")).leases().release(1);
    TrainedModel model = new ModelTrainer(root, 11, (stage, share) -> {}).train(market(), SMALL);
    assertThat(model.figures().values())
        .singleElement()
        .satisfies(figures -> assertThat(figures.auroc()).isGreaterThan(0.99));
  }

  @Test
  void shouldKeepATextOfTwoSetsOnce() {
    Mixture mixture =
        Mixture.of(
            "m",
            List.of("a"),
            List.of(
                Example.of("Same  text", "x", Map.of()), Example.of("same text ", "y", Map.of())));
    assertThat(mixture.examples()).hasSize(1);
  }

  @Test
  void shouldReachThePlainLinearRowOnPublicSets() {
    Path data = Path.of(System.getProperty("rampart.root", "."), "../shared/data");
    Assumptions.assumeTrue(Files.isDirectory(data), "the public sets are not here");
    PublicProtocols protocols = new PublicProtocols(data, HashSpec.STANDARD);
    assertThat(value(protocols.sms(), "accuracy")).isGreaterThan(0.985);
    assertThat(value(protocols.janitr(), "scam F1")).isGreaterThan(0.746);
  }

  private static double value(List<PublicProtocols.Figure> figures, String measure) {
    return figures.stream()
        .filter(figure -> figure.measure().equals(measure))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
