package dev.rampart.ops.chaos;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyDesk;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.schemas.PolicyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Publishes new versions of the shipped policies while the feed runs, each in another state than
 * the one before. A version is in force from an event time on that the feed has not come to, so
 * that every instance knows it in time. Confined to one thread.
 */
final class PolicyChurn {
  private static final List<PolicyState> STATES =
      List.of(PolicyState.LIVE, PolicyState.CANARY, PolicyState.SHADOW);
  private static final double CANARY_SHARE = 0.3;

  private final PolicyTopics topics;
  private final Clock clock;
  private final Map<String, Integer> versions = new HashMap<>();

  PolicyChurn(PolicyTopics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Publishes the next version of a policy.
   *
   * @param from event time from which on it holds
   */
  Struck publish(Instant from, long salt) throws IOException {
    List<Path> files = files();
    Path file = files.get((int) Long.remainderUnsigned(salt, files.size()));
    String policy = file.getFileName().toString().replace(".yml", "");
    int version = versions.merge(policy, 2, (known, first) -> known + 1);
    PolicyState state = STATES.get((int) Long.remainderUnsigned(salt >>> 8, STATES.size()));
    String yaml = Files.readString(file).replaceFirst("(?m)^version: \\d+$", "version: " + version);
    var unused =
        new PolicyDesk(topics, clock)
            .publish(
                new PolicyText(policy, version, yaml),
                state,
                CANARY_SHARE,
                Duration.between(clock.instant(), from),
                Signature.ofRampart("chaos"));
    return new Struck(policy + "@" + version, state.name());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(Sources.shipped().policies())) {
      return all.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }
}
