package dev.rampart.ops.models;

import dev.rampart.ops.cli.Output;

/** Tells each tenth of each stage of a training once. */
final class Stages {
  private final Output output;
  private String last = "";

  Stages(Output output) {
    this.output = output;
  }

  void tell(String stage, double share) {
    String line = "%s %d %%".formatted(stage, Math.round(share * 10) * 10);
    if (!line.equals(last)) {
      output.note(line);
      last = line;
    }
  }
}
