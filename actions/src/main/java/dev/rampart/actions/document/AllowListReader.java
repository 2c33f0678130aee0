package dev.rampart.actions.document;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the subjects that a policy spares. Used once. */
final class AllowListReader {
  private static final List<String> SUBJECTS = List.of("user", "guild", "channel");

  private final Map<String, Map<String, Instant>> allowed = new HashMap<>();

  AllowList read(YamlFields policy) {
    if (policy.has("allow")) {
      var unused = policy.mappings("allow", this::add);
    }
    return new AllowList(of("user"), of("guild"), of("channel"));
  }

  private Map<String, Instant> of(String subject) {
    return allowed.getOrDefault(subject, Map.of());
  }

  private @Nullable Object add(YamlFields fields) {
    fields.allow("user", "guild", "channel", "until", "reason");
    List<String> named = SUBJECTS.stream().filter(fields::has).toList();
    if (named.size() != 1) {
      fields.report(
          "user", "found %d of user, guild, channel, allowed one".formatted(named.size()));
      return null;
    }
    String subject = named.get(0);
    Instant until = fields.has("until") ? fields.instant("until") : Instant.MAX;
    allowed.computeIfAbsent(subject, first -> new HashMap<>()).put(fields.text(subject), until);
    return null;
  }
}
