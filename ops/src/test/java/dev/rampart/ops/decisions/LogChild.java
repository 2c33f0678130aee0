package dev.rampart.ops.decisions;

import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A decision log in a process of its own, so that it can be killed. */
final class LogChild {
  private LogChild() {}

  public static void main(String[] args) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", args[0]);
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, "schemas", (short) 1, Duration.ofSeconds(30));
        DecisionLogger logger = start(client, registry, Path.of(args[1]))) {
      if (args[2].equals("finish")) {
        logger.finish();
      } else {
        logger.await();
      }
    }
  }

  private static DecisionLogger start(
      Map<String, Object> client, SchemaRegistry registry, Path folder) {
    return DecisionLogger.start(
        client,
        "decisions",
        registry,
        DecisionLogSettings.in(folder).withSegments(97, Duration.ofMillis(50)),
        LoggedDecisions.NAMES,
        new SimpleMeterRegistry());
  }
}
