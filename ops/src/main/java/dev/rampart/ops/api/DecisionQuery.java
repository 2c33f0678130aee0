package dev.rampart.ops.api;

import dev.rampart.ops.feed.DecisionFilter;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which decisions are asked for. */
public final class DecisionQuery {
  @QueryParam("policy")
  private @Nullable String policy;

  @QueryParam("kind")
  private @Nullable String kind;

  @QueryParam("mode")
  private @Nullable String mode;

  @QueryParam("subject")
  private @Nullable String subject;

  @QueryParam("acted")
  private boolean acted;

  /**
   * The filter.
   *
   * @throws ProblemException 422 with everything that is wrong
   */
  DecisionFilter filter() {
    List<String> problems = new ArrayList<>();
    DecisionFilter filter =
        new DecisionFilter(
            given(policy),
            constant(ActionKind.class, "kind", kind, problems),
            constant(PolicyMode.class, "mode", mode, problems),
            given(subject),
            acted);
    if (!problems.isEmpty()) {
      throw ProblemException.wrongInput(problems);
    }
    return filter;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String name, @Nullable String text, List<String> problems) {
    String found = given(text);
    if (found == null) {
      return null;
    }
    try {
      return Enum.valueOf(type, found.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      problems.add(
          "%s: found '%s', allowed is one of %s"
              .formatted(name, found, Arrays.toString(type.getEnumConstants())));
      return null;
    }
  }
}
