package dev.rampart.ops.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which licences a library may have.
 *
 * @param allowed names that suffice alone
 * @param besideAllowed names that do not, and do no harm beside an allowed one
 * @param spdx the SPDX name of every name
 */
record LicenceRules(Set<String> allowed, Set<String> besideAllowed, Map<String, String> spdx) {
  static LicenceRules of(JsonNode document) {
    Map<String, String> spdx = new HashMap<>();
    Set<String> allowed = names(document.path("allowed"), spdx);
    return new LicenceRules(allowed, names(document.path("beside_allowed"), spdx), spdx);
  }

  private static Set<String> names(JsonNode licences, Map<String, String> spdx) {
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> licence : licences.properties()) {
      names.add(licence.getKey());
      spdx.put(licence.getKey(), licence.getKey());
      licence.getValue().forEach(other -> spdx.put(other.asText(), licence.getKey()));
    }
    return names;
  }

  /** Why a library cannot be delivered; empty when it can. */
  Optional<String> problem(Library library) {
    if (library.licences().isEmpty()) {
      return Optional.of(library + ": names no licence");
    }
    String unknown =
        library.licences().stream()
            .filter(name -> !spdx.containsKey(name))
            .collect(Collectors.joining("', '"));
    if (!unknown.isEmpty()) {
      return Optional.of(library + ": '" + unknown + "' is not in ops/licences.yml");
    }
    return spdx(library).stream().anyMatch(allowed::contains)
        ? Optional.empty()
        : Optional.of(library + ": none of " + spdx(library) + " suffices alone");
  }

  /** The licences of a library as SPDX names them, sorted; names that are not known as they are. */
  Set<String> spdx(Library library) {
    return library.licences().stream()
        .map(name -> spdx.getOrDefault(name, name))
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
