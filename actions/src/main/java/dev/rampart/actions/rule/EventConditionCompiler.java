package dev.rampart.actions.rule;

/** The one compiler of conditions over events: preparing CEL takes longer than using it. */
final class EventConditionCompiler {
  static final EventConditionCompiler INSTANCE = new EventConditionCompiler();

  private final RuleCompiler compiler = RuleCompiler.ofEvents();

  private EventConditionCompiler() {}

  Condition condition(String text) throws RuleException {
    return compiler.checkedCondition(text);
  }
}
