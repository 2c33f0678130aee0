package dev.rampart.classifiers.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehaviourTrainerTest {
  private static final ModelId MODEL = new ModelId("behaviour", "1");

  @TempDir Path root;

  /** Abuse comes from young accounts that write a lot; some ages are not known. */
  private Path decisions(String name, long seed, StringBuilder truth) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      boolean abuse = random.nextInt(4) == 0;
      String age = random.nextInt(5) == 0 ? "null" : String.valueOf(abuse ? 1 : 200);
      int messages = abuse ? 20 + random.nextInt(30) : random.nextInt(15);
      lines.append(
          "{\"event_id\": \"%s%d\", \"event_type\": \"MESSAGE\", \"catalogue_version\": \"1-a\", \"features\": {\"age\": %s, \"messages\": %d}}\n"
              .formatted(name, i, age, messages));
      truth.append(
          "{\"event_id\": \"%s%d\", \"kind\": \"%s\"}\n"
              .formatted(name, i, abuse ? "FLOOD" : "NONE"));
    }
    return Files.writeString(root.resolve(name + ".jsonl"), lines);
  }

  private BehaviourTrainer.Data data() throws IOException {
    StringBuilder truth = new StringBuilder();
    Path train = decisions("train", 3, truth);
    Path heldOut = decisions("other", 4, truth);
    return new BehaviourTrainer.Data(
        train, heldOut, Files.writeString(root.resolve("truth.jsonl"), truth));
  }

  private Path train(String folder) throws IOException {
    Path models = root.resolve(folder);
    new BehaviourTrainer(5, (stage, share) -> {}).train(data(), "1", models);
    return models;
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Path first = train("first").resolve("behaviour/1");
    Path second = train("second").resolve("behaviour/1");
    for (String file : new String[] {"model.onnx", "model.yaml", "MODEL_CARD.md"}) {
      assertThat(Files.mismatch(first.resolve(file), second.resolve(file))).as(file).isEqualTo(-1);
    }
  }

  @Test
  void shouldWriteAGraphThatScoresAsTheTrainerDoesUnknownFeaturesIncluded() throws IOException {
    ModelRepository repository = new ModelRepository(train("models"));
    repository.load(MODEL).leases().release(1);
    assertThat(repository.manifest(MODEL).golden()).hasSize(4);
  }

  @Test
  void shouldTellAbuseFromTalk() throws IOException {
    BehaviourTrainer.Data data = data();
    var kinds = AccountRows.kinds(data.truth());
    BehaviourTrainer.Trained trained =
        new BehaviourTrainer(5, (stage, share) -> {})
            .train(
                AccountRows.read(data.decisions(), kinds), AccountRows.read(data.heldOut(), kinds));
    assertThat(trained.heldOut().auroc()).isGreaterThan(0.99);
    assertThat(trained.bestFeature()).isEqualTo("messages");
  }

  @Test
  void shouldRefuseDecisionsWhoseTruthNobodyKnows() throws IOException {
    BehaviourTrainer.Data data = data();
    assertThatThrownBy(() -> AccountRows.read(data.decisions(), java.util.Map.of()))
        .hasMessageContaining("found 0 messages whose truth is known");
  }
}
