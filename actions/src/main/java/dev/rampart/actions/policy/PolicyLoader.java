package dev.rampart.actions.policy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.document.RuleDocument;
import dev.rampart.actions.document.RuleText;
import dev.rampart.actions.rule.RuleError;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.schemas.PolicyState;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads and compiles policies, gathering the problems of all of them. Used by one thread. */
final class PolicyLoader {
  /** Problems after which rules are not looked at any more. */
  private static final int MOST_PROBLEMS = 500;

  private final PolicyVocabulary vocabulary;
  private final List<PolicyProblem> problems = new ArrayList<>();

  PolicyLoader(PolicyVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<CompiledPolicy> load(Path directory) throws PolicyException {
    List<PolicyDocument> documents = new ArrayList<>();
    for (Path file : files(directory)) {
      read(file, documents);
    }
    return compileAll(documents);
  }

  private List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files = entries.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
      if (files.isEmpty()) {
        problem(directory, "found no *.yml file, allowed one or more");
      }
      return files;
    } catch (IOException e) {
      problem(directory, "cannot be listed, allowed a directory that can be read");
      return List.of();
    }
  }

  private void read(Path file, List<PolicyDocument> documents) {
    try {
      documents.add(PolicyDocument.parse(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException e) {
      problem(file, "found bytes that are not UTF-8, allowed UTF-8 text");
    } catch (IOException e) {
      problem(file, "cannot be read: " + e.getClass().getSimpleName());
    } catch (PolicyException e) {
      problems.addAll(e.problems());
    }
  }

  private void problem(Path path, String message) {
    problems.add(new PolicyProblem(path.toString(), 1, 1, "", message));
  }

  /** The policies, by id. */
  List<CompiledPolicy> compileAll(List<PolicyDocument> documents) throws PolicyException {
    Set<String> inForce = new HashSet<>();
    List<CompiledPolicy> compiled = new ArrayList<>();
    documents.stream()
        .sorted(Comparator.comparing(PolicyDocument::policy))
        .forEach(
            document -> {
              checkAlone(document, inForce);
              compiled.add(new CompiledPolicy(document, compileRules(document)));
            });
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return compiled;
  }

  private void checkAlone(PolicyDocument document, Set<String> inForce) {
    boolean evaluated =
        document.state() != PolicyState.DRAFT && document.state() != PolicyState.RETIRED;
    if (evaluated && !inForce.add(document.policy())) {
      problems.add(
          new PolicyProblem(
              document.source(),
              1,
              1,
              "policy",
              "found '" + document.policy() + "' in force a second time, allowed once"));
    }
  }

  private List<CompiledRule> compileRules(PolicyDocument document) {
    RuleVariants variants = new RuleVariants(document, vocabulary);
    List<CompiledRule> compiled = new ArrayList<>();
    for (RuleDocument rule : document.rules()) {
      if (problems.size() < MOST_PROBLEMS) {
        compile(document, rule, variants, compiled);
      }
    }
    return compiled;
  }

  private void compile(
      PolicyDocument document,
      RuleDocument rule,
      RuleVariants variants,
      List<CompiledRule> compiled) {
    try {
      compiled.add(new CompiledRule(rule, variants.of(rule.when().text())));
    } catch (RuleException e) {
      e.errors().stream()
          .limit(MOST_PROBLEMS)
          .forEach(error -> problems.add(problem(document.source(), rule.when(), error)));
    }
  }

  private static PolicyProblem problem(String source, RuleText text, RuleError error) {
    RuleText.Place place = text.placeOf(error.line(), error.column());
    return new PolicyProblem(source, place.line(), place.column(), text.field(), error.message());
  }
}
