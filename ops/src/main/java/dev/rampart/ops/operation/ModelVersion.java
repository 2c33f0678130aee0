package dev.rampart.ops.operation;

import dev.rampart.classifiers.ModelRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model that lies in the repository of this instance.
 *
 * @param labels what it scores; empty where its {@code model.yaml} cannot be read
 * @param role in which it serves here; null where it does not
 * @param share of the accounts that it decides for, 0 to 1; of a shadow, that it is asked about
 */
public record ModelVersion(
    String name, String version, List<String> labels, @Nullable ModelRole role, double share) {
  public ModelVersion {
    labels = List.copyOf(labels);
  }
}
