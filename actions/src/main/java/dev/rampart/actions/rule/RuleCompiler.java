package dev.rampart.actions.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;

/**
 * Compiles the rules of one policy. Immutable after construction; any thread may use it.
 *
 * <p>The limits bound what one rule can cost on hostile content: a rule is at most 4,000 characters
 * and 32 levels deep, all its loops together make at most 1,000 turns for an event, and a pattern
 * is a constant that RE2 matches in linear time.
 */
public final class RuleCompiler {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(4_000)
          .maxParseRecursionDepth(32)
          .comprehensionMaxIterations(1_000)
          .maxRegexProgramSize(Restrictions.MAX_PATTERN_PROGRAM)
          .populateMacroCalls(true)
          .build();

  private final Map<String, Variable> variables;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  public RuleCompiler(RuleScope scope) {
    this(scope.variables());
  }

  private RuleCompiler(Map<String, Variable> variables) {
    this.variables = variables;
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    variables.forEach((name, variable) -> builder.addVar(name, variable.type()));
    compiler = builder.build();
    runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  }

  /** A compiler of conditions that name nothing but fields of the event. */
  static RuleCompiler ofEvents() {
    return new RuleCompiler(RuleScope.eventVariables());
  }

  /**
   * Compiles the condition of a rule.
   *
   * @throws RuleException when it does not parse, names something unknown, has a wrong type or uses
   *     what rules may not use
   */
  public Rule compile(String text) throws RuleException {
    CelAbstractSyntaxTree tree = permitted(text);
    return new Rule(direct(tree), new EvidenceFinder(tree, variables).find(), tracer(tree));
  }

  /** The condition alone, as {@link #compile} builds it. */
  Condition checkedCondition(String text) throws RuleException {
    return direct(permitted(text));
  }

  private Condition direct(CelAbstractSyntaxTree tree) {
    return new ConditionBuilder(tree, variables, this::condition).build();
  }

  private CelAbstractSyntaxTree permitted(String text) throws RuleException {
    CelAbstractSyntaxTree tree = check(text);
    List<RuleError> forbidden = new Restrictions(tree).violations();
    if (!forbidden.isEmpty()) {
      throw new RuleException(forbidden);
    }
    return tree;
  }

  /**
   * The rule as the CEL interpreter alone evaluates it, without evidence: what {@link #compile} is
   * held against.
   *
   * @throws RuleException as {@link #compile} does, but for what rules may not use
   */
  public Rule plain(String text) throws RuleException {
    CelAbstractSyntaxTree tree = check(text);
    return new Rule(condition(tree), List.of(), tracer(tree));
  }

  /** The condition that the CEL interpreter alone evaluates: what {@link #compile} must equal. */
  Condition interpreted(String text) throws RuleException {
    return condition(check(text));
  }

  private CelAbstractSyntaxTree check(String text) throws RuleException {
    try {
      return compiler.compile(text).getAst();
    } catch (CelValidationException e) {
      UnknownNames unknownNames = new UnknownNames(text, variables.keySet());
      throw new RuleException(
          e.getErrors().stream().map(issue -> error(issue, unknownNames)).toList());
    }
  }

  private static RuleError error(CelIssue issue, UnknownNames unknownNames) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    return new RuleError(line, column, issue.getMessage() + unknownNames.hint(line, column));
  }

  private RuleTracer tracer(CelAbstractSyntaxTree tree) {
    return new RuleTracer(tree, variables, this::program);
  }

  private Condition condition(CelAbstractSyntaxTree tree) {
    return new CelCondition(program(tree), variables);
  }

  private Program program(CelAbstractSyntaxTree tree) {
    try {
      return runtime.createProgram(tree);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("CEL cannot plan a rule that it has checked", e);
    }
  }
}
