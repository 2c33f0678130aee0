package dev.rampart.ops.demo;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.community.AbuseKind;
import dev.rampart.ops.community.GroundTruth;
import dev.rampart.ops.decisions.DecisionLogSettings;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.decisions.FeatureNames;
import dev.rampart.ops.decisions.LabelFiles;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.service.Meters;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The decision log of a demo, and what its events really are beside it. */
final class DemoLog {
  private static final int SEGMENT_ROWS = 50_000;

  /** Short, so that the studio soon has something to draw. */
  private static final Duration SEGMENT_AGE = Duration.ofSeconds(5);

  private final Path folder;
  private final DecisionLogger logger;

  private DemoLog(Path folder, DecisionLogger logger) {
    this.folder = folder;
    this.logger = logger;
  }

  static DemoLog start(
      Path folder,
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      Instance instance,
      Meters meters) {
    FeatureNames names = new FeatureNames(instance.catalogueVersion(), instance.featureNames());
    return new DemoLog(
        folder,
        DecisionLogger.start(
            client,
            topics.decisions().name(),
            registry,
            DecisionLogSettings.in(folder).withSegments(SEGMENT_ROWS, SEGMENT_AGE),
            names,
            meters.registry()));
  }

  /** Logs the rest, and writes the truth beside it. */
  void finish(GroundTruth truth, Output output) throws InterruptedException, IOException {
    logger.finish();
    LabelFiles.write(folder, labels(truth), targets());
    output.note("the decision log and the truth are in " + folder);
  }

  private static Map<String, String> labels(GroundTruth truth) {
    Map<String, String> labels = new TreeMap<>();
    truth.forEach((event, kind) -> labels.put(event, label(kind)));
    return labels;
  }

  private static Map<String, List<String>> targets() {
    return Targets.ofShippedPolicies().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                policy -> policy.getValue().stream().map(DemoLog::label).toList()));
  }

  private static String label(AbuseKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
