package dev.rampart.classifiers.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.ModelFactory;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryTest {
  private static final ModelId MOOD = new ModelId("mood", "2");

  @TempDir Path root;

  private ModelRepository repository = new ModelRepository(Path.of("."));
  private Path folder = Path.of(".");

  @BeforeEach
  void writeModel() throws IOException {
    repository = new ModelRepository(root);
    folder = new ModelFactory(root).write(MOOD, List.of("calm", "cross"), 1);
  }

  @Test
  void shouldLoadAValidModel() {
    LoadedModel model = repository.load(MOOD);
    assertThat(model.manifest().labels()).containsExactly("calm", "cross");
    assertThat(model.device()).isEqualTo("cpu");
    model.leases().release(1);
  }

  @Test
  void shouldListVersionsByNumberAndServeTheNewest() throws IOException {
    new ModelFactory(root).write(new ModelId("mood", "10"), List.of("calm"), 1);
    assertThat(repository.list()).extracting(ModelId::version).containsExactly("2", "10");
    assertThat(repository.newest()).containsExactly(new ModelId("mood", "10"));
  }

  @Test
  void shouldRefuseAlteredBytesAndNameTheFile() throws IOException {
    byte[] graph = Files.readAllBytes(folder.resolve(Manifest.GRAPH));
    graph[graph.length / 2] ^= 1;
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    assertThatThrownBy(() -> repository.load(MOOD))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessageContaining("model.onnx: SHA-256: found ");
  }

  @Test
  void shouldRefuseBytesThatAreNoGraphWithOneMessage() throws IOException {
    replaceGraph(new byte[] {1, 2, 3});
    assertThatThrownBy(() -> repository.load(MOOD))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessageContaining("a graph that ONNX Runtime opens on cpu")
        .extracting(e -> ((ModelRefusedException) e).problems().size())
        .isEqualTo(1);
  }

  @Test
  void shouldRefuseOtherWeightsByTheirGoldenScores() throws IOException {
    Path other =
        new ModelFactory(root).write(new ModelId("other", "1"), List.of("calm", "cross"), 9);
    replaceGraph(Files.readAllBytes(other.resolve(Manifest.GRAPH)));
    assertThatThrownBy(() -> repository.load(MOOD))
        .hasMessageContaining("golden text \"a quiet afternoon in the garden\": found [");
  }

  @Test
  void shouldRefuseAnotherNumberOfLabels() throws IOException {
    Path other = new ModelFactory(root).write(new ModelId("other", "1"), List.of("calm"), 1);
    replaceGraph(Files.readAllBytes(other.resolve(Manifest.GRAPH)));
    assertThatThrownBy(() -> repository.load(MOOD))
        .hasMessageContaining("output scores: found FLOAT [-1, 1], allowed: FLOAT [-1, 2]");
  }

  @Test
  void shouldNameEveryProblemOfADescriptionAtOnce() throws IOException {
    replaceInManifest("buckets: 4096", "buckets: 4097");
    replaceInManifest("items: 256", "items: many");
    replaceInManifest("device: cpu", "device: toaster");
    replaceInManifest("calibration:", "colour: blue\ncalibration:");
    replaceInManifest("version: \"2\"", "version: \"3\"");
    assertThatThrownBy(() -> repository.load(MOOD))
        .hasMessageContaining("input: found buckets: found 4097, allowed a power of two")
        .hasMessageContaining("batch.items: found many, allowed: a whole number from 1 to 4096")
        .hasMessageContaining("device: found toaster, allowed: auto, cpu, cuda, tensorrt")
        .hasMessageContaining("colour: found an unknown field")
        .hasMessageContaining("name and version: found mood/3");
  }

  @Test
  void shouldSayWhereTheDescriptionIsNoYaml() throws IOException {
    Files.writeString(folder.resolve(Manifest.NAME), "labels: [a\nb: }");
    assertThatThrownBy(() -> repository.load(MOOD))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void shouldSayThatAFolderIsMissing() {
    assertThatThrownBy(() -> new ModelRepository(root.resolve("nowhere")).list())
        .hasMessageContaining("nowhere: found nothing that can be read");
  }

  private void replaceGraph(byte[] graph) throws IOException {
    String before = ModelRepository.sha256(Files.readAllBytes(folder.resolve(Manifest.GRAPH)));
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    replaceInManifest(before, ModelRepository.sha256(graph));
  }

  private void replaceInManifest(String from, String to) throws IOException {
    Path file = folder.resolve(Manifest.NAME);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
