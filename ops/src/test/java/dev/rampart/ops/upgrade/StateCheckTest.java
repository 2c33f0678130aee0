package dev.rampart.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.topology.state.KeptStore;
import dev.rampart.topology.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateCheckTest {
  private static final Topics TOPICS = new Topics("r.");
  private static final List<KeptStore> STORES = KeptStore.of(TOPICS);

  private final Map<String, Integer> partitions = new HashMap<>();
  private final Map<String, Set<Integer>> formats = new HashMap<>();

  StateCheckTest() {
    partitions.put("r.messages", 4);
    partitions.put("r.sightings", 2);
    partitions.put("app-account-features-changelog", 4);
    partitions.put("app-account-ledger-changelog", 4);
    partitions.put("app-entity-features-changelog", 2);
    STORES.forEach(store -> formats.put(store.changes("app"), Set.of(store.format())));
  }

  private List<String> problems() {
    return new StateCheck("app", STORES).problems(new FormerState(partitions, formats, true));
  }

  @Test
  void shouldGoOnFromWhatItWrites() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldBeginWhereNothingWas() {
    FormerState nothing = new FormerState(Map.of("r.messages", 4), Map.of(), false);

    assertThat(new StateCheck("app", STORES).problems(nothing)).isEmpty();
  }

  @Test
  void shouldTakeAStoreThatIsNew() {
    partitions.remove("app-entity-features-changelog");
    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldRefuseToLoseAStoreThatWasRenamed() {
    partitions.put("app-users-changelog", 4);
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("app-users-changelog holds the state of a store that this build does not have")
        .contains("account-features, account-ledger, entity-features");
  }

  @Test
  void shouldRefuseOtherNumbersOfPartitions() {
    partitions.put("r.messages", 8);
    assertThat(problems())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("app-account-features-changelog has 4 partitions and r.messages has 8");
  }

  @Test
  void shouldRefuseRecordsOfANewerBuild() {
    formats.put("app-account-ledger-changelog", Set.of(1, 250));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("app-account-ledger-changelog holds records of format 250, this build reads");
  }

  @Test
  void shouldRefuseToGoOnWithoutAnyState() {
    partitions.keySet().removeIf(topic -> topic.endsWith("-changelog"));
    assertThat(problems()).singleElement().asString().contains("app has worked before");
  }
}
