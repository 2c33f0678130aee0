package dev.rampart.ops.drawing;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.RampartTopology;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code topology}: what runs; needs no broker. */
@Command(name = "topology", description = "Prints what runs: sources, processors, stores, sinks.")
public final class TopologyCommand extends RampartCommand {
  @Option(
      names = "--format",
      paramLabel = "text|svg",
      defaultValue = "text",
      description = "Text for people or an SVG drawing. Default: ${DEFAULT-VALUE}")
  private Format format = Format.TEXT;

  @Option(
      names = "--prefix",
      defaultValue = Topics.DEFAULT_PREFIX,
      description = "What topic names begin with. Default: ${DEFAULT-VALUE}")
  private String prefix = Topics.DEFAULT_PREFIX;

  /** How to print it. */
  enum Format {
    TEXT,
    SVG
  }

  @Override
  protected ExitCode run(Output output) {
    TopologyDescription description = describe(new Topics(prefix));
    String text =
        switch (format) {
          case TEXT -> TopologyText.of(description);
          case SVG -> SvgWriter.write(Drawing.of(description));
        };
    output.result(Map.of("format", format.name(), "topology", text), () -> text);
    return ExitCode.DONE;
  }

  /** Builds the topology with what ships and throws it away again. */
  private static TopologyDescription describe(Topics topics) {
    MeterRegistry meters = new SimpleMeterRegistry();
    try (SchemaRegistry registry = new InMemorySchemaRegistry();
        LoadedParts loaded = LoadedParts.load(Sources.shipped(), registry, meters)) {
      PipelineSettings settings = PipelineSettings.defaults("none:1", Path.of("none")).with(topics);
      return new RampartTopology(settings, loaded.parts()).build().describe();
    }
  }
}
