package dev.rampart.ops.chaos.proof;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.actions.restraint.Restraints;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.Parts;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;

/**
 * Proves a run that is over: everything is read again, {@code read_committed}, from the beginning
 * of every topic, one partition after the other.
 */
public final class Proof {
  private final Map<String, Object> client;
  private final Topics topics;
  private final SchemaRegistry registry;
  private final String application;
  private final int partitions;

  /**
   * @param client Kafka client properties
   * @param application id of the pipeline, which its changelogs are named after
   * @param partitions of every input and output topic
   */
  public Proof(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      String application,
      int partitions) {
    this.client = client;
    this.topics = topics;
    this.registry = registry;
    this.application = application;
    this.partitions = partitions;
  }

  /** Runs it; some 50 µs a decision. */
  public ProofReport run() {
    try (LoadedParts loaded =
            LoadedParts.load(Sources.shipped(), registry, new SimpleMeterRegistry());
        PolicyTopics facts = new PolicyTopics(client, topics, registry)) {
      Parts parts = loaded.parts();
      facts.versions().forEach((key, version) -> learn(parts.policies(), key, version));
      return report(parts, restraints(facts));
    }
  }

  private ProofReport report(Parts parts, Restraints restraints) {
    ServedScores scores = new ServedScores(parts.scoreNames());
    ProofCounts counts = new ProofCounts();
    Deeds deeds = new Deeds(topics);
    for (int partition = 0; partition < partitions; partition++) {
      LedgerOracle ledgers = new LedgerOracle(parts.policies(), restraints, scores);
      new PartitionProof(client, topics, partition, parts, ledgers, deeds)
          .run(parts, application, counts);
      for (var sent : List.of(topics.messageActions(), topics.userActions())) {
        deeds.read(client, sent, partition, registry);
      }
    }
    return counts.report(deeds);
  }

  private static void learn(PolicyBook policies, String key, PolicyVersion version) {
    try {
      policies.put(key, version);
    } catch (PolicyException unusable) {
      throw CommandFailure.failed("the policies topic: " + unusable.getMessage(), unusable);
    }
  }

  private static Restraints restraints(PolicyTopics facts) {
    Restraints all = Restraints.NONE;
    for (ControlRecord fact : facts.control().values()) {
      all = all.with(fact);
    }
    return all;
  }
}
