package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.DeviceChoice;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.runtime.LoadedModel;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs each model on the CPU, on CUDA and through TensorRT, as far as they are there, and holds the
 * scores against those of the CPU.
 */
public final class DeviceBench {
  private static final int LARGEST = 256;
  private static final int SINGLES = 2_000;
  private static final int MOST_VECTORS = 8_192;
  private static final List<DeviceChoice> DEVICES =
      List.of(DeviceChoice.CPU, DeviceChoice.CUDA, DeviceChoice.TENSORRT);

  private final int items;
  private final Consumer<String> notes;
  private final List<DeviceTable.Row> rows = new ArrayList<>();

  /**
   * A bench.
   *
   * @param items messages that each model scores on each device
   * @param notes told what is going on
   */
  public DeviceBench(int items, Consumer<String> notes) {
    this.items = items;
    this.notes = notes;
  }

  /** Measures the shipped text models, and a made-up model that takes long to run. */
  public DeviceTable run() throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-")) {
      DenseNet.USUAL.write(folder.path());
      List<ScoringRequest> vectors = DenseNet.USUAL.requests(Math.min(items, MOST_VECTORS));
      measure(new ModelRepository(folder.path()), DenseNet.ID, vectors);
      ModelRepository shipped = new ModelRepository(Sources.shipped().models());
      List<ScoringRequest> messages = Messages.of(items);
      for (ModelId id : shipped.newest()) {
        if (!(shipped.manifest(id).input() instanceof InputSpec.FeatureVector)) {
          measure(shipped, id, messages);
        }
      }
    }
    return new DeviceTable(Machine.describe(), rows);
  }

  private void measure(ModelRepository repository, ModelId id, List<ScoringRequest> requests)
      throws Exception {
    float[][] expected = {};
    for (DeviceChoice device : DEVICES) {
      notes.accept(id + " on " + device.written());
      try {
        LoadedModel model = repository.load(id, device);
        try (Loop loop = new Loop(List.of(model))) {
          float[][] scores = loop.scores(requests, LARGEST);
          expected = device == DeviceChoice.CPU ? scores : expected;
          rows.add(row(model, loop, requests, Scores.difference(scores, expected)));
        } finally {
          model.leases().release(1);
        }
      } catch (ModelRefusedException refused) {
        String why = refused.problems().get(0).found();
        rows.add(new DeviceTable.Row(id.toString(), device.written(), why, 0, 0, 0, 0));
      }
    }
  }

  private static DeviceTable.Row row(
      LoadedModel model, Loop loop, List<ScoringRequest> requests, double difference)
      throws Exception {
    List<ScoringRequest> some = requests.subList(0, Math.min(SINGLES, requests.size()));
    double allowed = model.manifest().tolerances().getOrDefault(model.device(), 1e-5);
    return new DeviceTable.Row(
        model.manifest().id().toString(),
        model.device(),
        "",
        perSecond(some, () -> loop.pass(some, 1)),
        perSecond(requests, () -> loop.pass(requests, LARGEST)),
        difference,
        allowed);
  }

  private static double perSecond(List<ScoringRequest> requests, Spent.Pass pass) throws Exception {
    pass.run();
    return requests.size() * 1e9 / Spent.byCaller(pass).wallNanos();
  }
}
