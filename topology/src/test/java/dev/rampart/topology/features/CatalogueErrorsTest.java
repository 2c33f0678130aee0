package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueErrorsTest {
  private static final String GOOD =
      "name: n, entity: author, aggregate: count, window: 1m, unit: u, range: r, why: w";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: n                | name: N n             | name      | lower-case letters",
        "entity: author         | entity: planet        | entity    | one of author",
        "aggregate: count       | aggregate: median     | aggregate | one of age, count",
        "window: 1m             | window: 5s            | window    | 10s to 30d",
        "window: 1m             | window: 31d           | window    | 10s to 30d",
        "window: 1m             | window: 3601s         | window    | tiles cut evenly",
        "window: 1m             | unit: u2              | unit      | once",
        "unit: u                | colour: red           | colour    | aggregate, default",
        "why: w                 | why: ''               | why       | what abuse",
        "why: w                 | why: w, default: much | default   | a finite number",
        "why: w                 | why: w, default: .inf | default   | a finite number",
        "why: w                 | why: w, k: 2          | k         | no k for count",
        "why: w                 | why: w, value: event.x| value     | no value for count",
        "why: w                 | why: w, of: [a]       | of        | features declared above",
        "aggregate: count       | aggregate: sum        | value     | event.link_count",
        "aggregate: count       | aggregate: sum, value: event.kind | value | event.link_count",
        "aggregate: count       | aggregate: distinct, value: event.time | value | folded(",
        "aggregate: count       | aggregate: value, value: event.link_count, where: 'event.is_direct' | where | no where for value",
        "aggregate: count       | aggregate: last       | window    | no window for last",
        "why: w                 | why: w, where: event.nothing == 1 | where | event.link_count",
        "why: w                 | why: w, where: event.link_count  | where | a CEL condition",
        "why: w                 | why: w, where: event.kind > 3    | where | a CEL condition",
        "why: w                 | why: w, where: event.kind ==     | where | a CEL condition",
      })
  void shouldNameLineFieldFoundAndAllowed(
      String part, String replacement, String field, String allowed) {
    List<CatalogueProblem> problems = problems(GOOD.replace(part, replacement));
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.field()).isEqualTo("features[0]." + field);
              assertThat(problem.allowed()).contains(allowed);
              assertThat(problem.toString()).contains(".yml:3: ");
            });
  }

  @Test
  void shouldReportAllProblemsOfAFileAtOnce() {
    assertThat(problems("entity: planet, name: 1}\n  - {" + GOOD.replace("1m", "1y")))
        .extracting(CatalogueProblem::line)
        .startsWith(3, 3)
        .endsWith(4);
  }

  @Test
  void shouldRefuseTheSameNameTwice() {
    assertThat(problems(GOOD + "}\n  - {" + GOOD))
        .singleElement()
        .satisfies(problem -> assertThat(problem.found()).isEqualTo("\"n\" a second time"));
  }

  @Test
  void shouldSayWhatIsWrongWithAFileThatIsNoCatalogue() {
    assertThat(of(Path.of("nowhere.yml"))).hasSize(1);
    assertThat(of(Catalogues.write(""))).hasSize(1);
    assertThat(of(Catalogues.write("version: [")).get(0).allowed()).isEqualTo("well-formed YAML");
    assertThat(of(Catalogues.write("just text"))).isNotEmpty();
    assertThat(of(Catalogues.write("version: 1\nfeatures: none")).get(0).line()).isEqualTo(2);
  }

  private static List<CatalogueProblem> problems(String feature) {
    return of(Catalogues.write("version: 1\nfeatures:\n  - {" + feature + "}\n"));
  }

  private static List<CatalogueProblem> of(Path file) {
    return catchThrowableOfType(CatalogueException.class, () -> FeatureCatalogue.load(file))
        .problems();
  }
}
