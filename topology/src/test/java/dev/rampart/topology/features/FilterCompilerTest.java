package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCompilerTest {
  private static final FakeEvent EVENT =
      FakeEvent.message("m", 1)
          .with(EventField.LINK_COUNT, 2L)
          .with(EventField.IS_DIRECT, true)
          .with(EventField.CONTENT, "hello");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event.link_count > 0 && event.type == \"message\"; true; true",
        "event.link_count >= 3 || event.is_direct; true; true",
        "!event.is_direct; false; true",
        "event.kind in [\"JOIN_GUILD\", \"MESSAGE\"]; true; true",
        "event.kind != \"MESSAGE\"; false; true",
        "event.content.startsWith(\"hell\"); true; false",
        "event.link_count + event.mention_count == 2; true; false",
        "event.domains[3] == \"a.com\"; false; false",
      })
  void shouldMeetTheConditionAndRunSimpleOnesWithoutAnInterpreter(
      String where, boolean met, boolean direct) throws FilterException {
    FilterCompiler compiler = new FilterCompiler();
    assertThat(compiler.compile(where).matches(EVENT)).isEqualTo(met);
    assertThat(compiler.runsDirectly(where)).isEqualTo(direct);
  }
}
