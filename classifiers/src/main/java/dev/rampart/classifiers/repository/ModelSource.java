package dev.rampart.classifiers.repository;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.util.List;

/** Where an engine gets its models from. For any thread. */
public interface ModelSource {
  /** The newest version of each model. */
  List<ModelId> newest();

  /**
   * When costly models are asked.
   *
   * @throws dev.rampart.classifiers.manifest.ModelRefusedException with everything that is wrong
   *     with {@code cascade.yaml}
   */
  List<Gate> gates();

  /**
   * Loads and verifies a model. The caller owns its first lease.
   *
   * @throws dev.rampart.classifiers.manifest.ModelRefusedException with everything that is wrong
   *     with it
   */
  LoadedModel load(ModelId id);

  /**
   * The same on the CPU, whatever the model wants, because the devices cannot be used.
   *
   * @param why as health shows it
   */
  LoadedModel loadOnCpu(ModelId id, String why);
}
