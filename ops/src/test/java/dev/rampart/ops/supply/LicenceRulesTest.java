package dev.rampart.ops.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicenceRulesTest {
  private final LicenceRules rules =
      new LicenceRules(
          Set.of("MIT"),
          Set.of("GPL-2.0-only"),
          Map.of(
              "MIT", "MIT",
              "Expat", "MIT",
              "GPL-2.0-only", "GPL-2.0-only"));

  private Optional<String> problem(String... licences) {
    return rules.problem(new Library("a:b", "1", List.of(licences)));
  }

  @Test
  void shouldTakeAnAllowedLicenceUnderAnyOfItsNames() {
    assertThat(problem("MIT")).isEmpty();
    assertThat(problem("Expat")).isEmpty();
  }

  @Test
  void shouldTakeAnotherLicenceOnlyBesideAnAllowedOne() {
    assertThat(problem("GPL-2.0-only", "MIT")).isEmpty();
    assertThat(problem("GPL-2.0-only")).hasValue("a:b 1: none of [GPL-2.0-only] suffices alone");
  }

  @Test
  void shouldRefuseALibraryThatNamesNoLicence() {
    assertThat(problem()).hasValue("a:b 1: names no licence");
  }

  @Test
  void shouldRefuseAnUnknownLicenceEvenBesideAnAllowedOne() {
    assertThat(problem("MIT", "SSPL-1.0")).hasValue("a:b 1: 'SSPL-1.0' is not in ops/licences.yml");
  }
}
