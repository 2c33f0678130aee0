package dev.rampart.topology.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.topology.features.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightingBufferTest {
  private static final int PARTITIONS = 4;

  private final SightingPartitions partitions = new SightingPartitions();
  private final SightingBuffer buffer = new SightingBuffer(partitions);
  private final List<Integer> groups = new ArrayList<>();
  private int seen;

  @Test
  void shouldWriteOnePageAPartition() {
    var unused = partitions.partitions("sightings", 0, new byte[0], PARTITIONS);
    addHundred();

    buffer.flush(this::write);

    assertThat(groups).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(seen).isEqualTo(100);
  }

  @Test
  void shouldKeepEveryEntityOnItsPartitionBeforeItKnowsHowManyThereAre() {
    addHundred();
    buffer.flush(this::write);
    List<Integer> before = groups.stream().map(this::partition).distinct().sorted().toList();
    assertThat(before).containsExactly(0, 1, 2, 3);
    assertThat(groups).hasSize(100);

    groups.clear();
    addHundred();
    buffer.flush(this::write);

    assertThat(groups).hasSize(PARTITIONS);
    assertThat(seen).isEqualTo(200);
  }

  @Test
  void shouldWriteNothingTwice() {
    addHundred();
    buffer.flush(this::write);
    int pages = groups.size();

    buffer.flush(this::write);

    assertThat(groups).hasSize(pages);
  }

  @Test
  void shouldForgetWhatWasNotWrittenWhenItsTaskCloses() {
    addHundred();
    buffer.clear();

    buffer.flush(this::write);

    assertThat(groups).isEmpty();
  }

  private int partition(int group) {
    return partitions
        .partitions("sightings", group, new byte[0], PARTITIONS)
        .map(Set::iterator)
        .orElseThrow()
        .next();
  }

  private void addHundred() {
    for (int i = 0; i < 100; i++) {
      buffer.add(Sightings.of(EntityKind.GUILD, "g" + i, null), this::write);
    }
  }

  private void write(int group, byte[] page, long newest) {
    groups.add(group);
    seen += SightingPage.read(page).size();
  }
}
