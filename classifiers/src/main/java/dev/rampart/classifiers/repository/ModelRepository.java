package dev.rampart.classifiers.repository;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.CascadeReader;
import dev.rampart.classifiers.manifest.DeviceChoice;
import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ManifestReader;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.classifiers.runtime.Graphs;
import dev.rampart.classifiers.runtime.LoadedModel;
import dev.rampart.classifiers.runtime.OrtBackend;
import dev.rampart.classifiers.text.RowIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of models, {@code <name>/<version>/}. Reads the disk at every call, so that a new
 * version is seen without a restart. For any thread.
 */
public final class ModelRepository implements ModelSource {
  private final Path root;

  public ModelRepository(Path root) {
    this.root = root;
  }

  /**
   * The versions that there are: by name, then versions that are whole numbers in their order, then
   * the others.
   *
   * @throws ModelRefusedException when the folder cannot be read
   */
  public List<ModelId> list() {
    List<ModelId> all = new ArrayList<>();
    for (String name : folders(root)) {
      folders(root.resolve(name)).forEach(version -> all.add(new ModelId(name, version)));
    }
    all.sort(
        Comparator.comparing(ModelId::name)
            .thenComparingInt(ModelRepository::number)
            .thenComparing(ModelId::version));
    return all;
  }

  @Override
  public List<ModelId> newest() {
    List<ModelId> newest = new ArrayList<>();
    for (ModelId id : list()) {
      if (!newest.isEmpty() && newest.get(newest.size() - 1).name().equals(id.name())) {
        newest.remove(newest.size() - 1);
      }
      newest.add(id);
    }
    return newest;
  }

  @Override
  public List<Gate> gates() {
    return new CascadeReader(root.resolve(Gate.FILE)).read();
  }

  public Path folder(ModelId id) {
    return root.resolve(id.name()).resolve(id.version());
  }

  /**
   * What a model's {@code model.yaml} says, unverified but for its form.
   *
   * @throws ModelRefusedException with everything that is wrong with it
   */
  public Manifest manifest(ModelId id) {
    List<Problem> problems = new ArrayList<>();
    Manifest manifest = new ManifestReader(folder(id), id, problems).read();
    if (manifest == null) {
      throw new ModelRefusedException(id.toString(), problems);
    }
    return manifest;
  }

  /**
   * Loads and verifies a model: checksums, inputs, output, golden scores. It has run when it comes
   * back.
   */
  @Override
  public LoadedModel load(ModelId id) {
    return load(manifest(id), "");
  }

  /**
   * The same on another device than the model wants, as a comparison of devices needs it.
   *
   * @throws ModelRefusedException with everything that is wrong with it
   */
  public LoadedModel load(ModelId id, DeviceChoice device) {
    return load(manifest(id).on(device), "");
  }

  @Override
  public LoadedModel loadOnCpu(ModelId id, String why) {
    return load(manifest(id), why);
  }

  private LoadedModel load(Manifest manifest, String onlyCpuBecause) {
    ModelId id = manifest.id();
    List<Problem> problems = new ArrayList<>();
    Map<String, byte[]> files = read(manifest, problems);
    RowIndex rows = rows(manifest, files, problems);
    refuseIf(id, problems);
    OrtBackend backend = open(manifest, files, rows, onlyCpuBecause);
    return verified(new LoadedModel(manifest, backend), backend.session(), problems);
  }

  private static void refuseIf(ModelId id, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ModelRefusedException(id.toString(), problems);
    }
  }

  private Map<String, byte[]> read(Manifest manifest, List<Problem> problems) {
    Map<String, byte[]> files = new HashMap<>();
    manifest
        .files()
        .forEach(
            (name, checksum) -> {
              Path file = folder(manifest.id()).resolve(name);
              try {
                byte[] bytes = Files.readAllBytes(file);
                files.put(name, bytes);
                String found = sha256(bytes);
                if (!found.equals(checksum)) {
                  problems.add(
                      new Problem(
                          file.toString(),
                          "SHA-256",
                          found,
                          checksum + " as " + Manifest.NAME + " says"));
                }
              } catch (IOException e) {
                problems.add(
                    new Problem(
                        file.toString(),
                        "",
                        "nothing that can be read",
                        "the file that " + Manifest.NAME + " names"));
              }
            });
    return files;
  }

  private @Nullable RowIndex rows(
      Manifest manifest, Map<String, byte[]> files, List<Problem> problems) {
    byte[] bytes = files.get(Manifest.ROWS);
    if (bytes == null || !(manifest.input() instanceof InputSpec.HashedText text)) {
      return null;
    }
    int expected = text.spec().buckets() / Byte.SIZE;
    if (bytes.length != expected) {
      problems.add(
          new Problem(
              folder(manifest.id()).resolve(Manifest.ROWS).toString(),
              "size",
              bytes.length + " bytes",
              expected + ", a bit for each bucket"));
    }
    return RowIndex.read(bytes);
  }

  private OrtBackend open(
      Manifest manifest,
      Map<String, byte[]> files,
      @Nullable RowIndex rows,
      String onlyCpuBecause) {
    try {
      OrtBackend.Files graphs = OrtBackend.Files.of(graphs(manifest, files), rows);
      return onlyCpuBecause.isEmpty()
          ? OrtBackend.open(manifest, graphs)
          : OrtBackend.openOnCpu(manifest, graphs, onlyCpuBecause);
    } catch (OrtException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
      String file = folder(manifest.id()).resolve(Manifest.GRAPH).toString();
      String allowed = "a graph that ONNX Runtime opens on " + manifest.device().written();
      throw new ModelRefusedException(
          manifest.id().toString(), List.of(new Problem(file, "", said, allowed)));
    }
  }

  private static Graphs graphs(Manifest manifest, Map<String, byte[]> files) {
    byte[] none = {};
    Map<String, byte[]> own = new HashMap<>();
    manifest
        .placement()
        .graphs()
        .forEach((device, file) -> own.put(device, files.getOrDefault(file, none)));
    return new Graphs(files.getOrDefault(Manifest.GRAPH, none), own);
  }

  private LoadedModel verified(LoadedModel model, OrtSession session, List<Problem> problems) {
    ModelId id = model.manifest().id();
    try {
      new ModelVerifier(folder(id), model, session, problems).verify();
      refuseIf(id, problems);
      return model;
    } catch (ModelRefusedException e) {
      model.leases().release(1);
      throw e;
    }
  }

  /** The checksum of bytes as {@code model.yaml} writes it. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static int number(ModelId id) {
    return id.version().matches("\\d{1,9}") ? Integer.parseInt(id.version()) : Integer.MAX_VALUE;
  }

  private static List<String> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> String.valueOf(child.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelRefusedException(
          parent.toString(),
          List.of(
              new Problem(
                  parent.toString(),
                  "",
                  "nothing that can be read",
                  "a folder of models, <name>/<version>/")));
    }
  }
}
