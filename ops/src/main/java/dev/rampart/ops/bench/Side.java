package dev.rampart.ops.bench;

import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.RampartTopology;
import java.util.List;
import org.apache.kafka.streams.Topology;

/**
 * One of the topologies that are held against each other.
 *
 * @param letter by which it is chosen
 * @param name for the table
 * @param build makes its topology
 */
record Side(String letter, String name, Build build) {
  /** Makes a side's topology. */
  interface Build {
    Topology topology(PipelineSettings settings, LoadedParts parts);
  }

  /** The product itself. */
  static final Side PIPELINE =
      new Side(
          "b",
          "this pipeline",
          (settings, parts) -> new RampartTopology(settings, parts.parts()).build());

  /** All sides; the first is what the others are compared with. */
  static final List<Side> ALL =
      List.of(
          new Side("a", "bare pass-through", (settings, parts) -> Baselines.passThrough(settings)),
          new Side(
              "s",
              "pass-through with one state read and write",
              (settings, parts) -> Baselines.stateTouch(settings, parts.parts().catalogue())),
          new Side(
              "e",
              "ingest and enrich alone",
              (settings, parts) -> EnrichStage.topology(settings, parts.parts())),
          PIPELINE,
          new Side(
              "c",
              "naive: one record at a time scored inside process()",
              (settings, parts) ->
                  new RampartTopology(
                          settings, OneAtATime.instead(parts.parts(), Sources.shipped().models()))
                      .build()));
}
