package dev.rampart.actions.document;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An action of a rule, before it is known which event matches.
 *
 * @param notice key of the text that tells the user why; empty where there is none
 * @param parameters of the action, as the EnforcementAction carries them, sorted by name
 * @param duration how long the action holds; null for ever
 */
public record ActionTemplate(
    ActionKind kind,
    SubjectType subject,
    String notice,
    Map<String, String> parameters,
    @Nullable Duration duration) {
  public ActionTemplate {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
