package dev.rampart.actions.lifecycle;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.Policies;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.schemas.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All versions that an instance knows, from files and from the {@code policies} topic, and the
 * timeline that follows from them. A file's version is in force from ever, until the topic knows
 * that version or brings another to its state. A record that cannot be used changes nothing.
 *
 * <p>Safe for use by many threads: records come from one, questions from many.
 */
public final class PolicyBook implements Policies {
  private final PolicyVocabulary vocabulary;
  private final List<CompiledPolicy> files;
  private final Map<String, VersionLife> published = new TreeMap<>();
  private volatile PolicyTimeline timeline;

  /**
   * @param files policies that are in force as their texts say, until the topic says otherwise
   */
  public PolicyBook(List<CompiledPolicy> files, PolicyVocabulary vocabulary) {
    this.files = List.copyOf(files);
    this.vocabulary = vocabulary;
    this.timeline = build();
  }

  @Override
  public PolicySet at(long eventTime) {
    return timeline.at(eventTime);
  }

  /**
   * Takes the newest record of a version.
   *
   * @param key key of the record
   * @throws PolicyException when it cannot be used; what was known stays in force
   */
  public synchronized void put(String key, PolicyVersion record) throws PolicyException {
    VersionLife known = published.get(key);
    if (known != null && !known.yaml().equals(record.getDocument())) {
      throw refused(key, "the text changed under its version, allowed is a new version");
    }
    CompiledPolicy policy = known == null ? compile(key, record) : known.policy();
    published.put(key, new VersionLife(policy, record.getDocument(), Transitions.inForce(record)));
    timeline = build();
  }

  /** Forgets a version. */
  public synchronized void remove(String key) {
    if (published.remove(key) != null) {
      timeline = build();
    }
  }

  private CompiledPolicy compile(String key, PolicyVersion record) throws PolicyException {
    PolicyDocument document = PolicyDocument.parse(key, record.getDocument());
    String named = key(document);
    if (!named.equals(key)
        || !named.equals(Transitions.key(record.getPolicy(), record.getVersion()))) {
      throw refused(key, "the text is of " + named + ", allowed is the version of the record");
    }
    return CompiledPolicy.of(document, vocabulary);
  }

  private static PolicyException refused(String key, String problem) {
    return new PolicyException(List.of(new PolicyProblem(key, 1, 1, "", problem)));
  }

  private PolicyTimeline build() {
    List<Change> changes = new ArrayList<>();
    published
        .values()
        .forEach(
            life ->
                life.transitions().forEach(state -> changes.add(Change.of(life.policy(), state))));
    files.stream()
        .filter(file -> !published.containsKey(key(file.document())))
        .forEach(file -> changes.add(Change.asWritten(file)));
    return PolicyTimeline.of(changes);
  }

  private static String key(PolicyDocument document) {
    return Transitions.key(document.policy(), document.version());
  }
}
