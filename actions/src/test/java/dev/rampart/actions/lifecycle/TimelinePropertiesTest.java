package dev.rampart.actions.lifecycle;

import static dev.rampart.actions.lifecycle.Lives.VOCABULARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;

class TimelinePropertiesTest {
  private static boolean acts(String account, double share) throws PolicyException {
    PolicyBook book = new PolicyBook(List.of(), VOCABULARY);
    PolicyVersion draft = Lives.first("pace", 1, PolicyState.DRAFT, 0);
    book.put("pace@1", Transitions.after(draft, Lives.to(PolicyState.CANARY, share, 1), false));
    return book
        .at(1)
        .evaluate(
            FakeEvent.message().with(EventField.AUTHOR_ID, account),
            new double[] {9},
            new float[] {},
            Standing.CLEAN)
        .matches()
        .stream()
        .allMatch(match -> match.mode() == PolicyMode.CANARY);
  }

  @Property(tries = 60)
  void shouldKeepEveryAccountOfACanaryWhenItsShareGrows(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String account,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 1) double more)
      throws PolicyException {
    boolean acted = acts(account, Math.min(share, more));

    assertThat(acts(account, Math.min(share, more))).isEqualTo(acted);
    if (acted) {
      assertThat(acts(account, Math.max(share, more))).isTrue();
    }
  }

  @Property(tries = 60)
  void shouldNotDependOnTheOrderInWhichRecordsArrive(@ForAll long seed) throws PolicyException {
    Random random = new Random(seed);
    List<PolicyVersion> records = new ArrayList<>();
    for (int version = 1; version <= 4; version++) {
      records.add(life(version, random));
    }
    PolicyBook book = book(records);
    Collections.shuffle(records, random);
    PolicyBook shuffled = book(records);

    for (long time = -1; time <= 11; time++) {
      assertThat(shuffled.at(time).versions()).isEqualTo(book.at(time).versions());
    }
  }

  private static PolicyVersion life(int version, Random random) {
    PolicyVersion record = Lives.first("pace", version, state(random), random.nextInt(10));
    int more = random.nextInt(4);
    for (int i = 0; i < more; i++) {
      record =
          Transitions.after(
              record, Lives.to(state(random), random.nextDouble(), random.nextInt(10)), false);
    }
    return record;
  }

  private static PolicyState state(Random random) {
    List<PolicyState> states = List.of(PolicyState.values());
    return states.get(random.nextInt(states.size()));
  }

  private static PolicyBook book(List<PolicyVersion> records) throws PolicyException {
    PolicyBook book = new PolicyBook(List.of(), VOCABULARY);
    for (PolicyVersion record : records) {
      book.put(Transitions.key("pace", record.getVersion()), record);
    }
    return book;
  }
}
