package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** Section {@code files}: where things lie; relative paths start at the working folder. */
public final class FilesConfiguration {
  @JsonProperty @NotNull private Path models = Path.of("classifiers/models");
  @JsonProperty @NotNull private Path policies = Path.of("actions/policies");
  @JsonProperty @NotNull private Path catalogue = Path.of("topology/catalogue/features.yml");
  @JsonProperty @NotNull private Path lists = Path.of("topology/lists");
  @JsonProperty @NotNull private Path state = Path.of("state");

  /** Folder of the model repository. */
  public Path models() {
    return models;
  }

  /** Folder of the policies. */
  public Path policies() {
    return policies;
  }

  /** File of the feature catalogue. */
  public Path catalogue() {
    return catalogue;
  }

  /** Folder of the reputation lists. */
  public Path lists() {
    return lists;
  }

  /** Folder of the state stores; one for each instance. */
  public Path state() {
    return state;
  }
}
