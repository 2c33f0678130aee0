package dev.rampart.actions.document;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.SubjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each kind of action may be done to, and which parameters it takes.
 *
 * @param subjects subjects that it may be done to; the first is the default
 * @param required parameters that must be given
 * @param optional parameters that may be given
 */
record ActionSchema(List<SubjectType> subjects, Set<String> required, Set<String> optional) {
  private static final List<SubjectType> MESSAGE = List.of(SubjectType.MESSAGE);
  private static final List<SubjectType> USER = List.of(SubjectType.USER);
  private static final List<SubjectType> ANY =
      List.of(SubjectType.MESSAGE, SubjectType.USER, SubjectType.GUILD);

  private static final Map<ActionKind, ActionSchema> BY_KIND =
      Map.ofEntries(
          entry(ActionKind.LABEL, MESSAGE, Set.of("label"), Set.of()),
          entry(ActionKind.REVIEW, ANY, Set.of(), Set.of("queue", "priority")),
          entry(ActionKind.WARN, USER, Set.of(), Set.of()),
          entry(ActionKind.RATE_LIMIT, USER, Set.of("per_minute"), Set.of("duration")),
          entry(ActionKind.HIDE, MESSAGE, Set.of(), Set.of("duration")),
          entry(ActionKind.REMOVE, MESSAGE, Set.of(), Set.of()),
          entry(ActionKind.SHADOW_MUTE, USER, Set.of(), Set.of("duration")),
          entry(ActionKind.MUTE, USER, Set.of(), Set.of("duration")),
          entry(ActionKind.TIME_OUT, USER, Set.of("duration"), Set.of()),
          entry(ActionKind.QUARANTINE, USER, Set.of(), Set.of("duration")),
          entry(ActionKind.SUSPEND, USER, Set.of(), Set.of("duration")),
          entry(ActionKind.BAN, USER, Set.of(), Set.of()));

  private static Map.Entry<ActionKind, ActionSchema> entry(
      ActionKind kind, List<SubjectType> subjects, Set<String> required, Set<String> optional) {
    return Map.entry(kind, new ActionSchema(subjects, required, optional));
  }

  /** Kinds that a policy may ask for, from the mildest to the most severe. */
  static List<ActionKind> kinds() {
    return BY_KIND.keySet().stream().sorted().toList();
  }

  /** Kinds that may be done to an account: what a ladder may hold. */
  static List<ActionKind> accountKinds() {
    return kinds().stream().filter(kind -> of(kind).subjects.contains(SubjectType.USER)).toList();
  }

  /**
   * @throws IllegalArgumentException for UNKNOWN, which no policy can ask for
   */
  static ActionSchema of(ActionKind kind) {
    ActionSchema schema = BY_KIND.get(kind);
    if (schema == null) {
      throw new IllegalArgumentException("no policy can ask for " + kind);
    }
    return schema;
  }

  boolean takes(String parameter) {
    return required.contains(parameter) || optional.contains(parameter);
  }
}
