package dev.rampart.actions.policy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy whose rules are compiled, once, whatever state it is put into later. Immutable; any
 * thread may use it.
 */
public final class CompiledPolicy {
  private final PolicyDocument document;
  private final List<CompiledRule> rules;

  CompiledPolicy(PolicyDocument document, List<CompiledRule> rules) {
    this.document = document;
    this.rules = List.copyOf(rules);
  }

  /**
   * Compiles a policy.
   *
   * @throws PolicyException with everything that is wrong with its rules
   */
  public static CompiledPolicy of(PolicyDocument document, PolicyVocabulary vocabulary)
      throws PolicyException {
    return new PolicyLoader(vocabulary).compileAll(List.of(document)).get(0);
  }

  /**
   * Reads and compiles every {@code *.yml} file of a folder, by policy id.
   *
   * @throws PolicyException with everything that is wrong with all the files
   */
  public static List<CompiledPolicy> load(Path folder, PolicyVocabulary vocabulary)
      throws PolicyException {
    return new PolicyLoader(vocabulary).load(folder);
  }

  /** The policy as written. */
  public PolicyDocument document() {
    return document;
  }

  List<CompiledRule> rules() {
    return rules;
  }
}
