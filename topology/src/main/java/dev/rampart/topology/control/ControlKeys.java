package dev.rampart.topology.control;

import dev.rampart.schemas.ControlKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keys of the topic {@code control}: the kind of fact, a slash, and the entity that it is about,
 * {@code KILL_SWITCH/policy:spam}. So facts of several kinds about one entity lie side by side, and
 * a tombstone, which has no value, tells what it takes away.
 */
public final class ControlKeys {
  private static final char SEPARATOR = '/';
  private static final Map<String, ControlKind> KINDS =
      Arrays.stream(ControlKind.values())
          .collect(Collectors.toUnmodifiableMap(ControlKind::name, Function.identity()));

  private ControlKeys() {}

  /** The key of a fact. */
  public static String of(ControlKind kind, String entity) {
    return kind.name() + SEPARATOR + entity;
  }

  /** Kind of the fact under a key; empty for a kind that this version does not know. */
  static Optional<ControlKind> kind(String key) {
    int end = key.indexOf(SEPARATOR);
    return end < 0 ? Optional.empty() : Optional.ofNullable(KINDS.get(key.substring(0, end)));
  }

  /** Entity of the fact under a key that has a kind. */
  static String entity(String key) {
    return key.substring(key.indexOf(SEPARATOR) + 1);
  }
}
