package dev.rampart.actions.policy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.document.RuleDocument;
import dev.rampart.actions.document.RuleText;
import dev.rampart.actions.rule.RuleCompiler;
import dev.rampart.actions.rule.RuleError;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.actions.rule.RuleScope;
import dev.rampart.schemas.PolicyState;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and compiles policies, gathering the problems of all of them. Used by one thread. */
final class PolicyLoader {
  private final PolicyVocabulary vocabulary;
  private final List<PolicyProblem> problems = new ArrayList<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final List<ActiveRule> rules = new ArrayList<>();

  PolicyLoader(PolicyVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  PolicySet load(Path directory) throws PolicyException {
    List<PolicyDocument> documents = new ArrayList<>();
    for (Path file : files(directory)) {
      read(file, documents);
    }
    return compile(documents, problems);
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

  PolicySet compile(List<PolicyDocument> documents, List<PolicyProblem> known)
      throws PolicyException {
    List<PolicyProblem> all = new ArrayList<>(known);
    documents.stream()
        .sorted(Comparator.comparing(PolicyDocument::policy))
        .forEach(document -> compile(document, all));
    if (!all.isEmpty()) {
      throw new PolicyException(all);
    }
    return new PolicySet(versions, rules);
  }

  private void compile(PolicyDocument document, List<PolicyProblem> all) {
    if (!isInForce(document.state())) {
      compileRules(document, all);
      return;
    }
    if (versions.putIfAbsent(document.policy(), document.version()) != null) {
      all.add(
          new PolicyProblem(
              document.source(),
              1,
              1,
              "policy",
              "found '" + document.policy() + "' in force a second time, allowed once"));
    }
    rules.addAll(compileRules(document, all));
  }

  private static boolean isInForce(PolicyState state) {
    return switch (state) {
      case SHADOW, CANARY, LIVE -> true;
      case DRAFT, RETIRED -> false;
    };
  }

  private List<ActiveRule> compileRules(PolicyDocument document, List<PolicyProblem> all) {
    RuleCompiler compiler = new RuleCompiler(scope(document));
    List<ActiveRule> compiled = new ArrayList<>();
    for (RuleDocument rule : document.rules()) {
      try {
        compiled.add(new ActiveRule(document, rule, compiler.compile(rule.when().text())));
      } catch (RuleException e) {
        e.errors().forEach(error -> all.add(problem(document.source(), rule.when(), error)));
      }
    }
    return compiled;
  }

  private RuleScope scope(PolicyDocument document) {
    return new RuleScope(
        vocabulary.features(),
        vocabulary.scores(),
        document.thresholds().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value())));
  }

  private static PolicyProblem problem(String source, RuleText text, RuleError error) {
    RuleText.Place place = text.placeOf(error.line(), error.column());
    return new PolicyProblem(source, place.line(), place.column(), text.field(), error.message());
  }
}
