package dev.rampart.ops.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a pipeline's models, policies and catalogue lie.
 *
 * @param models folder of the model repository
 * @param policies folder of policy files
 * @param catalogue file of the feature catalogue
 * @param lists folder of the reputation lists
 */
public record Sources(Path models, Path policies, Path catalogue, Path lists) {
  /** What ships with the program. */
  public static Sources shipped() {
    Path home =
        Path.of(System.getProperty("rampart.home", System.getProperty("rampart.root", ".")));
    return new Sources(
        home.resolve("classifiers/models"),
        home.resolve("actions/policies"),
        home.resolve("topology/catalogue/features.yml"),
        home.resolve("topology/lists"));
  }

  /** What ships with the program, and policies from elsewhere where they are given. */
  public static Sources shipped(Optional<Path> policies) {
    Sources shipped = shipped();
    return policies.map(shipped::withPolicies).orElse(shipped);
  }

  /** The same with other models. */
  public Sources withModels(Path folder) {
    return new Sources(folder, policies, catalogue, lists);
  }

  /** The same with other policies. */
  private Sources withPolicies(Path folder) {
    return new Sources(models, folder, catalogue, lists);
  }
}
