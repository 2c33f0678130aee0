package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The policies of a folder as the first records of a {@code policies} topic: each policy that the
 * topic has no version of is published as its text says, from the beginning of time. A version that
 * the topic does not have, of a policy that it has, is left alone and told about.
 */
public final class PolicySeeds {
  private final PolicyTopics topics;
  private final Consumer<String> notes;
  private final Instant now;

  private PolicySeeds(PolicyTopics topics, Consumer<String> notes, Instant now) {
    this.topics = topics;
    this.notes = notes;
    this.now = now;
  }

  /**
   * Publishes what is missing.
   *
   * @param client Kafka client properties
   * @param folder of policy files that were loaded before, so that they are known to be good
   */
  public static void publish(
      Map<String, Object> client,
      Topics names,
      SchemaRegistry registry,
      Path folder,
      Consumer<String> notes) {
    try (PolicyTopics topics = new PolicyTopics(client, names, registry)) {
      PolicySeeds seeds = new PolicySeeds(topics, notes, Clock.systemUTC().instant());
      List<Path> files = files(folder);
      var unused = topics.change(() -> seeds.publish(files));
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private int publish(List<Path> files) {
    Collection<PolicyVersion> known = topics.versions().values();
    for (Path file : files) {
      try {
        String yaml = Files.readString(file);
        publish(PolicyDocument.parse(file.toString(), yaml), yaml, known);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      } catch (PolicyException wrong) {
        notes.accept(wrong.getMessage());
      }
    }
    return files.size();
  }

  private void publish(PolicyDocument document, String yaml, Collection<PolicyVersion> known) {
    PolicyShelf shelf = PolicyShelf.of(document.policy(), known);
    if (shelf.versions().isEmpty()) {
      PolicyText text = new PolicyText(document.policy(), document.version(), yaml);
      write(Transitions.first(text, fromEver(document), false));
    } else if (shelf.version(document.version()).isEmpty()) {
      notes.accept(
          "%s: version %d of the files is not on the topic; `policies publish` brings it there"
              .formatted(document.policy(), document.version()));
    }
  }

  private PolicyTransition fromEver(PolicyDocument document) {
    return PolicyTransition.newBuilder()
        .setState(document.state())
        .setCanaryShare(document.canaryShare())
        .setAuthor(Signature.RAMPART)
        .setReason("the first version, from the files")
        .setEffectiveFrom(Instant.EPOCH)
        .setPublishedAt(now)
        .build();
  }

  private void write(PolicyVersion record) {
    String key = Transitions.key(record.getPolicy(), record.getVersion());
    Deed deed = new Deed("policy.seed", "policy:" + key, Map.of("state", record.getState().name()));
    topics.write(Signature.ofRampart(record.getReason()), deed, now, key, record);
  }
}
