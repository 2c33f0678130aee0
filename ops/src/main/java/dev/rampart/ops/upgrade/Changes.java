package dev.rampart.ops.upgrade;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyDesk;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What changes beside the program: a policy, the schema of messages, the catalogue. */
final class Changes {
  /** The policy that gets a new version. */
  static final String POLICY = "flood";

  private static final String FEATURE =
      """

        - name: author_messages_rehearsed_2h
          entity: author
          aggregate: count
          window: 2h
          where: event.type == "message"
          default: 0
          unit: messages
          range: "0 .."
          why: Is there to be new.
      """;

  private final Map<String, Object> client;
  private final Topics topics;
  private final SchemaRegistry registry;

  Changes(Map<String, Object> client, Topics topics, SchemaRegistry registry) {
    this.client = client;
    this.topics = topics;
    this.registry = registry;
  }

  /** A new version of a policy, live for events from some time on. */
  void changePolicy(Path policies, Instant from) throws IOException, PolicyException {
    String before = Files.readString(policies.resolve(POLICY + ".yml"));
    int version = PolicyDocument.parse(POLICY, before).version() + 1;
    String after = before.replaceFirst("(?m)^version: .*$", "version: " + version);
    try (PolicyTopics desk = new PolicyTopics(client, topics, registry)) {
      var unused =
          new PolicyDesk(desk, Clock.fixed(from, ZoneOffset.UTC))
              .publish(
                  new PolicyText(POLICY, version, after),
                  PolicyState.LIVE,
                  0,
                  Duration.ZERO,
                  Signature.ofRampart("rehearsal of an upgrade"));
    }
  }

  /** Messages with one field more. */
  void changeSchema() {
    LaterMessages.begin(topics.messages().name(), topics.messages().schemaSubject(), registry);
  }

  /** The same build with one feature more in its catalogue. */
  static Build withMoreFeatures(Build build, Path folder) throws IOException {
    Path catalogue = folder.resolve("features.yml");
    Files.writeString(catalogue, Files.readString(build.sources().catalogue()) + FEATURE);
    Sources sources = build.sources();
    return new Build(
        build.name(),
        build.classPath(),
        new Sources(sources.models(), sources.policies(), catalogue, sources.lists()));
  }
}
