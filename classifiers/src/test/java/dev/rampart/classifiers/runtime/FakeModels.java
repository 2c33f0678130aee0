package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.BatchLimits;
import dev.rampart.classifiers.manifest.DeviceChoice;
import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.manifest.Placement;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.classifiers.repository.ModelSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Models over one feature that do what a test says, in place of a graph: hang, throw, run out of
 * memory. All the rest of the engine is the real one.
 */
public final class FakeModels implements ModelSource {
  private final Map<ModelId, Fake> fakes = new LinkedHashMap<>();
  private final List<Loaded> loads = new CopyOnWriteArrayList<>();
  private List<Gate> gates = List.of();
  private volatile boolean corrupt;

  /** What a run does: fails, or scores each feature. */
  public interface Run {
    /**
     * Scores a batch.
     *
     * @param features one for each row
     * @param scores to be filled, one for each row
     * @param stop whether the run is told to end
     */
    void run(float[] features, float[] scores, Stop stop) throws OrtException;
  }

  /** Whether a run is told to end. */
  public interface Stop {
    boolean wanted();
  }

  /**
   * A load of a model.
   *
   * @param id which
   * @param device where it came to run
   * @param open 1 while it is open, else 0
   * @param runners made of it, by number of the worker
   */
  public record Loaded(ModelId id, String device, AtomicInteger open, List<Integer> runners) {}

  private record Fake(Manifest manifest, String device, Run run) {}

  /** A model on a device, with another that stands by, or none where the name is empty. */
  public FakeModels add(ModelId id, String device, String standby, Run run) {
    fakes.put(id, new Fake(manifest(id, standby, List.of(0)), device, run));
    return this;
  }

  /** A model on the CPU with nothing to stand by. */
  public FakeModels add(ModelId id, Run run) {
    return add(id, "cpu", "", run);
  }

  /** A model on several devices. */
  public FakeModels addOnDevices(ModelId id, List<Integer> devices, Run run) {
    fakes.put(id, new Fake(manifest(id, "", devices), "cuda", run));
    return this;
  }

  /** What the repository's cascade says. */
  public void gate(Gate... wanted) {
    gates = List.of(wanted);
  }

  /** From now on every load is refused. */
  public void corrupt() {
    corrupt = true;
  }

  /** What was loaded so far. */
  public List<Loaded> loads() {
    return loads;
  }

  private static Manifest manifest(ModelId id, String standby, List<Integer> devices) {
    return new Manifest(
        id,
        new InputSpec.FeatureVector("test", List.of("events_1m")),
        List.of("risk"),
        new BatchLimits(64, 64, List.of(1)),
        new Placement(DeviceChoice.AUTO, devices, Map.of()),
        standby,
        List.of(),
        Map.of(),
        List.of(),
        0,
        Map.of());
  }

  @Override
  public List<ModelId> newest() {
    return List.copyOf(fakes.keySet());
  }

  @Override
  public List<Gate> gates() {
    return gates;
  }

  @Override
  public LoadedModel load(ModelId id) {
    return load(id, fake(id).device(), "");
  }

  @Override
  public LoadedModel loadOnCpu(ModelId id, String why) {
    return load(id, "cpu", why);
  }

  private Fake fake(ModelId id) {
    Fake fake = fakes.get(id);
    if (fake == null || corrupt) {
      throw new ModelRefusedException(
          id.toString(), List.of(new Problem("model.onnx", "SHA-256", "other bytes", "its bytes")));
    }
    return fake;
  }

  private LoadedModel load(ModelId id, String device, String fallback) {
    Fake fake = fake(id);
    Loaded loaded = new Loaded(id, device, new AtomicInteger(1), new CopyOnWriteArrayList<>());
    loads.add(loaded);
    return new LoadedModel(fake.manifest(), new FakeBackend(fake.run(), loaded, fallback));
  }

  private record FakeBackend(Run run, Loaded loaded, String fallback) implements Backend {
    @Override
    public ModelRunner runner(Encoder encoder, int worker) {
      loaded.runners().add(worker);
      return new FakeRunner(run, loaded, (VectorEncoder) encoder);
    }

    @Override
    public String device() {
      return loaded.device();
    }

    @Override
    public void close() {
      loaded.open().set(0);
    }
  }

  private static final class FakeRunner implements ModelRunner {
    private final Run run;
    private final Loaded loaded;
    private final VectorEncoder encoder;
    private volatile boolean terminated;
    private int[] items = {};

    FakeRunner(Run run, Loaded loaded, VectorEncoder encoder) {
      this.run = run;
      this.loaded = loaded;
      this.encoder = encoder;
    }

    @Override
    public void prepare(int[] prepared, int count) {
      items = prepared;
    }

    @Override
    public int length(int position) {
      return 1;
    }

    @Override
    public void run(int[] positions, int from, int to, int padded, float[] scores)
        throws OrtException {
      if (loaded.open().get() == 0) {
        throw new AssertionError("a run on a closed session would have ended the process");
      }
      float[] features = new float[to - from];
      float[] found = new float[to - from];
      for (int i = from; i < to; i++) {
        features[i - from] = encoder.values()[items[positions[i]]];
      }
      run.run(features, found, () -> terminated);
      for (int i = from; i < to; i++) {
        scores[positions[i]] = found[i - from];
      }
      if (loaded.open().get() == 0) {
        throw new AssertionError("a session that was closed under a run ends the process");
      }
    }

    @Override
    public void terminate(boolean wanted) {
      terminated = wanted;
    }

    @Override
    public int paddingWorthARun() {
      return Integer.MAX_VALUE;
    }

    @Override
    public void close() {}
  }

  /** Scores that tell the items apart: the feature, halved. */
  public static void halve(float[] features, float[] scores) {
    for (int i = 0; i < features.length; i++) {
      scores[i] = features[i] / 2;
    }
  }
}
