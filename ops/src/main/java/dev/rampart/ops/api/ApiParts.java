package dev.rampart.ops.api;

import dev.rampart.ops.access.Mask;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the resources and their doers stand on: one instance and the installation that it is of.
 *
 * @param settings of the pipeline
 * @param sources where models, policies and the catalogue lie
 * @param client Kafka client properties, {@code bootstrap.servers} among them
 * @param registry where schema ids come from
 * @param meters meters of this process
 * @param instance the pipeline of this process
 * @param decisionLog folder of the decision log; empty where decisions are not logged here
 * @param mask of ids for those who may not see them
 * @param interconnect how other instances of the installation are asked
 */
public record ApiParts(
    PipelineSettings settings,
    Sources sources,
    Map<String, Object> client,
    SchemaRegistry registry,
    PrometheusMeterRegistry meters,
    Instance instance,
    Optional<Path> decisionLog,
    Mask mask,
    Interconnect interconnect) {
  public ApiParts {
    client = Map.copyOf(client);
  }

  /** Topics of the installation. */
  public Topics topics() {
    return settings.topics();
  }
}
